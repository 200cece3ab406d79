import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { NothingLeft } from '#contracts/organization/ocop';
import type { PeriodRule } from '#contracts/reporting/periods';
import type { SeriesEnd } from '#contracts/tasks/order-series';
import { OrganizationApi } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { type Order, OrderWriter } from '../order/order-writer.ts';
import { targetOf } from '../order/products-to-list.ts';
import { ReplyRules } from '../order/reply-rules.ts';
import { giveByMonth } from './give-by-month.ts';
import { type PlannedOrder, PlanNext, type Schedule, scheduleColumns } from './plan-next.ts';
import { AssignmentSchedule } from '../order/assignment.entity.ts';

const EVERY_MS = 10 * 60_000;
/** A new order of a series can be stopped this long before anything leaves for external channels. */
const STOP_MS = 24 * 3_600_000;

/** At each period's start a schedule issues a new order from the last one of its series. */
@Injectable()
export class IssueRecurring {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly next: PlanNext,
    private readonly rules: ReplyRules,
    private readonly writer: OrderWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the number of orders that were issued.
   * @throws AggregateError after all have had their turn: one series that cannot be issued does not hold up the others
   */
  @Tick('tasks.issue-recurring', EVERY_MS)
  async run(): Promise<number> {
    const schedules = await this.database.rows<Schedule>(
      sql`select ${scheduleColumns} from assignment_schedules s where s.ended_at is null order by s.series_id`,
    );
    return giveByMonth(schedules, {
      today: () => this.clock.today(),
      ruleOf: (unitId) => this.organization.periodRule(unitId),
      give: (schedule, month, rule) => this.issue(schedule, month, rule),
      failed: 'monthly orders were not issued',
    });
  }

  private async issue(schedule: Schedule, month: string, rule: PeriodRule): Promise<boolean> {
    const next = await this.next.plan(schedule, this.clock.today(), rule);
    const order = next.end === null ? await this.orderOf(schedule, next, month) : undefined;
    return this.database.tx(async (tx) => {
      if (next.end !== null || !order) {
        await this.end(tx, schedule.seriesId, next.end);
        return false;
      }
      if (!(await this.claim(tx, schedule, month))) return false;
      const { nothingLeft, capped, tasks } = await this.next.cut(tx, next);
      if (nothingLeft) {
        await this.skip(tx, schedule, month, nothingLeft);
        return false;
      }
      await this.writer.write(tx, { ...order, target: targetOf(tasks), capped }, next.references, tasks);
      return true;
    });
  }

  private async end(tx: Tx, seriesId: string, reason: SeriesEnd | null): Promise<void> {
    await execute(
      tx,
      sql`update assignment_schedules set ended_at = ${this.clock.now()}, end_reason = ${reason} where series_id = ${seriesId}
        and ended_at is null`,
    );
  }

  /** The period goes by without an order, and whoever looks at the series reads why. What was wished waits for the next one. */
  private async skip(tx: Tx, schedule: Schedule, month: string, reason: NothingLeft): Promise<void> {
    await tx.update(
      AssignmentSchedule,
      { seriesId: schedule.seriesId },
      {
        skippedMonth: month,
        skipReason: reason,
        nextTitle: schedule.nextTitle,
        nextDueDay: schedule.nextDueDay,
        nextTarget: schedule.nextTarget,
      },
    );
  }

  /** False when another process has issued this month's order, or an officer has changed it since it was planned. */
  private async claim(tx: Tx, { seriesId, version }: Schedule, month: string): Promise<boolean> {
    return (
      (
        await rowsOf(
          tx,
          sql`update assignment_schedules set last_month = ${month}, skipped_month = null, skip_reason = null,
              next_title = null, next_due_day = null, next_target = null
            where series_id = ${seriesId} and last_month < ${month} and ended_at is null and version = ${version}
            returning series_id`,
        )
      ).length > 0
    );
  }

  private async orderOf(
    schedule: Schedule,
    { last, issuedBy, title, dueOn }: PlannedOrder,
    month: string,
  ): Promise<Omit<Order, 'target' | 'capped'>> {
    const now = this.clock.now();
    return {
      id: v7(),
      seriesId: schedule.seriesId,
      periodMonth: month,
      repeatsFrom: null,
      unitId: schedule.unitId,
      templateCode: last.templateCode,
      title,
      work: last.work,
      dueOn,
      replyByOn: await this.rules.replyBy(schedule.unitId, this.clock.today(), dueOn),
      directiveId: last.directiveId,
      evidence: last.evidence,
      asks: last.asks,
      minimumCodes: last.minimumCodes,
      providerId: last.providerId,
      // A number from above is handed on once, not anew each month.
      originId: null,
      priority: last.priority,
      issuedBy,
      issuedAt: now,
      recallUntil: new Date(now.getTime() + STOP_MS),
      sendAt: null,
    };
  }
}
