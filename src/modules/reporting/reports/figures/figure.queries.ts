/**
 * A report's figures: live while it is open, as sent afterwards. A commune's come from records; those of a district or
 * province are the sum of what the units below have sent, so that a total always equals its parts.
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { absent, type Pair } from '#contracts/reporting/figures';
import { openReportStates } from '#contracts/reporting/report-states';
import { membershipSql } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { monthsOf, ofSamePeriod, type ReportData } from '../report/report.rows.ts';
import { DayFigures } from './day-figures.ts';
import { figureColumns, summedColumns } from './figure-columns.ts';
import { MonthSums } from './month-sums.ts';
import { type FigureRow, type LiveFigure, LiveFigures, toFigure } from './live-figures.ts';

export type Figures = Map<string, LiveFigure>;

@Injectable()
export class FigureQueries {
  constructor(
    private readonly database: Database,
    private readonly live: LiveFigures,
    private readonly days: DayFigures,
    private readonly months: MonthSums,
    private readonly organization: OrganizationApi,
  ) {}

  async of(report: ReportData, tx: Tx = this.database.manager): Promise<Figures> {
    if (!openReportStates.includes(report.state)) return this.asSent(report.id, report.version, tx);
    if (report.kind === 'roster') return this.ofRoster(report, tx);
    if (report.unitKind !== 'commune') return this.summed(report.unitId, report, tx);
    if (report.kind === 'results') return this.days.of(report, tx);
    if (report.kind === 'months') return this.months.of(report, tx);
    const rule = await this.organization.periodRule(report.unitId, report.endsOn);
    const all = await this.live.ofCommunes([report.unitId], report.month, rule, report.standsOn);
    return all.get(report.unitId) as Figures;
  }

  /** Appendix 1 has two counts, and nobody on it is without a phone. */
  private async ofRoster(report: ReportData, tx: Tx): Promise<Figures> {
    const [row] = await rowsOf<{ teams: number; members: number; phones: number }>(
      tx,
      sql`select count(distinct t.id)::int as teams, count(distinct m.person_id)::int as members,
        count(distinct p.person_id)::int as phones
         from teams_at(${report.endsOn}::date) t left join lateral (
           select person_id from team_members_at(${report.endsOn}::date) where team_id = t.id offset 0) m on true
         left join ${membershipSql.peopleWithPhone} p on p.person_id = m.person_id
        where t.commune_id = ${report.unitId} and t.status = 'active'`,
    );
    const figure = (code: string, numerator: number, denominator: number | null): [string, LiveFigure] => {
      const pair = { numerator, denominator };
      return [code, { code, now: pair, before: absent, year: pair, records: 0, late: 0, isTyped: false }];
    };
    const { teams = 0, members = 0, phones = 0 } = row ?? {};
    return new Map([figure('TC01', teams, null), figure('TC03', members, null), figure('TC05', phones, members)]);
  }

  async asSent(reportId: string, version: number, tx: Tx = this.database.manager): Promise<Figures> {
    return toFigures(
      await rowsOf<FigureRow>(
        tx,
        sql`select ${figureColumns} from report_figures f where f.report_id = ${reportId} and f.version = ${version}`,
      ),
    );
  }

  /** The current versions that the units below have sent to this one for a month or a campaign. */
  async summed(
    receiverId: string,
    period: Parameters<typeof ofSamePeriod>[0],
    tx: Tx = this.database.manager,
  ): Promise<Figures> {
    return toFigures(
      await rowsOf<FigureRow>(
        tx,
        sql`select f.code, ${summedColumns}
           from reports r join report_figures f on f.report_id = r.id and f.version = r.version
          where r.receiver_id = ${receiverId} and ${ofSamePeriod(period)}
            and r.state in ('submitted', 'accepted') group by f.code`,
      ),
    );
  }

  /** What the unit plans for the year of a month's report or of the last of its months; days of a campaign are no part of a plan. */
  async plansOf(report: ReportData): Promise<Map<string, number>> {
    const last = report.kind === 'monthly' ? report.month : monthsOf(report).at(-1);
    return last ? this.plans(report.unitId, Number(last.slice(0, 4))) : new Map();
  }

  async plans(unitId: string, year: number): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ code: string; value: number }>(
      sql`select code, value::float8 as value from figure_plans where unit_id = ${unitId} and year = ${year}`,
    );
    return new Map(rows.map(({ code, value }) => [code, value]));
  }
}

function toFigures(rows: readonly FigureRow[]): Figures {
  return new Map(rows.map((row) => [row.code, toFigure(row)]));
}

/** Names figures by what they say, whatever their order. */
export function hashOf(figures: Figures): string {
  const lines = [...figures.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, now, before, year }) => [code, ...[now, before, year].flatMap(numbersOf)]);
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex').slice(0, 32);
}

/** Codes whose figure of this period differs, with both. */
export function changesBetween(before: ReadonlyMap<string, Pair>, after: ReadonlyMap<string, Pair>) {
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort();
  return codes.flatMap((code) => {
    const [was, is] = [before.get(code) ?? absent, after.get(code) ?? absent];
    const same = was.numerator === is.numerator && was.denominator === is.denominator;
    return same ? [] : [{ code, before: was, after: is }];
  });
}

export const nowOf = (figures: Figures): Map<string, Pair> =>
  new Map([...figures.values()].map(({ code, now }) => [code, now]));

function numbersOf({ numerator, denominator }: Pair): (number | null)[] {
  return [numerator, denominator];
}
