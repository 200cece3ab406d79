import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { type ReminderDay, reminderOn } from '#contracts/reporting/due-days';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, type Sql, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { WorkDays } from '../periods/work-days.ts';
import { campaignErrors } from '../reporting.errors.ts';
import { reportChased, reportReminded } from '../reporting.events.ts';
import type { Report } from '../reports/report.entity.ts';

const EVERY_MS = 600_000;
/** Reminders go out from eight in the morning on. */
const FROM_HOUR = 8;

type Open = Pick<Report, 'id' | 'unitId' | 'dueOn'>;

/** The reminders for reports that are open: five and two days before, on the day, the day after. Each once. */
@Injectable()
export class RemindReports {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly days: WorkDays,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives how many were reminded. */
  @Tick('reporting.remind', EVERY_MS)
  async run(): Promise<number> {
    const today = this.clock.today();
    if (this.hour() < FROM_HOUR) return 0;
    const open = await this.database.rows<Open>(
      sql`select id, unit_id as "unitId",
        due_on::text as "dueOn" from reports where state in ('draft', 'returned') and due_on between ${today}::date - 6
          and ${today}::date + 8`,
    );
    const calendar = await this.days.calendar(today);
    let reminded = 0;
    for (const report of open) {
      const step = reminderOn(today, report.dueOn, calendar);
      if (step !== undefined && (await this.remind(report, step))) reminded++;
    }
    return reminded;
  }

  /** By hand, from the receiver's board; whoever was reminded today already is left alone. */
  async chase(
    actor: Actor,
    unitId: string,
    { month, unitIds }: RouteBody<typeof routes.remindReports>,
  ): Promise<RouteAnswer<typeof routes.remindReports>> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const ofMonth = sql`receiver_id = ${unitId} and kind = 'monthly' and month = ${`${month}-01`}`;
    return this.chaseWhere(actor, unitIds, ofMonth);
  }

  /** By hand, those of a campaign that have not sent. @throws campaign.notFound */
  async chaseCampaign(
    actor: Actor,
    campaignId: string,
    { unitIds }: RouteBody<typeof routes.remindCampaign>,
  ): Promise<RouteAnswer<typeof routes.remindCampaign>> {
    const place = await this.database.one<{ unitId: string }>(
      sql`select unit_id as "unitId" from campaigns where id = ${campaignId}`,
    );
    if (!place) throw campaignErrors.notFound();
    await this.scope.require(actor, 'report.receive', { unitId: place.unitId });
    return this.chaseWhere(actor, unitIds, sql`campaign_id = ${campaignId}`);
  }

  private async chaseWhere(actor: Actor, unitIds: readonly string[], condition: Sql) {
    const today = this.clock.today();
    const reminded = await this.database.tx(async (tx) => {
      const rows = await rowsOf<Open>(
        tx,
        sql`update reports set chased_on = ${today} where ${condition} and unit_id = any(${unitIds})
            and state in ('draft', 'returned') and chased_on is distinct from ${today}
          returning id, unit_id as "unitId", due_on::text as "dueOn"`,
      );
      for (const { id, unitId } of rows)
        await this.outbox.append(tx, reportChased({ reportId: id }, { unitId }), actor);
      return rows.length;
    });
    return { reminded, skipped: new Set(unitIds).size - reminded };
  }

  private remind({ id, unitId }: Open, step: ReminderDay): Promise<boolean> {
    return this.database.tx(async (tx) => {
      const rows = await rowsOf(
        tx,
        sql`update reports set reminded = reminded || ${step}::int where id = ${id} and not (${step} = any(reminded))
          and state in ('draft', 'returned') returning id`,
      );
      if (rows.length === 0) return false;
      await this.outbox.append(tx, reportReminded({ reportId: id, step }, { unitId }));
      return true;
    });
  }

  private hour(): number {
    return new Date(this.clock.now().getTime() + 7 * 3_600_000).getUTCHours();
  }
}
