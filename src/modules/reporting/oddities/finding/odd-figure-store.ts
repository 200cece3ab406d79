/** What was found in a month of the communes that are compared: kept figure by figure, asked about once, closed when it is gone. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { grouped } from '#contracts/grouped';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import type { Oddity } from '../judging/series.ts';
import type { FiguresOfMonth } from './figures-of-month.ts';

export interface Look {
  /** The province, or whatever stands highest, below which communes are compared. */
  unitId: string;
  /** 'YYYY-MM' */
  month: string;
  at: Date;
}

@Injectable()
export class OddFigureStore {
  constructor(private readonly database: Database) {}

  /** False where somebody has looked later meanwhile: what they read is newer. */
  keep(look: Look, figures: FiguresOfMonth, found: readonly Oddity[]): Promise<boolean> {
    const month = `${look.month}-01`;
    return this.database.tx(async (tx) => {
      const judged = figures.series.filter(({ values }) => values.at(-1) != null).length;
      const taken = await rowsOf(
        tx,
        sql`insert into odd_looks as l (unit_id, month, looked_at, communes, figures)
          values (${look.unitId}, ${month}, ${look.at}, ${figures.reports.size}, ${judged})
          on conflict (unit_id, month) do update
             set looked_at = excluded.looked_at, communes = excluded.communes, figures = excluded.figures
           where l.looked_at <= excluded.looked_at
          returning unit_id`,
      );
      if (taken.length === 0) return false;
      const rows = rowsFor(figures, found);
      await this.write(tx, month, look.at, rows);
      await execute(
        tx,
        sql`update odd_figures set closed_at = ${look.at}
          where month = ${month} and closed_at is null and unit_id = any(${[...figures.reports.keys()]}::uuid[])
            and (unit_id::text || ' ' || code) <> all(${rows.map((row) => `${row.unitId} ${row.code}`)}::text[])`,
      );
      return true;
    });
  }

  /** What was asked, answered or left as it is stays; but a check that was not there then asks anew. */
  private write(tx: Tx, month: string, at: Date, rows: readonly Row[]): Promise<unknown> {
    return execute(
      tx,
      sql`insert into odd_figures as o (id, unit_id, month, code, report_id, version, value, checks, reasons, usual_low, usual_high,
            difference, share, total, found_at)
       select w.id, w."unitId", ${month}::date, w.code, w."reportId", w.version, w.value,
              array(select jsonb_array_elements_text(w.checks)), w.reasons, w.low, w.high, w.difference, w.share, w.total, ${at}
         from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id uuid, "unitId" uuid, code text, "reportId" uuid, version int,
           value bigint, checks jsonb, reasons jsonb, low float8, high float8, difference float8, share float8, total float8)
       on conflict (unit_id, month, code) do update set
         report_id = excluded.report_id, version = excluded.version, value = excluded.value, checks = excluded.checks,
         reasons = excluded.reasons, usual_low = excluded.usual_low, usual_high = excluded.usual_high,
         difference = excluded.difference, share = excluded.share, total = excluded.total, closed_at = null,
         dismissed_at = case when excluded.checks <@ o.checks then o.dismissed_at end,
         dismissed_by = case when excluded.checks <@ o.checks then o.dismissed_by end,
         dismiss_reason = case when excluded.checks <@ o.checks then o.dismiss_reason end`,
    );
  }
}

interface Row {
  id: string;
  unitId: string;
  code: string;
  reportId: string;
  version: number;
  value: number | null;
  checks: string[];
  reasons: Pick<Oddity, 'check' | 'reason' | 'params'>[];
  low: number | null;
  high: number | null;
  difference: number | null;
  share: number | null;
  total: number;
}

/** One for each figure, whatever number of checks found it. */
function rowsFor({ reports, series }: FiguresOfMonth, found: readonly Oddity[]): Row[] {
  const totals = new Map<string, number>();
  for (const { indicator, values } of series)
    totals.set(indicator, (totals.get(indicator) ?? 0) + (values.at(-1) ?? 0));
  const byFigure = grouped(found, ({ placeId, indicator }) => `${placeId} ${indicator}`);
  return [...byFigure.values()].flatMap((of) => {
    const [first] = of;
    const report = first && reports.get(first.placeId);
    if (!report) return [];
    const { placeId: unitId, indicator: code, value } = first;
    const usual = of.find((one) => one.usual)?.usual ?? null;
    const [heaviest] = of.flatMap(({ effect }) => effect ?? []).sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
    return [
      {
        id: v7(),
        unitId,
        code,
        ...report,
        value,
        checks: of.map(({ check }) => check),
        reasons: of.map(({ check, reason, params }) => ({ check, reason, params })),
        low: usual?.low ?? null,
        high: usual?.high ?? null,
        difference: heaviest?.difference ?? null,
        share: heaviest?.share ?? null,
        total: totals.get(code) ?? 0,
      },
    ];
  });
}
