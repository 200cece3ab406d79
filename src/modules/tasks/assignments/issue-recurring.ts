import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { NothingLeft } from '#contracts/organization/ocop';
import { type PeriodRule, periodOf } from '#contracts/reporting/periods';
import { OrganizationApi } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import type { AssignmentSchedule } from './assignment.entity.ts';
import { ReplyRules } from './reply-rules.ts';
import { nextDueOn } from './next-dates.ts';
import { type Order, OrderWriter } from './order-writer.ts';
import { targetOf } from './products-to-list.ts';
import { type LastOrder, SeriesOrders } from './series-orders.ts';

const EVERY_MS = 10 * 60_000;
/** A new order of a series can be stopped this long before anything leaves for external channels. */
const STOP_MS = 24 * 3_600_000;

type Schedule = Pick<AssignmentSchedule, 'seriesId' | 'unitId' | 'lastMonth'>;

/** At each period's start a schedule issues a new order from the last one of its series. */
@Injectable()
export class IssueRecurring {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly series: SeriesOrders,
    private readonly rules: ReplyRules,
    private readonly writer: OrderWriter,
    private readonly clock: Clock,
  ) {}

  /** Gives the number of orders that were issued. */
  @Tick('tasks.issue-recurring', EVERY_MS)
  async run(): Promise<number> {
    const schedules = await this.database.rows<Schedule>(
      sql`select series_id as "seriesId", unit_id as "unitId", last_month as "lastMonth" from assignment_schedules
        where ended_at is null order by series_id`,
    );
    let issued = 0;
    for (const schedule of schedules) {
      const rule = await this.organization.periodRule(schedule.unitId);
      const { month } = periodOf(this.clock.today(), rule);
      if (month > schedule.lastMonth && (await this.issue(schedule, month, rule))) issued += 1;
    }
    return issued;
  }

  private async issue(schedule: Schedule, month: string, rule: PeriodRule): Promise<boolean> {
    const last = await this.series.last(schedule.seriesId);
    if (!last) return false;
    const references = await this.series.referencesOf(schedule.unitId, last);
    const tasks = await this.series.tasks(schedule.unitId, schedule.seriesId);
    const end = last.cancelledAt ? 'cancelled' : !references ? 'references' : tasks.length === 0 ? 'no_team' : null;
    const next = await this.order(schedule, last, { month, rule });
    return this.database.tx(async (tx) => {
      if (end || !references) {
        await this.end(tx, schedule.seriesId, end);
        return false;
      }
      if (!(await this.claim(tx, schedule.seriesId, month))) return false;
      const { nothingLeft, capped, ...today } = await this.series.today(tx, last, tasks);
      if (nothingLeft) {
        await this.skip(tx, schedule.seriesId, month, nothingLeft);
        return false;
      }
      await this.writer.write(tx, { ...next, target: targetOf(today.tasks), capped }, references, today.tasks);
      return true;
    });
  }

  private async end(tx: Tx, seriesId: string, reason: string | null): Promise<void> {
    await execute(
      tx,
      sql`update assignment_schedules set ended_at = ${this.clock.now()}, end_reason = ${reason} where series_id = ${seriesId}
        and ended_at is null`,
    );
  }

  /** The period goes by without an order, and whoever looks at the series reads why. */
  private async skip(tx: Tx, seriesId: string, month: string, reason: NothingLeft): Promise<void> {
    await execute(
      tx,
      sql`update assignment_schedules set skipped_month = ${month}, skip_reason = ${reason} where series_id = ${seriesId}`,
    );
  }

  /** False when another process has issued this month's order. */
  private async claim(tx: Tx, seriesId: string, month: string): Promise<boolean> {
    return (
      (
        await rowsOf(
          tx,
          sql`update assignment_schedules set last_month = ${month}, skipped_month = null, skip_reason = null
            where series_id = ${seriesId} and last_month < ${month} and ended_at is null returning series_id`,
        )
      ).length > 0
    );
  }

  private async order(
    schedule: Schedule,
    last: LastOrder,
    next: { month: string; rule: PeriodRule },
  ): Promise<Omit<Order, 'target' | 'capped'>> {
    const now = this.clock.now();
    const today = this.clock.today();
    const dueOn = nextDueOn({ issuedOn: this.clock.dayOf(last.issuedAt), dueOn: last.dueOn }, today, next.rule);
    return {
      id: v7(),
      seriesId: schedule.seriesId,
      periodMonth: next.month,
      unitId: schedule.unitId,
      templateCode: last.templateCode,
      title: last.title,
      work: last.work,
      dueOn,
      replyByOn: await this.rules.replyBy(schedule.unitId, today, dueOn),
      directiveId: last.directiveId,
      evidence: last.evidence,
      asks: last.asks,
      minimumCodes: last.minimumCodes,
      providerId: last.providerId,
      priority: last.priority,
      issuedBy: last.issuedBy,
      issuedAt: now,
      recallUntil: new Date(now.getTime() + STOP_MS),
      sendAt: null,
    };
  }
}
