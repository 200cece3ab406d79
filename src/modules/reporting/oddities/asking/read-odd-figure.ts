import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { periodOfMonth } from '#contracts/reporting/periods';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { ReportAccess } from '../../reports/report/report-access.ts';
import { oddFigureErrors } from '../../reporting.errors.ts';
import { ReadFiguresOfMonth } from '../finding/figures-of-month.ts';
import { LookForOddities } from '../finding/look-for-oddities.ts';
import { OddFigureQueries } from './odd-figure.queries.ts';
import { PresentOddFigures, type Shown } from './present-odd-figures.ts';

type WithPast = RouteAnswer<typeof routes.readOddFigure>;

/** Those of one report, and one with the year before it. */
@Injectable()
export class ReadOddFigure {
  constructor(
    private readonly access: ReportAccess,
    private readonly organization: OrganizationApi,
    private readonly figures: ReadFiguresOfMonth,
    private readonly looking: LookForOddities,
    private readonly rows: OddFigureQueries,
    private readonly present: PresentOddFigures,
  ) {}

  /** @throws report.notFound, platform.denied */
  async ofReport(actor: Actor, reportId: string): Promise<Shown[]> {
    const report = await this.access.open(actor, reportId, 'report.read');
    if (report.kind !== 'monthly' || report.unitKind !== 'commune' || report.version === 0) return [];
    await this.looking.before(report.unitId, report.month);
    return this.present.all(actor, await this.rows.ofReport(reportId));
  }

  /** @throws oddFigure.notFound, platform.denied */
  async execute(actor: Actor, id: string): Promise<WithPast> {
    const row = await this.rows.one(id);
    if (!row) throw oddFigureErrors.notFound();
    await this.access.open(actor, row.reportId, 'report.read');
    const period = periodOfMonth(row.month, await this.organization.periodRule(row.unitId, row.endsOn));
    const past = await this.figures.past(row.unitId, period, row.code);
    return { ...(await this.present.one(actor, row)), past };
  }
}
