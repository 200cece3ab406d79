/** Support of a commune's teams, when a post of its committee changes hands: by dated rows, so that it moves on the day. */
import { v7 } from 'uuid';
import { execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';

/** Support of teams: rows as they were before they were cut, and the ids of those that came instead. */
export interface SupportBefore {
  supporters?: object[];
  givenSupport?: string[];
}

export interface SupportMove {
  unitId: string;
  fromId: string;
  toId: string;
  from: string;
  /** Of a stand-in: the first day on which it is over. The holder supports them all the time. */
  to?: string | undefined;
}

const teamsIn = (unitId: string): Sql => sql`(select t.id from teams t
  join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = ${unitId})`;

/** What they support from that day on. */
export async function supportedFrom(tx: Tx, personId: string, unitId: string, from: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct team_id as id from supporters where person_id = ${personId} and team_id in ${teamsIn(unitId)}
      and validity && daterange(${from}::date, null)`,
  );
  return rows.map(({ id }) => id);
}

/** Whoever receives the post supports the same teams as well, where they do not yet. */
export async function giveSupport(tx: Tx, { unitId, fromId, toId, from, to }: SupportMove): Promise<string[]> {
  const teams = await supportedFrom(tx, fromId, unitId, from);
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`insert into supporters (id, team_id, person_id, validity)
        select n.id, n.team_id, ${toId}, daterange(${from}::date, ${to ?? null}::date)
          from unnest(${teams.map(() => v7())}::uuid[], ${teams}::uuid[]) as n(id, team_id)
         where not exists (select 1 from supporters s where s.team_id = n.team_id and s.person_id = ${toId}
           and s.validity && daterange(${from}::date, ${to ?? null}::date))
        returning id`,
  );
  return rows.map(({ id }) => id);
}

/** Rows that an end on that day would cut, as they are. */
export async function supportRows(tx: Tx, personId: string, unitId: string, end: string): Promise<object[]> {
  const [was] = await rowsOf<{ rows: object[] }>(
    tx,
    sql`select coalesce(jsonb_agg(to_jsonb(s)), '[]') as rows from supporters s where person_id = ${personId}
      and team_id in ${teamsIn(unitId)} and validity && daterange(${end}::date, null)`,
  );
  return was?.rows ?? [];
}

/** Their support in the commune ends. */
export async function endSupport(tx: Tx, personId: string, unitId: string, end: string): Promise<void> {
  const of = sql`person_id = ${personId} and team_id in ${teamsIn(unitId)}`;
  await execute(tx, sql`delete from supporters where ${of} and lower(validity) >= ${end}::date`);
  await execute(
    tx,
    sql`update supporters set validity = validity * daterange(null, ${end}::date) where ${of} and validity @> ${end}::date`,
  );
}

/** As it was before, where nobody has given the support anew meanwhile. */
export async function restoreSupport(tx: Tx, { supporters = [], givenSupport = [] }: SupportBefore): Promise<void> {
  await execute(tx, sql`delete from supporters where id = any(${givenSupport}::uuid[])`);
  const rows = JSON.stringify(supporters);
  const kept = sql`jsonb_to_recordset(${rows}::jsonb) as k(id uuid, team_id uuid, person_id uuid, validity daterange)`;
  await execute(tx, sql`delete from supporters s using ${kept} where s.id = k.id and s.validity <@ k.validity`);
  await execute(
    tx,
    sql`insert into supporters (id, team_id, person_id, validity) select k.id, k.team_id, k.person_id, k.validity from ${kept}
      where not exists (select 1 from supporters s where s.team_id = k.team_id and s.person_id = k.person_id
        and s.validity && k.validity)`,
  );
}
