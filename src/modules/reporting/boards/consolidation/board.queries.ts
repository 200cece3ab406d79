/** Reports of the units below one, by month, with the figures of what they have sent. */
import { Injectable } from '@nestjs/common';
import type { Pair } from '#contracts/reporting/figures';
import type { PeriodRule } from '#contracts/reporting/periods';
import { membershipSql } from '#modules/membership';
import { AttentionRules } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { FigureQueries, type Figures } from '../../reports/figures/figure.queries.ts';
import { type ReportData, reportColumns, reportTables } from '../../reports/report/report.rows.ts';
import { OverviewQueries } from '../standing/overview.queries.ts';
import { likelyLate, type PastLateness } from '../standing/report-punctuality.ts';
import type { OwedReport } from '../standing/obligation.queries.ts';
import { workingMonths } from './current-month.ts';

export type LateBefore = PastLateness & { unitId: string };

export interface SentFigure {
  code: string;
  now: Pair;
}

@Injectable()
export class BoardQueries {
  constructor(
    private readonly database: Database,
    private readonly owed: OverviewQueries,
    private readonly attention: AttentionRules,
    private readonly sums: FigureQueries,
  ) {}

  /**
   * The month that a unit's board and overview open on: the one that closed last, unless the unit owed nothing for it. A country
   * owes none itself and follows its provinces.
   */
  async workingMonth(unitId: string, today: string, rule: PeriodRule): Promise<string> {
    const [closed, open] = workingMonths(today, rule);
    const row = await this.database.one(
      sql`select 1 from unit_closure c join reports r on r.unit_id = c.descendant_id and r.kind = 'monthly' and r.month = ${`${closed}-01`}
        where c.ancestor_id = ${unitId} and (c.depth = 0 or c.depth = 1 and c.ancestor_kind = 'country') limit 1`,
    );
    return row ? closed : open;
  }

  /** Units that were late before and have written nothing of the month, shortly before it is due. */
  async lateBefore(unitIds: readonly string[], month: string, today: string): Promise<LateBefore[]> {
    const byUnit = new Map<string, OwedReport[]>(unitIds.map((id) => [id, []]));
    const rules = await this.attention.ofEach(unitIds, today);
    const longest = Math.max(0, ...unitIds.map((id) => rules(id).lateMonths));
    for (const report of await this.owed.reports(unitIds, month, longest)) byUnit.get(report.unitId)?.push(report);
    return [...byUnit].flatMap(([unitId, reports]) => {
      const past = likelyLate(reports, month, today, rules(unitId));
      return past ? [{ unitId, ...past }] : [];
    });
  }

  reports(receiverId: string, month: string): Promise<ReportData[]> {
    return this.database.rows<ReportData>(
      sql`select ${reportColumns} from ${reportTables} where r.receiver_id = ${receiverId} and r.kind = 'monthly'
        and r.month = ${`${month}-01`}`,
    );
  }

  /** The sum of what was sent. */
  totals(receiverId: string, month: string): Promise<Figures> {
    return this.sums.summed(receiverId, { campaignId: null, month });
  }

  /** By report; only of those that stand as sent. */
  async figures(receiverId: string, month: string): Promise<Map<string, SentFigure[]>> {
    const rows = await this.database.rows<{ reportId: string; code: string; n: number | null; d: number | null }>(
      sql`select f.report_id as "reportId", f.code, f.numerator::float8 as n, f.denominator::float8 as d
         from reports r join report_figures f on f.report_id = r.id and f.version = r.version
        where r.receiver_id = ${receiverId} and r.kind = 'monthly' and r.month = ${`${month}-01`}
          and r.state in ('submitted', 'accepted')`,
    );
    const byReport = new Map<string, SentFigure[]>();
    for (const { reportId, code, n, d } of rows) {
      const list = byReport.get(reportId) ?? [];
      byReport.set(reportId, list);
      list.push({ code, now: { numerator: n, denominator: d } });
    }
    return byReport;
  }

  /** Units with somebody who can be reminded: a focal officer or stand-in with a session or an address. */
  async reachable(unitIds: readonly string[], today: string, now: Date): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct p.unit_id as id from ${membershipSql.posts} p join contactable_at(${now}) c on c.person_id = p.person_id
        where p.unit_id = any(${unitIds}) and p.role in ('focal_officer', 'district_officer', 'province_officer')
          and p.validity @> ${today}::date and (c.email is not null or c.has_session)`,
    );
    return new Set(rows.map(({ id }) => id));
  }
}
