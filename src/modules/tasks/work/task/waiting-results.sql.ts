/** What waits for the commune's word: one rule for the list of it, for confirming all of it and for counting it. */
import { type Sql, sql } from '#platform/database';

/** A task that was handed in. */
export const waitingTask = sql`state = 'submitted' and team_id is not null`;

/** Tasks of one unit that were handed in. */
const waitingTasksAt = (unit: Sql): Sql => sql`select * from tasks where unit_id = ${unit} and ${waitingTask}`;

/** Quick reports of one unit that belong to no task and that nobody has decided about. */
export const waitingReportsAt = (unit: Sql): Sql => sql`
  select e.id, e.quick_kind, e.team_id, e.unit_id, e.recorded_at, l.indicator_code
    from (select * from progress_entries where unit_id = ${unit} and kind = 'quick' and task_id is null offset 0) e
   cross join lateral (
         select indicator_code from counted_lines where entry_id = e.id and position = 0 and confirmed_value is null offset 0) l
   where not exists (select 1 from entry_decisions d where d.entry_id = e.id and d.undone_at is null)`;

/** Below a unit, from its places. */
export const waitingTasks = (unitId: string): Sql => sql`
  select t.* from unit_closure c cross join lateral (${waitingTasksAt(sql`c.descendant_id`)} offset 0) t
   where c.ancestor_id = ${unitId}`;
export const waitingReports = (unitId: string): Sql => sql`
  select e.* from unit_closure c cross join lateral (${waitingReportsAt(sql`c.descendant_id`)} offset 0) e
   where c.ancestor_id = ${unitId}`;
