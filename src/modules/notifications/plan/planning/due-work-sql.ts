/** Work in hand that is due and not done: whom a day's digest reminds of it, and what it tells each of them. */
import { tasksSql } from '#modules/tasks';
import { type Sql, sql } from '#platform/database';

/** Work that is due within so many days, or late, stands first in whatever goes out that day. */
export const SOON_DAYS = 2;
/** On these days before the last one the digest is made for it alone; the last is the day after. */
export const REMIND_DAYS = [2, 0, -1] as const;

/** Of a task `t` of an order `a`: somebody of the team still has to record something, and waits for no answer. */
const inHand = sql`t.state in ('accepted', 'returned') and a.cancelled_at is null
  and not exists (select 1 from ${tasksSql.openExtensions} x where x.task_id = t.id)`;

/** What of the target was recorded: the first line of each entry. */
const recorded = sql`(
  select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::int as reported from counted_lines l
   where l.task_id = t.id and l.position = 0 offset 0) f`;

/** Of members `m`: who answers for the team, and who does the work. */
const concerned = (personId: Sql): Sql => sql`(m.role in ('leader', 'deputy') or t.doer_id = ${personId})`;

/** (person_id): whom the digest of a day reminds. Orders of that day are left out: they have just been read. */
export const remindedOf = (today: string, dueOn: readonly string[]): Sql => sql`
  select m.person_id
    from (select t.id, t.team_id, t.doer_id, t.target from tasks t join assignments a on a.id = t.assignment_id
           where t.due_on = any(${dueOn}::date[]) and t.team_id is not null and ${inHand}
             and (a.issued_at at time zone 'Asia/Ho_Chi_Minh')::date < ${today}::date offset 0) t
   cross join lateral ${recorded}
   cross join lateral (
         select person_id, role from team_members_at(${today}::date) where team_id = t.team_id offset 0) m
   where f.reported < t.target and ${concerned(sql`m.person_id`)}`;

/** (due jsonb, or null): what of it concerns the person, the nearest day first. */
export const dueWorkOf = (personId: Sql, today: Sql, until: Sql, most: number): Sql => sql`
  select json_agg(json_build_object('taskId', w.id, 'title', w.title, 'dueOn', w.due_on, 'target', w.target,
           'reported', w.reported, 'unit', w.indicator->>'unit', 'unitEn', w.indicator->>'unitEn')
           order by w.due_on, w.id) as due
    from (select t.id, a.title, t.due_on, t.target, f.reported, a.indicator
            from (select team_id, role from team_members_at(${today}::date) where person_id = ${personId} offset 0) m
           cross join lateral (
                 select * from tasks where team_id = m.team_id and due_on <= ${until}::date
                    and state in ('accepted', 'returned') offset 0) t
            join assignments a on a.id = t.assignment_id
           cross join lateral ${recorded}
           where f.reported < t.target and ${inHand} and ${concerned(personId)}
           order by t.due_on, t.id limit ${most}::int) w`;
