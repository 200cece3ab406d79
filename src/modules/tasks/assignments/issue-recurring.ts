import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type PeriodRule, periodOf } from '#contracts/periods';
import { OrganizationApi } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, type Tx } from '#platform/database';
import { ReplyRules } from '../reply-rules.ts';
import { nextDueOn } from './next-dates.ts';
import { OrderReferencesReader } from './order-references.ts';
import { type Order, type OrderTask, OrderWriter } from './order-writer.ts';

const EVERY_MS = 10 * 60_000;
/** A new order of a series can be stopped this long before anything leaves for external channels. */
const STOP_MS = 24 * 3_600_000;

interface Schedule {
  series_id: string;
  unit_id: string;
  last_month: string;
}
interface LastOrder {
  id: string;
  template_code: string;
  title: string;
  work: string;
  indicator_code: string;
  due_on: string;
  directive_id: string;
  evidence: string[];
  priority: string;
  issued_by: string;
  issued_at: Date;
  cancelled_at: Date | null;
}

/** At each period's start a schedule issues a new order from the last one of its series. */
@Injectable()
export class IssueRecurring {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly references: OrderReferencesReader,
    private readonly rules: ReplyRules,
    private readonly writer: OrderWriter,
    private readonly clock: Clock,
  ) {}

  /** Gives the number of orders that were issued. */
  @Tick('tasks.issue-recurring', EVERY_MS)
  async run(): Promise<number> {
    const schedules = await this.database.rows<Schedule>(
      'select series_id, unit_id, last_month from assignment_schedules where ended_at is null order by series_id',
    );
    let issued = 0;
    for (const schedule of schedules) {
      const rule = await this.organization.periodRule(schedule.unit_id);
      const { month } = periodOf(this.clock.today(), rule);
      if (month > schedule.last_month && (await this.issue(schedule, month, rule))) issued += 1;
    }
    return issued;
  }

  private async issue(schedule: Schedule, month: string, rule: PeriodRule): Promise<boolean> {
    const last = await this.lastOrder(schedule.series_id);
    if (!last) return false;
    const { found, problems } = await this.references.read({
      unitId: schedule.unit_id,
      templateCode: last.template_code,
      indicatorCode: last.indicator_code,
      directiveId: last.directive_id,
    });
    const tasks = await this.tasks(schedule.unit_id, last.id);
    const references = problems.length === 0 ? found : undefined;
    const obstacle = last.cancelled_at
      ? 'cancelled'
      : !references
        ? 'references'
        : tasks.length === 0
          ? 'no_team'
          : undefined;
    const order = await this.order(schedule, last, {
      month,
      rule,
      target: tasks.reduce((sum, task) => sum + task.target, 0),
    });
    return this.database.tx(async (tx) => {
      if (obstacle || !references)
        await tx.query(
          'update assignment_schedules set ended_at = $2, end_reason = $3 where series_id = $1 and ended_at is null',
          [schedule.series_id, this.clock.now(), obstacle],
        );
      else if (await this.claim(tx, schedule.series_id, month)) {
        await this.writer.write(tx, order, references, tasks);
        return true;
      }
      return false;
    });
  }

  /** False when another process has issued this month's order. */
  private async claim(tx: Tx, seriesId: string, month: string): Promise<boolean> {
    return (
      (
        await rowsOf(
          tx,
          'update assignment_schedules set last_month = $2 where series_id = $1 and last_month < $2 and ended_at is null returning series_id',
          [seriesId, month],
        )
      ).length > 0
    );
  }

  private async order(
    schedule: Schedule,
    last: LastOrder,
    next: { month: string; rule: PeriodRule; target: number },
  ): Promise<Order> {
    const now = this.clock.now();
    const today = this.clock.today();
    const dueOn = nextDueOn({ issuedOn: this.clock.dayOf(last.issued_at), dueOn: last.due_on }, today, next.rule);
    return {
      id: v7(),
      seriesId: schedule.series_id,
      periodMonth: next.month,
      unitId: schedule.unit_id,
      templateCode: last.template_code,
      title: last.title,
      work: last.work,
      target: next.target,
      dueOn,
      replyByOn: await this.rules.replyBy(schedule.unit_id, today, dueOn),
      directiveId: last.directive_id,
      evidence: last.evidence,
      priority: last.priority,
      issuedBy: last.issued_by,
      issuedAt: now,
      recallUntil: new Date(now.getTime() + STOP_MS),
      sendAt: null,
    };
  }

  private lastOrder(seriesId: string): Promise<LastOrder | undefined> {
    return this.database.one<LastOrder>(
      'select * from assignments where series_id = $1 order by issued_at desc, id desc limit 1',
      [seriesId],
    );
  }

  /** Teams of the last order that are active and still below the unit; a released team stays out. */
  private async tasks(unitId: string, assignmentId: string): Promise<OrderTask[]> {
    const before = await this.database.rows<{ team_id: string; target: number }>(
      `select team_id, target from tasks where assignment_id = $1 and team_id is not null and state <> 'cancelled' order by id`,
      [assignmentId],
    );
    const teams = await this.references.teams(
      unitId,
      before.map((row) => row.team_id),
    );
    return before.flatMap(({ team_id, target }) => {
      const team = teams.get(team_id);
      return team?.inside && team.status === 'active'
        ? [{ teamId: team_id, unitId: team.unitId, communeId: team.communeId, target }]
        : [];
    });
  }
}
