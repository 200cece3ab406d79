import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { execute, sql, type Tx } from '#platform/database';
import type { ReportData } from '../report/report.rows.ts';
import { countedIn, sentMonths } from './counted-in.ts';
import { linesOfDays } from './day-figures.ts';
import type { Figures } from './figure.queries.ts';
import { windowsOf } from './windows.ts';

/** What a report keeps of its figures once it is sent: the lines behind them, and they themselves. */
@Injectable()
export class FigureStore {
  constructor(private readonly organization: OrganizationApi) {}

  /**
   * Which confirmed lines the report counts, before its figures are read in the same snapshot. A line that is confirmed later
   * for a day of this period finds the period closed and goes into the next as a late fact; of a campaign only a next version
   * of its report counts it.
   */
  async keepFacts(tx: Tx, report: ReportData): Promise<void> {
    // The months that a sum is made of have kept theirs.
    if (report.kind === 'roster' || report.kind === 'months' || report.unitKind !== 'commune') return;
    if (report.kind === 'results') return keepLinesOfDays(tx, report);
    const rule = await this.organization.periodRule(report.unitId, report.endsOn);
    const { year } = windowsOf(report.month, rule);
    // What was counted once and does not count any more: its confirmation was taken back within its minute.
    await execute(
      tx,
      sql`delete from report_facts f where f.report_id = ${report.id}
          and not exists (select 1 from counted_lines l where l.entry_id = f.entry_id and l.position = f.position
            and l.confirmed_value is not null)`,
    );
    const month = `${report.month}-01`;
    const window = { yearFrom: year.startsOn, until: report.endsOn, startDay: rule.windowStartDay };
    await execute(
      tx,
      sql`with asked as (select ${report.unitId}::uuid as commune_id), ${sentMonths},
            lines as (${countedIn(sql`l.entry_id, l.position`, window)})
       insert into report_facts (entry_id, position, report_id, month, is_late)
       select entry_id, position, ${report.id}::uuid, ${month}::date, is_late from lines where month = ${month}
        on conflict (entry_id, position) do nothing`,
    );
  }

  /** @param plans by code */
  async freeze(tx: Tx, reportId: string, version: number, figures: Figures, plans: ReadonlyMap<string, number>) {
    const rows = [...figures.values()].map((figure) => ({
      code: figure.code,
      n: figure.now.numerator,
      d: figure.now.denominator,
      pn: figure.before.numerator,
      pd: figure.before.denominator,
      yn: figure.year.numerator,
      yd: figure.year.denominator,
      plan: plans.get(figure.code) ?? null,
      records: figure.records,
      late: figure.late,
      typed: figure.isTyped,
    }));
    await execute(
      tx,
      sql`insert into report_figures (report_id, version, code, numerator, denominator, previous_numerator, previous_denominator,
        year_numerator, year_denominator, plan, records, late, is_typed)
       select ${reportId}, ${version}, w.code, w.n, w.d, w.pn, w.pd, w.yn, w.yd, w.plan, w.records, w.late, w.typed
         from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(code text, n bigint, d bigint, pn bigint, pd bigint,
           yn bigint, yd bigint, plan bigint, records int, late bigint, typed boolean)`,
    );
  }
}

/** Those that count now, whatever an earlier version counted. */
async function keepLinesOfDays(tx: Tx, report: ReportData): Promise<void> {
  await execute(tx, sql`delete from campaign_facts where report_id = ${report.id}`);
  await execute(
    tx,
    sql`insert into campaign_facts (report_id, entry_id, position)
      ${linesOfDays(sql`${report.id}::uuid, l.entry_id, l.position`, report)}`,
  );
}
