import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { PeriodRule } from '#contracts/reporting/periods';
import { OrganizationApi } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { AllotmentWriter, type NewAllotment } from '../allotment-writer.ts';
import { sumOf } from '../check-shares.ts';
import { giveByMonth } from '../../series/give-by-month.ts';
import { NumberSchedules, type NumberSchedule, scheduleColumns } from './number-schedules.ts';
import { type PlannedNumbers, PlanNumbers } from './plan-numbers.ts';

const EVERY_MS = 10 * 60_000;
/** New numbers of a monthly work can be taken back this long before anything leaves for external channels. */
const STOP_MS = 24 * 3_600_000;

/** At each period's start communes get their numbers again. */
@Injectable()
export class IssueMonthlyNumbers {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly plan: PlanNumbers,
    private readonly schedules: NumberSchedules,
    private readonly writer: AllotmentWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives how many were given.
   * @throws AggregateError after all have had their turn: one that cannot be given does not hold up the others
   */
  @Tick('tasks.issue-monthly-numbers', EVERY_MS)
  async run(): Promise<number> {
    const schedules = await this.database.rows<NumberSchedule>(
      sql`select ${scheduleColumns} from allotment_schedules s where s.ended_at is null order by s.series_id`,
    );
    return giveByMonth(schedules, {
      today: () => this.clock.today(),
      ruleOf: (unitId) => this.organization.periodRule(unitId),
      give: (schedule, month, rule) => this.issue(schedule, month, rule),
      failed: 'monthly numbers were not given',
    });
  }

  private async issue(schedule: NumberSchedule, month: string, rule: PeriodRule): Promise<boolean> {
    const next = await this.plan.plan(schedule, this.clock.today(), rule);
    return this.database.tx(async (tx) => {
      if (next.end !== null) {
        await this.schedules.end(tx, schedule.seriesId, next.end);
        return false;
      }
      if (!(await this.schedules.claim(tx, schedule, month))) return false;
      await this.writer.insert(tx, this.numbersOf(schedule, next, month), next.references);
      return true;
    });
  }

  private numbersOf(
    { seriesId, unitId }: NumberSchedule,
    { last, title, dueOn, shares, issuedBy }: PlannedNumbers,
    month: string,
  ): NewAllotment {
    const { templateCode, work, indicatorCode, directiveId, evidence, asks, minimumCodes, priority } = last;
    return {
      id: v7(),
      unitId,
      seriesId,
      periodMonth: month,
      issuedBy,
      recallUntil: new Date(this.clock.now().getTime() + STOP_MS),
      templateCode,
      title,
      work,
      indicatorCode,
      target: sumOf(shares),
      dueOn,
      directiveId,
      evidence,
      asks: asks as NewAllotment['asks'],
      ...(minimumCodes !== null && { minimumCodes }),
      priority,
      shares,
    };
  }
}
