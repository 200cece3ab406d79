/** What waits for the commune's word: one rule for the list of it and for confirming all of it. Starts at the unit's places. */
import { type Sql, sql } from '#platform/database';

/** Tasks that were handed in below the unit. */
export const waitingTasks = (unitId: string): Sql => sql`
  select t.* from unit_closure c
   cross join lateral (
         select * from tasks where unit_id = c.descendant_id and state = 'submitted' and team_id is not null offset 0) t
   where c.ancestor_id = ${unitId}`;
/** Quick reports below the unit that belong to no task and that nobody has decided about. */
export const waitingReports = (unitId: string): Sql => sql`
  select e.id, e.quick_kind, e.team_id, e.unit_id, e.recorded_at, l.indicator_code from unit_closure c
   cross join lateral (
         select * from progress_entries where unit_id = c.descendant_id and kind = 'quick' and task_id is null offset 0) e
   cross join lateral (
         select indicator_code from counted_lines where entry_id = e.id and position = 0 and confirmed_value is null offset 0) l
   where c.ancestor_id = ${unitId}
     and not exists (select 1 from entry_decisions d where d.entry_id = e.id and d.undone_at is null)`;
