/**
 * A commune's figures of a period of several months: what adds up is the sum of its months as their reports gave them, what
 * stands is as the last of them has it. Months that are not sent yet are read from the records, so that the sum follows them.
 */
import { Injectable } from '@nestjs/common';
import type { Aggregation } from '#contracts/enums';
import { absent, sumPairs } from '#contracts/reporting/figures';
import type { ReportState } from '#contracts/reporting/report-states';
import { OrganizationApi, organizationSql } from '#modules/organization';
import { Database, sql, type Tx } from '#platform/database';
import { monthsOf, type ReportData } from '../report/report.rows.ts';
import { DayFigures } from './day-figures.ts';
import { itemKindOf } from './figure-items.ts';
import { cumulativeCodes } from './figure-sql.ts';
import type { LiveFigure } from './live-figures.ts';
import { ReadMonthFigures } from './month-figures.ts';

type Asked = Pick<ReportData, 'kind' | 'unitId' | 'startsOn' | 'endsOn'>;
type Figures = Map<string, LiveFigure>;

/** A month of the period, and the unit's own report of it. */
export interface MonthBehind {
  month: string;
  reportId: string | null;
  state: ReportState | null;
}

/** With what the unit or those that it was made of say of it. */
export interface MonthPart extends MonthBehind {
  figures: ReadonlyMap<string, LiveFigure>;
}

/** A team that works in two months is one active team: neither the sum nor the last month says how many there were. */
const ONCE = 'TC07';

/** Whether months of it make up a longer period. */
export const addsUp = ({ code, aggregation }: { code: string; aggregation: Aggregation }): boolean =>
  (aggregation === 'sum' || aggregation === 'distinct') &&
  !cumulativeCodes.includes(code) &&
  itemKindOf(code) !== 'registers';

@Injectable()
export class MonthSums {
  constructor(
    private readonly database: Database,
    private readonly months: ReadMonthFigures,
    private readonly days: DayFigures,
    private readonly organization: OrganizationApi,
  ) {}

  async of(report: Asked, tx: Tx): Promise<Figures> {
    const [parts, indicators, ofDays] = await Promise.all([
      this.parts(report),
      this.organization.indicators(null, report.endsOn),
      this.days.of(report, tx),
    ]);
    const last = parts.at(-1)?.figures;
    const ofCode = (code: string) => parts.map(({ figures }) => figures.get(code));
    const codes = new Set(parts.flatMap(({ figures }) => [...figures.keys()]));
    const figures: Figures = new Map();
    for (const code of codes) {
      const indicator = indicators.get(code);
      const stands = last?.get(code);
      if (indicator && addsUp(indicator)) figures.set(code, sumOf(code, ofCode(code), stands));
      else if (stands) figures.set(code, { ...stands, before: absent });
    }
    const active = ofDays.get(ONCE);
    if (active) figures.set(ONCE, { ...active, year: last?.get(ONCE)?.year ?? absent });
    return figures;
  }

  /** Of a commune. */
  async parts(report: Asked): Promise<MonthPart[]> {
    const { unitId, endsOn } = report;
    const [rule, made, behind] = await Promise.all([
      this.organization.periodRule(unitId, endsOn),
      this.madeOf(unitId),
      this.behind(report),
    ]);
    const [own, before] = await Promise.all([
      this.months.of(
        behind.map(({ month }) => ({ month, communeIds: [unitId] })),
        rule,
      ),
      this.months.sentOf(behind.map(({ month }) => ({ month, communeIds: made }))),
    ]);
    return behind.map((month, index) => {
      const { sent, live } = own[index] as (typeof own)[number];
      const now = sent.size > 0 ? sent : (live.get(unitId) ?? new Map<string, LiveFigure>());
      return { ...month, figures: joined(now, before[index]?.figures ?? new Map()) };
    });
  }

  /** Of any unit: its own report of each month, in their order. */
  async behind(report: Asked): Promise<MonthBehind[]> {
    const months = monthsOf(report);
    const rows = await this.database.rows<{ month: string; reportId: string; state: ReportState }>(
      sql`select id as "reportId", state, to_char(month, 'YYYY-MM') as month from reports where unit_id = ${report.unitId}
        and kind = 'monthly' and month = any(${months.map((month) => `${month}-01`)}::date[])`,
    );
    return months.map((month) => rows.find((row) => row.month === month) ?? { month, reportId: null, state: null });
  }

  /** Units that went into this one whole, over several reforms: the months that they reported are part of its period. */
  private async madeOf(unitId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`with recursive part as (
         select ${unitId}::uuid as id
         union
         select s.from_unit_id from part p join ${organizationSql.unitSuccessors} s on s.to_unit_id = p.id
          where not exists (select 1 from ${organizationSql.unitSuccessors} o
                             where o.from_unit_id = s.from_unit_id and o.to_unit_id <> s.to_unit_id))
       select id from part where id <> ${unitId}`,
    );
    return rows.map(({ id }) => id);
  }
}

/** @param parts of one indicator; a part that says nothing of it is no part */
function sumOf(code: string, parts: readonly (LiveFigure | undefined)[], last: LiveFigure | undefined): LiveFigure {
  const found = parts.filter((part) => part !== undefined);
  return {
    code,
    now: sumPairs(found.map(({ now }) => now)),
    before: absent,
    year: last?.year ?? absent,
    records: found.reduce((sum, { records }) => sum + records, 0),
    late: found.reduce((sum, { late }) => sum + late, 0),
    isTyped: found.some(({ isTyped }) => isTyped),
  };
}

/** A month that the unit and those that it was made of reported, each a part. */
function joined(
  own: ReadonlyMap<string, LiveFigure>,
  made: ReadonlyMap<string, LiveFigure>,
): ReadonlyMap<string, LiveFigure> {
  if (made.size === 0) return own;
  const codes = [...new Set([...own.keys(), ...made.keys()])];
  return new Map(codes.map((code) => [code, sumOf(code, [own.get(code), made.get(code)], own.get(code))]));
}
