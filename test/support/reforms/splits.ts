/** Hamlets that become two. */
import { sql } from '#platform/database';
import type { TestApp } from '../app.ts';
import type { Village } from '../orders.ts';
import type { TestPerson } from '../people.ts';

type Team = Village['teams'][number];
export const teamOf = (village: Village, i = 0) => village.teams[i] as Team;
export const ids = (...people: TestPerson[]) => people.map(({ id }) => id);
/** Since the beginning of the year. */
export const knowsHouseholds = (app: TestApp, unitId: string, value: number) =>
  app.database.rows(
    sql`insert into registers (id, unit_id, metric, value, validity) values (gen_random_uuid(), ${unitId}, 'households', ${value},
      '[2022-01-01,)')`,
  );
export const half = (name: string, households: number, memberIds: string[], more: object = {}) => ({
  type: 'thôn',
  name,
  households,
  memberIds,
  ...more,
});
/** The leader and whoever else goes north, the deputy south. */
export const halvesOf = ({ leader, deputy, member }: Team, more: [object, object] = [{}, {}]) => [
  half('1A', 120, ids(leader, member), more[0]),
  half('1B', 118, ids(deputy), more[1]),
];
/** The teams of both halves on a day, by name, with their people by role. */
export const halfTeams = (app: TestApp, earlierId: string, day: string) =>
  app.database.rows<{ id: string; unitId: string; name: string; people: string[] }>(
    sql`select t.id, t.unit_id as "unitId", a.name, array(select m.person_id from team_members_at(${day}::date) m where m.team_id = t.id
        order by m.role) as people
      from teams t join teams_at(${day}::date) a on a.id = t.id where t.split_from_id = ${earlierId} order by a.name`,
  );
