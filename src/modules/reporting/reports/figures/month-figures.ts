import { Injectable } from '@nestjs/common';
import type { PeriodRule } from '#contracts/reporting/periods';
import { Database, sql } from '#platform/database';
import type { Report } from '../report/report.entity.ts';
import { figureColumns, summedColumns } from './figure-columns.ts';
import { type Activity, type FigureRow, type LiveFigure, LiveFigures, toFigure } from './live-figures.ts';

/** A month's figures of several communes: sums of what was sent, and each of those that have not sent. */
export interface MonthFigures {
  month: string;
  sent: ReadonlyMap<string, LiveFigure>;
  live: ReadonlyMap<string, ReadonlyMap<string, LiveFigure>>;
}

/** Communes may differ from month to month: units come and end. */
export interface AskedMonth {
  month: string;
  communeIds: readonly string[];
}

/** What was sent of a month, and by whom. */
export interface SentMonth {
  month: string;
  figures: ReadonlyMap<string, LiveFigure>;
  communeIds: readonly string[];
}

/** By commune, and which of them have sent their report. */
export interface CommuneActivity {
  figures: ReadonlyMap<string, Activity>;
  sent: ReadonlySet<string>;
}

interface SentReport extends Pick<Report, 'id' | 'version' | 'unitId'> {
  month: string;
}

/**
 * Months of many communes: what has been sent is kept and only summed; the records are read for those alone that have not
 * sent, since a province's month takes seconds.
 */
@Injectable()
export class ReadMonthFigures {
  constructor(
    private readonly database: Database,
    private readonly live: LiveFigures,
  ) {}

  async of(asked: readonly AskedMonth[], rule: PeriodRule): Promise<MonthFigures[]> {
    const reports = await this.sentReports(asked);
    const sums = await this.sums(reports);
    return Promise.all(
      asked.map(async ({ month, communeIds }) => {
        const known = new Set(reports.filter((report) => report.month === month).map(({ unitId }) => unitId));
        const unsent = communeIds.filter((id) => !known.has(id));
        const live = unsent.length === 0 ? new Map() : await this.live.ofCommunes(unsent, month, rule);
        return { month, sent: sums.get(month) ?? new Map(), live };
      }),
    );
  }

  /** Of months that are over: what was sent of them alone, and by which of the communes. */
  async sentOf(asked: readonly AskedMonth[]): Promise<SentMonth[]> {
    const reports = await this.sentReports(asked);
    const sums = await this.sums(reports);
    return asked.map(({ month }) => ({
      month,
      figures: sums.get(month) ?? new Map(),
      communeIds: reports.filter((report) => report.month === month).map(({ unitId }) => unitId),
    }));
  }

  /** "Teams with activity" of each commune: as its report gave it, or as the records say where none is sent. */
  async activityOf(communeIds: readonly string[], month: string, rule: PeriodRule): Promise<CommuneActivity> {
    const reports = await this.sentReports([{ month, communeIds }]);
    const sent = new Set(reports.map(({ unitId }) => unitId));
    const unsent = communeIds.filter((id) => !sent.has(id));
    const [rows, live] = await Promise.all([
      this.database.rows<FigureRow & Pick<Report, 'unitId'>>(
        sql`select r.unit_id as "unitId", ${figureColumns}
           from unnest(${reports.map(({ id }) => id)}::uuid[], ${reports.map(({ version }) => version)}::int[],
                       ${reports.map(({ unitId }) => unitId)}::uuid[]) r (id, version, unit_id)
           cross join lateral (
             select * from report_figures x where x.report_id = r.id and x.version = r.version and x.code = 'TC07' offset 0) f`,
      ),
      this.live.activityOf(unsent, month, rule),
    ]);
    return {
      figures: new Map([...rows.map((row): [string, Activity] => [row.unitId, toFigure(row)]), ...live]),
      sent,
    };
  }

  private async sentReports(asked: readonly AskedMonth[]): Promise<SentReport[]> {
    const communeIds = [...new Set(asked.flatMap((one) => one.communeIds))];
    const rows = await this.database.rows<SentReport>(
      sql`select r.id, r.version, r.unit_id as "unitId", to_char(r.month, 'YYYY-MM') as month from reports r
        where r.unit_id = any(${communeIds}::uuid[]) and r.month = any(${asked.map(({ month }) => `${month}-01`)}::date[])
          and r.kind = 'monthly' and r.state in ('submitted', 'accepted')`,
    );
    const wanted = new Map(asked.map((one) => [one.month, new Set(one.communeIds)]));
    return rows.filter(({ month, unitId }) => wanted.get(month)?.has(unitId));
  }

  /** By month and code. Versions are never altered, so that the sum is of those very reports. */
  private async sums(reports: readonly SentReport[]): Promise<Map<string, Map<string, LiveFigure>>> {
    const rows = await this.database.rows<FigureRow & { month: string }>(
      sql`select r.month, f.code, ${summedColumns}
         from unnest(${reports.map(({ id }) => id)}::uuid[], ${reports.map(({ version }) => version)}::int[],
                     ${reports.map(({ month }) => month)}::text[]) r (id, version, month)
         -- Report by report: joined as a table, the figures of the whole country would be read.
         cross join lateral (
           select * from report_figures x where x.report_id = r.id and x.version = r.version offset 0) f
        group by 1, 2`,
    );
    const months = new Map<string, Map<string, LiveFigure>>();
    for (const { month, ...row } of rows)
      months.set(month, (months.get(month) ?? new Map<string, LiveFigure>()).set(row.code, toFigure(row)));
    return months;
  }
}
