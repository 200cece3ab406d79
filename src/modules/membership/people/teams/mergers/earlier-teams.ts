/** How teams end whose people and work go on in others: hamlets have become one or two. */
import { v7 } from 'uuid';
import { execute, raw, rowsOf, sql, type Tx } from '#platform/database';
import type { OldMembership } from './merged-members.ts';

/** Active ones that stand beyond the day, locked. */
export async function earlierTeams(tx: Tx, hamletIds: readonly string[], onDate: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from teams where unit_id = any(${hamletIds}::uuid[]) and status <> 'draft' and lower(validity) < ${onDate}::date
      and (upper(validity) is null or upper(validity) > ${onDate}::date) order by id for update`,
  );
  return rows.map(({ id }) => id);
}

/** Whoever would have been in them on the day or later. */
export function earlierMembers(tx: Tx, teamIds: readonly string[], onDate: string): Promise<OldMembership[]> {
  return rowsOf(
    tx,
    sql`select person_id as "personId", role, position, affiliation, lower(validity)::text as from, upper(validity)::text as to
      from team_members where team_id = any(${teamIds}::uuid[]) and (upper(validity) is null or upper(validity) > ${onDate}::date)
      order by id for update`,
  );
}

/** A record that was named may have become part of another since. */
export async function recordsOf(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select coalesce(merged_into_id, id) as id from people where id = any(${personIds}::uuid[])`,
  );
  return rows.map(({ id }) => id);
}

/** They end with the day before. Nobody has left: they are told of the team in which they go on. */
export async function endEarlier(tx: Tx, teamIds: readonly string[], onDate: string): Promise<void> {
  await execute(
    tx,
    sql`update teams set status = 'dissolved', validity = daterange(lower(validity), ${onDate}::date)
      where id = any(${teamIds}::uuid[])`,
  );
  // What was decided of an end that had not come yet does not come any more.
  await execute(tx, sql`delete from team_endings where team_id = any(${teamIds}::uuid[]) and not told`);
  for (const table of ['team_members', 'supporters'] as const)
    await execute(
      tx,
      sql`delete from ${raw(table)} where team_id = any(${teamIds}::uuid[]) and lower(validity) >= ${onDate}::date`,
    );
  await execute(
    tx,
    sql`update supporters set validity = validity * daterange(null, ${onDate}::date)
      where team_id = any(${teamIds}::uuid[]) and validity @> ${onDate}::date`,
  );
  await execute(
    tx,
    sql`update team_members set validity = validity * daterange(null, ${onDate}::date), end_told = true
      where team_id = any(${teamIds}::uuid[]) and validity @> ${onDate}::date`,
  );
}

export function joinTeam(tx: Tx, teamId: string, members: readonly OldMembership[]): Promise<void> {
  return execute(
    tx,
    sql`insert into team_members (id, team_id, person_id, role, position, affiliation, validity)
      select n.id, ${teamId}, n.person_id, n.role, n.position, n.affiliation, daterange(n.from_on, n.to_on)
        from unnest(${members.map(() => v7())}::uuid[], ${members.map(({ personId }) => personId)}::uuid[],
          ${members.map(({ role }) => role)}::text[], ${members.map(({ position }) => position)}::text[],
          ${members.map(({ affiliation }) => affiliation)}::text[], ${members.map(({ from }) => from)}::date[],
          ${members.map(({ to }) => to)}::date[]) as n(id, person_id, role, position, affiliation, from_on, to_on)`,
  );
}

/** Their supporters go on with the team, each day of theirs once. */
export function takeSupporters(tx: Tx, teamId: string, earlierIds: readonly string[], onDate: string): Promise<void> {
  return execute(
    tx,
    sql`insert into supporters (id, team_id, person_id, validity)
      select gen_random_uuid(), ${teamId}, s.person_id, d.days from (
          select person_id, range_agg(validity * daterange(${onDate}::date, null)) as days from supporters
           where team_id = any(${earlierIds}::uuid[]) and validity && daterange(${onDate}::date, null) group by person_id) s
        cross join lateral unnest(s.days) as d(days)`,
  );
}

/** Cards of whoever is in the team go on holding there. */
export function takeCards(tx: Tx, teamId: string, earlierIds: readonly string[]): Promise<void> {
  return execute(
    tx,
    sql`update member_cards set team_id = ${teamId} where id in (
        select distinct on (person_id, kind) id from member_cards
         where team_id = any(${earlierIds}::uuid[]) and revoked_at is null
           and person_id in (select person_id from team_members where team_id = ${teamId})
         order by person_id, kind, issued_at desc)`,
  );
}
