/** Writes a plan in a few statements over whole sets: a commune's list of a thousand people is one short transaction. */
import { v7 } from 'uuid';
import { rangeText } from '#modules/organization';
import { execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { ImportPlan, Seat } from './plan-import.ts';

/** @returns whose main number took the place of another */
export async function writePlan(tx: Tx, plan: ImportPlan, now: Date): Promise<string[]> {
  await writePeople(tx, plan, now);
  const replaced = await writePhones(tx, plan.phones, now);
  await execute(
    tx,
    sql`update team_members m set validity = daterange(lower(m.validity), n.until), end_told = n.told
       from unnest(${plan.ends.map(({ id }) => id)}::uuid[], ${plan.ends.map(({ to }) => to)}::date[],
         ${plan.ends.map(({ told }) => told)}::boolean[]) as n(id, until, told) where m.id = n.id`,
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
  await execute(
    tx,
    sql`insert into people (id, full_name, created_at) select n.id, n.full_name, ${now}
      from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ fullName }) => fullName)}::text[]) as n(id, full_name)`,
  );
  await execute(
    tx,
    sql`update people p set full_name = n.full_name
      from unnest(${names.map(({ id }) => id)}::uuid[], ${names.map(({ fullName }) => fullName)}::text[]) as n(id, full_name)
        where p.id = n.id`,
  );
}

async function writePhones(tx: Tx, phones: ImportPlan['phones'], now: Date): Promise<string[]> {
  const main = phones.filter(({ primary }) => primary);
  const had = await rowsOf<{ personId: string }>(
    tx,
    sql`select person_id as "personId" from phones where person_id = any(${phones.map(({ personId }) => personId)})`,
  );
  const known = new Set(had.map((row) => row.personId));
  const replaced = await rowsOf<{ personId: string }>(
    tx,
    sql`update phones p set is_primary = false, replaced_at = ${now}
      from unnest(${main.map(({ personId }) => personId)}::uuid[], ${main.map(({ e164 }) => e164)}::text[]) as n(person_id, e164)
      where p.person_id = n.person_id and p.is_primary and p.e164 <> n.e164 returning p.person_id as "personId"`,
  );
  await insertPhones(
    tx,
    main,
    known,
    now,
    sql`do update set is_primary = true, raw = excluded.raw, replaced_at = null,
       shared_reason = coalesce(excluded.shared_reason, phones.shared_reason),
       unproven_since = case when phones.is_primary then phones.unproven_since else excluded.unproven_since end,
       state = case when phones.is_primary then phones.state else 'ok' end`,
  );
  await insertPhones(
    tx,
    phones.filter(({ primary }) => !primary),
    known,
    now,
    sql`do update set shared_reason = coalesce(excluded.shared_reason, phones.shared_reason)`,
  );
  return replaced.map((row) => row.personId);
}

/** @param known who had a number before: what is added to it was not proven by them */
async function insertPhones(
  tx: Tx,
  phones: ImportPlan['phones'],
  known: ReadonlySet<string>,
  now: Date,
  onConflict: Sql,
): Promise<void> {
  await execute(
    tx,
    sql`insert into phones (id, person_id, e164, raw, is_primary, shared_reason, added_at, unproven_since)
     select n.id, n.person_id, n.e164, n.raw, n.is_primary, n.reason, ${now}, case when n.known then ${now}::timestamptz end
       from unnest(${phones.map(() => v7())}::uuid[], ${phones.map(({ personId }) => personId)}::uuid[],
         ${phones.map(({ e164 }) => e164)}::text[], ${phones.map(({ raw }) => raw)}::text[],
           ${phones.map(({ primary }) => primary)}::boolean[], ${phones.map(({ reason }) => reason)}::text[],
             ${phones.map(({ personId }) => known.has(personId))}::boolean[]) as n(id, person_id, e164, raw, is_primary, reason, known)
     on conflict (person_id, e164) ${onConflict}`,
  );
}

async function correct(tx: Tx, seats: readonly Seat[]): Promise<void> {
  await execute(
    tx,
    sql`update team_members m set team_id = n.team_id, role = n.role, position = n.position, affiliation = n.affiliation
       from unnest(${seats.map(({ id }) => id)}::uuid[], ${seats.map(({ teamId }) => teamId)}::uuid[],
         ${seats.map(({ role }) => role)}::text[], ${seats.map(({ position }) => position)}::text[],
           ${seats.map(({ affiliation }) => affiliation)}::text[]) as n(id, team_id, role, position, affiliation) where m.id = n.id`,
  );
}

async function seat(tx: Tx, seats: ImportPlan['seats']): Promise<void> {
  await execute(
    tx,
    sql`insert into team_members (id, team_id, person_id, role, position, affiliation, validity)
     select * from unnest(${seats.map(({ id }) => id)}::uuid[], ${seats.map(({ teamId }) => teamId)}::uuid[],
       ${seats.map(({ personId }) => personId)}::uuid[], ${seats.map(({ role }) => role)}::text[],
         ${seats.map(({ position }) => position)}::text[], ${seats.map(({ affiliation }) => affiliation)}::text[],
           ${seats.map(({ from, to }) => rangeText(from, to))}::daterange[])`,
  );
}
