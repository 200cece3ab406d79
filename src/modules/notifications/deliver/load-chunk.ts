import { type Prepared, prepared, type Sql, sql } from '#platform/database';

/** Which deliveries of a chunk are due: of a folded one the entries from `settled` on, else its rows. */
export interface DueOf {
  chunkId: number;
  folded: boolean;
  settled: number;
}

/** Address and language of what is folded stand in the chunk. */
export const dueSql = ({ chunkId, folded, settled }: DueOf): Sql => sql`
  select n.position::int as position, n.person_id, 0::smallint as attempts, 0::smallint as repeats, null::text as language,
         null::text as address, n.task_id, n.team_id, n.mandatory, n.seen_at
    from notifications n where ${folded}::boolean and n.chunk_id = ${chunkId} and n.position >= ${settled}::int
  union all
  select d.position, d.person_id, d.attempts, d.repeats, d.language, d.address, n.task_id, n.team_id, n.mandatory, n.seen_at
    from delivery_rows d join notifications n on n.person_id = d.person_id and n.message_id = d.message_id
   where not ${folded}::boolean and d.chunk_id = ${chunkId} and d.state = 'due'`;

/**
 * Every guard that all channels share, decided once and in the database: one row per delivery that is due. Membership is
 * read once per team, since a chunk holds whole teams; `offset 0` holds the plan to that, which else reads the members of the
 * whole country as soon as they are more than the statistics know.
 */
export const loadChunkSql = (due: DueOf, channel: string, kind: string, toMembers: boolean, day: string): Prepared =>
  prepared(
    'load-chunk',
    sql`with due as materialized (${dueSql(due)}),
    present as materialized (
      select t.team_id, m.person_id
        from (select distinct team_id from due where ${toMembers}::boolean and team_id is not null) t
       cross join lateral (select person_id from team_members_at(${day}::date) where team_id = t.team_id offset 0) m)
    select d.position, d.person_id as "personId", d.attempts, d.repeats, d.language, d.address, d.task_id as "taskId", d.mandatory,
           p.quiet_from as "quietFrom", p.quiet_to as "quietTo",
           case when d.seen_at is not null then 'seen'
                when ${toMembers}::boolean and d.team_id is not null
                 and (d.team_id, d.person_id) not in (select team_id, person_id from present) then 'left'
                when not d.mandatory and (${kind}::text = any(p.muted) or ${channel}::text = any(p.off_channels)) then 'muted' end as skip
      from due d left join notification_preferences p on p.person_id = d.person_id
     order by d.position`,
  );
