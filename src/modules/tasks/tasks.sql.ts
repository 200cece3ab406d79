import { sql } from '#platform/database';
/**
 * What other modules may read of tasks in statements of their own, where an answer is over many rows. Each name stands in
 * place of a table, with an alias behind it; PostgreSQL sees through it, so a plan is that of the tables. The columns named
 * here are a contract: nothing else of these tables is used outside of this module, and nobody else writes them.
 * @published counted_lines (entry_id, position, task_id, team_id, unit_id, commune_id, actor_id, happened_on, recorded_at,
 * indicator_code, dimensions, value, confirmed_value, confirmed_at): the lines of work that count, confirmed or waiting
 * @published tasks to notifications: who is told, reminded and shown on boards is planned from most of their columns
 * @published assignments to notifications: for the same reason
 */

/** What was recorded, counted or not: id uuid, team_id uuid, receipt text, recorded_at timestamptz, links text[]. */
export const entries = sql`(select id, team_id, receipt, recorded_at, links from progress_entries)`;

/** Who confirmed a line of an entry, and when: entry_id uuid, position int, by_id uuid, at timestamptz. */
export const confirmations = sql`(
  select entry_id, position, confirmed_by as by_id, confirmed_at as at from progress_lines where confirmed_at is not null)`;

/** Photos of an entry that have arrived, also those whose time is over: entry_id uuid, a row for each. */
export const entryPhotos = sql`(select entry_id from photos where content_hash is not null or erased_at is not null)`;

/**
 * Confirmations of which nobody looked at the result by itself: entry_id uuid, position int, manner text ("together": ticked
 * with others, "sample": left out of the sample).
 */
export const unseenConfirmations = sql`(
  select l.entry_id, l.position, coalesce(t.manner, q.manner) as manner from progress_lines l
    left join task_decisions t on t.id = l.decision_id left join entry_decisions q on q.id = l.entry_decision_id
   where coalesce(t.manner, q.manner) in ('together', 'sample'))`;

/**
 * What a version of an order was for a team: assignment_id uuid, version int, team_id uuid, task_id uuid, kind text
 * ("changed", "added", "withdrawn").
 */
export const taskChanges = sql`(select assignment_id, version, team_id, task_id, kind from task_changes)`;

/** What a task is called by its order: task_id uuid, title text. */
export const taskTitles = sql`(select t.id as task_id, a.title from tasks t join assignments a on a.id = t.assignment_id)`;

/** Requests for more time that wait for their answer: task_id uuid. */
export const openExtensions = sql`(select task_id from extension_requests where answered_at is null)`;

/** What teams find hard: id uuid, team_id uuid, commune_id uuid, text text, at timestamptz, answer text, answered_at timestamptz. */
export const difficulties = sql`(select id, team_id, commune_id, text, at, answer, answered_at from difficulties)`;

/** So many of an entry are of a kind: entry_id uuid, by text (a dimension, or an amount), kind text (empty for an amount), value int. */
export const entryBreakdowns = sql`(select entry_id, by, kind, value from entry_breakdowns)`;

/** Whose work an entry is, entered by its id: entry_id uuid, worker_id uuid: who recorded it first, whoever put it right later. */
export const entryWorkers = sql`(
  select e.id as entry_id, case when e.corrects_id is null then e.actor_id else (
           with recursive before as (
             select o.actor_id, o.corrects_id from progress_entries o where o.id = e.corrects_id
             union all select o.actor_id, o.corrects_id from before b join progress_entries o on o.id = b.corrects_id)
           select actor_id from before where corrects_id is null) end as worker_id
    from progress_entries e)`;

/** Entries that nobody will confirm: entry_id uuid: quick reports that the commune returned, work on tasks that were cancelled. */
export const closedEntries = sql`(
  select e.id as entry_id from progress_entries e
   where exists (select 1 from entry_decisions d where d.entry_id = e.id and d.kind = 'return' and d.undone_at is null)
      or exists (select 1 from tasks t where t.id = e.task_id and t.state = 'cancelled'))`;
