/** What must be the same before and after: counted in the database, as no screen adds it up. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, sql } from '#platform/database';

export interface Standing {
  teams: number;
  members: number;
  openTasks: number;
  target: number;
  /** Teams whose hamlet is not in exactly one commune. */
  astray: number;
}

export async function standingOf(app: NestFastifyApplication): Promise<Standing> {
  const row = await app.get(Database).one<Standing>(sql`
    select count(*)::int as teams,
        (select count(*)::int from team_members m join teams t on t.id = m.team_id and upper_inf(t.validity) where upper_inf(m.validity)) as members,
        (select count(*)::int from tasks where state not in ('confirmed', 'cancelled')) as "openTasks",
        (select coalesce(sum(target), 0)::int from tasks where state not in ('confirmed', 'cancelled')) as target,
        (count(*) filter (where n.n <> 1))::int as astray
      from teams t cross join lateral (
        select count(*) as n from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_kind = 'commune') n
     where upper_inf(t.validity)`);
  if (!row) throw new Error('nothing was counted');
  return row;
}

/** In which commune the hamlet of a task is. */
export async function communeOfTask(app: NestFastifyApplication, taskId: string): Promise<string> {
  const row = await app.get(Database).one<{ id: string }>(sql`
    select c.ancestor_id as id from tasks t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune'
     where t.id = ${taskId}`);
  return row?.id ?? '';
}
