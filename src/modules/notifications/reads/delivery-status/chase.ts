import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { TasksApi } from '#modules/tasks';
import { Clock, Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, inBatches, rowsOf, type Sql, sql, takeTurn, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { quietUntil } from '../../plan/quiet/quiet-hours.ts';
import { LiveSignal } from '../../deliver/inbox/live-signal.ts';
import { teamsReminded, teamsSilent } from '../../notifications.events.ts';
import { chaseRuleOf, isDueAfter, type Step } from './chase-rules.ts';
import { busyUntil } from './heard.sql.ts';

const EVERY_MS = 5 * 60_000;
const ORDERS = 500;
const events = { remind: teamsReminded, supporter: teamsSilent, call_list: undefined } as const;

/**
 * The steps of chasing silent teams: they are reminded, then their supporters hear, then the call list. Measured by the day of
 * reply, sooner where the order is urgent; each step once per task; nothing while an extension waits for its answer or
 * the team has said that it cannot work, and nobody is woken at night.
 */
@Injectable()
export class ChaseSilent {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly tasks: TasksApi,
    private readonly outbox: Outbox,
    private readonly live: LiveSignal,
    private readonly clock: Clock,
  ) {}

  /** Gives the number of teams that came a step further. */
  @Tick('notifications.chase', EVERY_MS)
  async run(): Promise<number> {
    if (quietUntil(this.clock.now(), this.env.QUIET_FROM, this.env.QUIET_TO)) return 0;
    let total = 0;
    for (const step of Object.keys(events) as Step[]) {
      for (const assignmentId of await this.ordersWith(step)) total += await this.advance(assignmentId, step);
    }
    return total;
  }

  /** Open orders that have a silent team for which the step is due. Orders are looked at until their last day. */
  private async ordersWith(step: Step): Promise<string[]> {
    const today = this.clock.today();
    const rows = await this.database.rows<{ id: string }>(
      sql`select a.id from assignments a, ${chaseRuleOf(today)}
        where a.cancelled_at is null and a.due_on >= ${today}::date and ${isDue(step, this.clock.now())}
          and exists (select 1 from tasks t where t.assignment_id = a.id and ${isSilent(step, this.clock.now(), today)})
        order by a.id limit ${ORDERS}`,
    );
    return rows.map((row) => row.id);
  }

  private async advance(assignmentId: string, step: Step): Promise<number> {
    const today = this.clock.today();
    const teams = await this.database.tx(async (tx) => {
      await takeTurn(tx, [`remind ${assignmentId}`]);
      const unanswered = await rowsOf<{ id: string; teamId: string }>(
        tx,
        sql`select t.id, t.team_id as "teamId" from assignments a cross join ${chaseRuleOf(today)}
           join tasks t on t.assignment_id = a.id where a.id = ${assignmentId} and ${isSilent(step, this.clock.now(), today)}`,
      );
      const waiting = await this.tasks.withOpenExtension(unanswered.map(({ id }) => id));
      const silent = unanswered.filter(({ id }) => !waiting.has(id));
      if (silent.length > 0) await this.note(tx, assignmentId, step, silent);
      return silent.length;
    });
    if (teams > 0) await this.live.assignment(assignmentId);
    return teams;
  }

  private async note(
    tx: Tx,
    assignmentId: string,
    step: Step,
    silent: readonly { id: string; teamId: string }[],
  ): Promise<void> {
    const event = events[step];
    const eventId = event
      ? await this.outbox.append(tx, event({ assignmentId }, { changes: { teams: silent.length, step } }))
      : v7();
    const now = this.clock.now();
    await inBatches(silent, (some) =>
      execute(
        tx,
        sql`insert into chases (id, assignment_id, task_id, team_id, step, event_id, at)
          select c.id, ${assignmentId}, c.task_id, c.team_id, ${step}, ${eventId}, ${now}
            from unnest(${some.map(() => v7())}::uuid[], ${some.map(({ id }) => id)}::uuid[],
              ${some.map(({ teamId }) => teamId)}::uuid[]) as c(id, task_id, team_id) on conflict do nothing`,
      ),
    );
  }
}

/** Looked at first: it leaves most orders out by one row. */
const isDue = (step: Step, now: Date): Sql => isDueAfter(step, now, sql`a.issued_at`, sql`a.reply_by_on`);

/** Of a task `t`: its team has not answered since it was asked, which may be later than the order, nor said that it cannot, and this step has not come. */
const isSilent = (step: Step, now: Date, today: string): Sql =>
  sql`t.state = 'assigned' and t.team_id is not null
    and ${isDueAfter(step, now, sql`t.state_since`, sql`t.reply_by_on`)}
    and not exists (select 1 from chases c where c.task_id = t.id and c.step = ${step})
    and ${busyUntil(sql`t.team_id`, today)} is null`;
