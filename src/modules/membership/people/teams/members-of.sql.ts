import { type Sql, sql } from '#platform/database';

/**
 * Members on a day of the teams whose ids are in `ids`, an expression of uuid[]: team_id, person_id, role. By the index that
 * begins with the team: asked for `team_id = x` of a day, PostgreSQL takes that of the exclusion constraint instead (GiST), for
 * 15 microseconds a team, and `offset 0` keeps it from searching there for the day, which is nearly all of it. It expects fifty
 * people, whatever the array holds: who asks for thousands of teams puts them together by a full join, which is never a
 * nested loop.
 */
export const membersOf = (ids: Sql, day: string | Sql): Sql => sql`(
  select team_id, person_id, role
    from (select team_id, person_id, role, validity from team_members
           where team_id = any((select array_agg(id) from teams where id = any(${ids}) and validity @> ${day}::date)::uuid[])
          offset 0) m
   where validity @> ${day}::date)`;
