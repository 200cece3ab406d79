import { Inject, Injectable } from '@nestjs/common';
import { addDays, endOfDay } from '#i18n';
import { TasksApi } from '#modules/tasks';
import { Clock, Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, type Sql, sql } from '#platform/database';
import { quietUntil } from '../../plan/quiet/quiet-hours.ts';
import { GroupPostStore } from './group-post-store.ts';
import { unfinished } from './group-post.presenter.ts';

const EVERY_MS = 10 * 60_000;
/** Days before the last day on which groups with unfinished work are reminded. */
const DAYS_BEFORE = [3, 1, 0];
/** Local time from which a group may be reminded. */
const FROM = '08:00';

/** Reminds groups of work that is soon due and not done: one post per order, group and day; none while more time is asked for. */
@Injectable()
export class GroupDeadlines {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly tasks: TasksApi,
    private readonly posts: GroupPostStore,
    private readonly clock: Clock,
  ) {}

  /** Gives the number of posts that it planned. */
  @Tick('notifications.group-deadlines', EVERY_MS)
  async run(): Promise<number> {
    const now = this.clock.now();
    if (this.clock.timeOf(now) < FROM || quietUntil(now, this.env.QUIET_FROM, this.env.QUIET_TO)) return 0;
    const due = await this.due(this.clock.today());
    if (due.length === 0) return 0;
    const waiting = await this.tasks.withOpenExtension(due.map(({ taskId }) => taskId));
    const wanted = due
      .filter(({ taskId }) => !waiting.has(taskId))
      .map(({ assignmentId, groupId }) => ({ assignmentId, groupId }));
    return this.posts.planDeadlines(this.clock.today(), wanted, new Date(endOfDay(this.clock.today())));
  }

  /** Orders of today are left out: the group has just read of them. */
  private due(today: string): Promise<{ taskId: string; assignmentId: string; groupId: string }[]> {
    const days = DAYS_BEFORE.map((ahead) => addDays(today, ahead));
    const of = (isOfGroup: Sql): Sql => sql`
      select t.id as "taskId", t.assignment_id as "assignmentId", g.id as "groupId"
        from group_chats g join tasks t on ${isOfGroup} join assignments a on a.id = t.assignment_id
       where g.ended_at is null and g.gone_at is null and t.team_id is not null and t.state = any(${unfinished})
         and t.due_on = any(${days}::date[]) and a.cancelled_at is null
         and (a.issued_at at time zone 'Asia/Ho_Chi_Minh')::date < ${today}::date`;
    return this.database.rows(sql`${of(sql`t.team_id = g.team_id`)} union all ${of(sql`t.commune_id = g.unit_id`)}`);
  }
}
