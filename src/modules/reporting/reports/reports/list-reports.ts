import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, RouteQuery, routes } from '#contracts';
import { type Period, periodOfMonth } from '#contracts/reporting/periods';
import { openReportStates } from '#contracts/reporting/report-states';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { OpenReports } from '../periods/open-reports.ts';
import { ReportAccess } from '../report/report-access.ts';
import { type ReportData, reportColumns, reportTables } from '../report/report.rows.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { Lineage } from '../report/lineage.ts';
import { PresentReport } from './present-report.ts';

/** A unit's reports by month with what ended units left it to send, and the one of a month that has begun. */
@Injectable()
export class ListReports {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly access: ReportAccess,
    private readonly present: PresentReport,
    private readonly lineage: Lineage,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { year }: RouteQuery<typeof routes.listReports>,
  ): Promise<RouteAnswer<typeof routes.listReports>> {
    await this.scope.require(actor, 'report.read', { unitId });
    const ofYear = year ?? null;
    const rows = await this.database.rows<ReportData>(
      sql`select ${reportColumns} from ${reportTables}
        where (r.unit_id = ${unitId} or r.state = any(${[...openReportStates]}) and r.receiver_id is not null and r.unit_id = any(${await this.lineage.leftTo(unitId)}))
          and (${ofYear}::int is null or extract(year from r.month) = ${ofYear}::int) order by r.month desc, r.kind limit 60`,
    );
    return this.present.heads(rows.map((row) => this.access.asOf(row)));
  }
}

@Injectable()
export class OpenReport {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly organization: OrganizationApi,
    private readonly opening: OpenReports,
    private readonly clock: Clock,
  ) {}

  /** @throws report.notOwing, report.notBegun */
  async execute(actor: Actor, unitId: string, { month }: RouteBody<typeof routes.openReport>): Promise<ReportData> {
    this.access.requireOwn(actor, unitId);
    const period = periodOfMonth(month, await this.organization.periodRule(unitId));
    const { startsOn } = period;
    if (startsOn > this.clock.today()) throw reportErrors.notBegun({ path: 'month', startsOn });
    const found = (await this.find(unitId, month)) ?? (await this.opened(unitId, period));
    if (!found) throw reportErrors.notOwing({ path: 'month', month });
    return found;
  }

  private async opened(unitId: string, period: Period): Promise<ReportData | undefined> {
    return (await this.opening.openFor(unitId, period)) ? this.find(unitId, period.month) : undefined;
  }

  private find(unitId: string, month: string): Promise<ReportData | undefined> {
    return this.database.one<ReportData>(
      sql`select ${reportColumns} from ${reportTables} where r.unit_id = ${unitId} and r.kind = 'monthly' and r.month = ${`${month}-01`}`,
    );
  }
}
