import { type Prepared, prepared, sql } from '#platform/database';

/**
 * Every guard that all channels share, decided once and in the database: one row per delivery that is due. Membership is
 * read once per team, since a chunk holds whole teams.
 */
export const loadChunkSql = (chunkId: number, kind: string, toMembers: boolean, day: string): Prepared =>
  prepared(
    'load-chunk',
    sql`with due as materialized (
      select d.position, d.person_id, d.attempts, d.repeats, d.language, d.address, d.channel, n.task_id, n.team_id, n.mandatory,
             n.seen_at
        from deliveries d join notifications n on n.person_id = d.person_id and n.message_id = d.message_id
       where d.chunk_id = ${chunkId} and d.state = 'due'),
    present as materialized (
      select m.team_id, m.person_id
        from (select distinct team_id from due where ${toMembers}::boolean and team_id is not null) t
        join team_members_at(${day}::date) m on m.team_id = t.team_id)
    select d.position, d.person_id as "personId", d.attempts, d.repeats, d.language, d.address, d.task_id as "taskId", d.mandatory,
           p.quiet_from as "quietFrom", p.quiet_to as "quietTo",
           case when d.seen_at is not null then 'seen'
                when ${toMembers}::boolean and d.team_id is not null
                 and (d.team_id, d.person_id) not in (select team_id, person_id from present) then 'left'
                when not d.mandatory and (${kind}::text = any(p.muted) or d.channel = any(p.off_channels)) then 'muted' end as skip
      from due d left join notification_preferences p on p.person_id = d.person_id
     order by d.position`,
  );
