/** Writes a plan in a few statements over whole sets: a commune's list of a thousand people is one short transaction. */
import { v7 } from 'uuid';
import { rangeText } from '#modules/organization';
import { rowsOf, type Tx } from '#platform/database';
import type { ImportPlan, Seat } from './plan-import.ts';

/** @returns whose main number took the place of another */
export async function writePlan(tx: Tx, plan: ImportPlan, now: Date): Promise<string[]> {
  await writePeople(tx, plan, now);
  const replaced = await writePhones(tx, plan.phones, now);
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
  return replaced;
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

async function writePhones(tx: Tx, phones: ImportPlan['phones'], now: Date): Promise<string[]> {
  const main = phones.filter(({ primary }) => primary);
  const had = await rowsOf<{ person_id: string }>(tx, 'select person_id from phones where person_id = any($1)', [
    phones.map(({ personId }) => personId),
  ]);
  const known = new Set(had.map((row) => row.person_id));
  const replaced = await rowsOf<{ person_id: string }>(
    tx,
    `update phones p set is_primary = false, replaced_at = $3 from unnest($1::uuid[], $2::text[]) as n(person_id, e164)
      where p.person_id = n.person_id and p.is_primary and p.e164 <> n.e164 returning p.person_id`,
    [main.map(({ personId }) => personId), main.map(({ e164 }) => e164), now],
  );
  await insertPhones(
    tx,
    main,
    known,
    now,
    `do update set is_primary = true, raw = excluded.raw, shared_reason = coalesce(excluded.shared_reason, phones.shared_reason), replaced_at = null,
       unproven_since = case when phones.is_primary then phones.unproven_since else excluded.unproven_since end,
       state = case when phones.is_primary then phones.state else 'ok' end`,
  );
  await insertPhones(
    tx,
    phones.filter(({ primary }) => !primary),
    known,
    now,
    'do update set shared_reason = coalesce(excluded.shared_reason, phones.shared_reason)',
  );
  return replaced.map((row) => row.person_id);
}

/** @param known who had a number before: what is added to it was not proven by them */
async function insertPhones(
  tx: Tx,
  phones: ImportPlan['phones'],
  known: ReadonlySet<string>,
  now: Date,
  onConflict: string,
): Promise<void> {
  await tx.query(
    `insert into phones (id, person_id, e164, raw, is_primary, shared_reason, added_at, unproven_since)
     select n.id, n.person_id, n.e164, n.raw, n.is_primary, n.reason, $7, case when n.known then $7::timestamptz end
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::text[], $8::boolean[]) as n(id, person_id, e164, raw, is_primary, reason, known)
     on conflict (person_id, e164) ${onConflict}`,
    [
      phones.map(() => v7()),
      phones.map(({ personId }) => personId),
      phones.map(({ e164 }) => e164),
      phones.map(({ raw }) => raw),
      phones.map(({ primary }) => primary),
      phones.map(({ reason }) => reason),
      now,
      phones.map(({ personId }) => known.has(personId)),
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
