import { type Sql, sql } from '#platform/database';

/**
 * Members on a day of the teams whose ids are in `ids`, an expression of uuid[]: team_id, person_id, role. The array is looked
 * up by one scan of the index that begins with the team, whatever statistics say; asked team by team, PostgreSQL takes the
 * index of the exclusion constraint, for 15 microseconds each. It expects ten teams: whoever joins thousands of rows to what
 * comes back may get a plan for fifty.
 */
export const membersOf = (ids: Sql, day: string): Sql => sql`(
  select team_id, person_id, role from team_members
   where validity @> ${day}::date
     and team_id = any((select array_agg(id) from teams where id = any(${ids}) and validity @> ${day}::date)::uuid[]))`;
