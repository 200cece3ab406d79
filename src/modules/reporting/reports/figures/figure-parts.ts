import { Injectable } from '@nestjs/common';
import type { Aggregation } from '#contracts/enums';
import type { RouteAnswer, routes } from '#contracts';
import { absent, type Pair } from '#contracts/reporting/figures';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { ReportPeople } from '../report/report-people.ts';
import { ofSamePeriod, type ReportData, sentTo } from '../report/report.rows.ts';
import { FigureItems } from './figure-items.ts';
import { addsUp, MonthSums } from './month-sums.ts';

type Source = RouteAnswer<typeof routes.figureSource>;
interface Known {
  code: string;
  aggregation: Aggregation;
}

/** What a figure is made of where no lines of the report make it up: units below, months, things on a list. */
@Injectable()
export class FigureParts {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly people: ReportPeople,
    private readonly months: MonthSums,
    private readonly items: FigureItems,
  ) {}

  async ofList(report: ReportData, code: string): Promise<Source['items']> {
    const rule = await this.organization.periodRule(report.unitId, report.endsOn);
    return this.items.of({ ...report, endsOn: report.standsOn }, code, rule);
  }

  /** What stands is that of the last month; all else has a part of each. */
  async ofMonths(report: ReportData, indicator: Known): Promise<Source['parts']> {
    const parts = await this.months.parts(report);
    const shown = addsUp(indicator) ? parts : parts.slice(-1);
    return shown.map(({ month, reportId, figures }) => ({
      id: reportId ?? report.unitId,
      name: month,
      pair: figures.get(indicator.code)?.now ?? absent,
      ...(reportId && { reportId }),
    }));
  }

  /** What units below sent, in the order of their names. */
  async ofUnits(report: ReportData, code: string): Promise<Source['parts']> {
    const rows = await this.database.rows<Pair & { id: string; reportId: string }>(
      sql`select r.unit_id as id, r.id as "reportId", f.numerator::float8 as numerator, f.denominator::float8 as denominator
         from reports r join report_figures f on f.report_id = r.id and f.version = r.version and f.code = ${code}
        where ${sentTo(report)} and ${ofSamePeriod(report)}
          and r.state in ('submitted', 'accepted')`,
    );
    const units = await this.people.units(
      rows.map(({ id }) => id),
      report.endsOn,
    );
    return rows
      .map(({ id, reportId, ...pair }) => ({ id, name: units.get(id)?.fullName ?? '', pair, reportId }))
      .toSorted((a, b) => comparePlaces(a.name, b.name));
  }
}
