import { Injectable } from '@nestjs/common';
import type { Aggregation } from '#contracts/enums';
import { figureOf } from '#contracts/reporting/figures';
import { standingOf } from '#contracts/reporting/report-standing';
import { dateInVietnam } from '#i18n';
import { comparePlaces } from '#i18n/fold';
import { Database, sql } from '#platform/database';
import { namesOfThen, ofSamePeriod, type ReportData, sentTo } from './report.rows.ts';
import type { SentUnit, SubUnit } from './report-document.types.ts';

interface UnitRow {
  id: string;
  name: string;
  dueOn: string;
  version: number | null;
  /** Of the first version that had come by then. */
  firstSentOn: string | null;
}
interface FigureRow {
  reportId: string;
  code: string;
  numerator: number | null;
  denominator: number | null;
}

/** The units below a consolidated report as they stood at an instant: what came later is not in what was sent. */
@Injectable()
export class SubUnitQueries {
  constructor(private readonly database: Database) {}

  /** Who has sent and who has not, in the order of names. */
  async statuses(report: ReportData, at: Date): Promise<SentUnit[]> {
    return (await this.units(report, at)).map((unit) => ({
      ...statusOf(unit, at),
      reportId: unit.id,
      version: unit.version,
    }));
  }

  /** With the figures of the versions that count. */
  async withFigures(units: readonly SentUnit[], aggregations: ReadonlyMap<string, Aggregation>): Promise<SubUnit[]> {
    const figures = await this.figures(units);
    return units.map(({ reportId, version: _, ...unit }) => {
      const values = (figures.get(reportId) ?? []).map(({ code, ...pair }): [string, number | null] => [
        code,
        figureOf(pair, aggregations.get(code) ?? 'sum'),
      ]);
      return { ...unit, figures: new Map(values) };
    });
  }

  private async units(report: ReportData, at: Date): Promise<UnitRow[]> {
    const units = await this.database.rows<UnitRow>(
      sql`select r.id, coalesce(s.unit, u.full_name) as name, r.due_on::text as "dueOn", s.version,
              (select (v.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date::text from report_versions v
                where v.report_id = r.id and v.version = 1 and v.submitted_at <= ${at}) as "firstSentOn"
         from reports r ${namesOfThen}
         left join lateral (
           select v.version, v.decision, v.decided_at, v.content->>'unit' as unit from report_versions v where v.report_id = r.id and v.submitted_at <= ${at}
            order by v.version desc limit 1) s on s.decision is distinct from 'returned' or s.decided_at > ${at}
        where ${sentTo(report)} and ${ofSamePeriod(report)}`,
    );
    return units.sort((a, b) => comparePlaces(a.name, b.name));
  }

  private async figures(units: readonly SentUnit[]): Promise<Map<string, FigureRow[]>> {
    const sent = units.filter(({ version }) => version !== null);
    const rows = await this.database.rows<FigureRow>(
      sql`select f.report_id as "reportId", f.code, f.numerator::float8 as numerator, f.denominator::float8 as denominator
         from report_figures f join unnest(${sent.map(({ reportId }) => reportId)}::uuid[],
           ${sent.map(({ version }) => version)}::int[]) as s(report_id, version) on s.report_id = f.report_id and s.version = f.version`,
    );
    const byReport = new Map<string, FigureRow[]>();
    for (const row of rows) {
      const list = byReport.get(row.reportId);
      if (list) list.push(row);
      else byReport.set(row.reportId, [row]);
    }
    return byReport;
  }
}

function statusOf({ name, dueOn, version, firstSentOn }: UnitRow, at: Date): Omit<SubUnit, 'figures'> {
  const state = version === null ? (firstSentOn === null ? 'draft' : 'returned') : 'submitted';
  return { name, ...standingOf({ dueOn, firstSentOn, state }, dateInVietnam(at)) };
}
