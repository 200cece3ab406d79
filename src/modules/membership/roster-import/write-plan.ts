/** Writes a plan in a few statements over whole sets: a commune's list of a thousand people is one short transaction. */
import { v7 } from 'uuid';
import { rangeText } from '#modules/organization';
import type { Tx } from '#platform/database';
import type { ImportPlan, Seat } from './plan-import.ts';

export async function writePlan(tx: Tx, plan: ImportPlan, now: Date): Promise<void> {
  await writePeople(tx, plan, now);
  await writePhones(tx, plan.phones, now);
  await tx.query(
    `update team_members m set validity = daterange(lower(m.validity), n.until), end_told = n.told
       from unnest($1::uuid[], $2::date[], $3::boolean[]) as n(id, until, told) where m.id = n.id`,
    [plan.ends.map(({ id }) => id), plan.ends.map(({ to }) => to), plan.ends.map(({ told }) => told)],
  );
  // A leader's place must be free before another takes it: PostgreSQL checks the constraint row by row.
  await correct(
    tx,
    plan.corrections.filter(({ role }) => role !== 'leader'),
  );
  await correct(
    tx,
    plan.corrections.filter(({ role }) => role === 'leader'),
  );
  await seat(tx, plan.seats);
}

async function writePeople(tx: Tx, { people, names }: ImportPlan, now: Date): Promise<void> {
  await tx.query(
    'insert into people (id, full_name, created_at) select n.id, n.full_name, $3 from unnest($1::uuid[], $2::text[]) as n(id, full_name)',
    [people.map(({ id }) => id), people.map(({ fullName }) => fullName), now],
  );
  await tx.query(
    'update people p set full_name = n.full_name from unnest($1::uuid[], $2::text[]) as n(id, full_name) where p.id = n.id',
    [names.map(({ id }) => id), names.map(({ fullName }) => fullName)],
  );
}

async function writePhones(tx: Tx, phones: ImportPlan['phones'], now: Date): Promise<void> {
  const main = phones.filter(({ primary }) => primary);
  await tx.query('update phones set is_primary = false where person_id = any($1) and is_primary', [
    main.map(({ personId }) => personId),
  ]);
  await insertPhones(
    tx,
    main,
    now,
    'do update set is_primary = true, raw = excluded.raw, shared_reason = coalesce(excluded.shared_reason, phones.shared_reason)',
  );
  await insertPhones(
    tx,
    phones.filter(({ primary }) => !primary),
    now,
    'do update set shared_reason = coalesce(excluded.shared_reason, phones.shared_reason)',
  );
}

async function insertPhones(tx: Tx, phones: ImportPlan['phones'], now: Date, onConflict: string): Promise<void> {
  await tx.query(
    `insert into phones (id, person_id, e164, raw, is_primary, shared_reason, added_at)
     select n.id, n.person_id, n.e164, n.raw, n.is_primary, n.reason, $7 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::text[]) as n(id, person_id, e164, raw, is_primary, reason)
     on conflict (person_id, e164) ${onConflict}`,
    [
      phones.map(() => v7()),
      phones.map(({ personId }) => personId),
      phones.map(({ e164 }) => e164),
      phones.map(({ raw }) => raw),
      phones.map(({ primary }) => primary),
      phones.map(({ reason }) => reason),
      now,
    ],
  );
}

async function correct(tx: Tx, seats: readonly Seat[]): Promise<void> {
  await tx.query(
    `update team_members m set team_id = n.team_id, role = n.role, position = n.position, affiliation = n.affiliation
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as n(id, team_id, role, position, affiliation) where m.id = n.id`,
    [
      seats.map(({ id }) => id),
      seats.map(({ teamId }) => teamId),
      seats.map(({ role }) => role),
      seats.map(({ position }) => position),
      seats.map(({ affiliation }) => affiliation),
    ],
  );
}

async function seat(tx: Tx, seats: ImportPlan['seats']): Promise<void> {
  await tx.query(
    `insert into team_members (id, team_id, person_id, role, position, affiliation, validity)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::daterange[])`,
    [
      seats.map(({ id }) => id),
      seats.map(({ teamId }) => teamId),
      seats.map(({ personId }) => personId),
      seats.map(({ role }) => role),
      seats.map(({ position }) => position),
      seats.map(({ affiliation }) => affiliation),
      seats.map(({ from, to }) => rangeText(from, to)),
    ],
  );
}
