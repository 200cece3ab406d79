/**
 * The figures that checks look at, as they were sent: of every commune that has sent the month, with the year before it. What a
 * commune was made of by then counts for it; where a part of that cannot be said, the month is not known.
 */
import { Injectable } from '@nestjs/common';
import { grouped } from '#contracts/grouped';
import { monthsUntil, type Period } from '#contracts/reporting/periods';
import { OrganizationApi, organizationSql } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { RestatementQueries } from '../../restatement/restatement.queries.ts';
import { itemKindOf } from '../../reports/figures/figure-items.ts';
import { cumulativeCodes } from '../../reports/figures/figure-sql.ts';
import type { Figures, Place, Series } from '../judging/series.ts';

/** The judged month and the year before it. */
const MONTHS = 13;
const TEAMS = 'TC01';
/** Of its denominator: the residents of the register. */
const RESIDENTS = 'TC08';

export interface SentMonth {
  reportId: string;
  version: number;
}
export interface FiguresOfMonth extends Figures {
  /** By commune: the report of the judged month. */
  reports: ReadonlyMap<string, SentMonth>;
}

interface Part {
  unitId: string;
  partId: string;
  /** All of the part went into the unit. */
  isWhole: boolean;
}
interface MonthReport {
  id: string;
  unitId: string;
  month: string;
  version: number;
  isSent: boolean;
}
interface Kind {
  code: string;
  isStock: boolean;
}
type Pair = Record<'numerator' | 'denominator', number | null>;

@Injectable()
export class ReadFiguresOfMonth {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly figures: RestatementQueries,
  ) {}

  async of(communeIds: readonly string[], period: Period): Promise<FiguresOfMonth> {
    const months = monthsUntil(period.month, MONTHS);
    const parts = await this.partsOf(communeIds, period.endsOn);
    const reports = await this.reports([...new Set(parts.map(({ partId }) => partId))], months);
    const sent = new Map(
      reports
        .filter(({ month, isSent, unitId }) => month === period.month && isSent && communeIds.includes(unitId))
        .map(({ id, unitId, version }) => [unitId, { reportId: id, version }]),
    );
    const pairs = await this.pairs(reports);
    const kinds = await this.kinds(period.endsOn);
    const byUnit = grouped(parts, ({ unitId }) => unitId);
    const byPart = grouped(reports, ({ unitId }) => unitId);
    const ids = [...sent.keys()].sort();
    const series = ids.flatMap((id) => seriesOf(byUnit.get(id) ?? [], { months, byPart, pairs, kinds }));
    return { months, places: placesOf(ids, sent, pairs), series, reports: sent };
  }

  /** The year up to a month of one figure. */
  async past(unitId: string, period: Period, code: string): Promise<{ month: string; value: number | null }[]> {
    const { months, series } = await this.of([unitId], period);
    const values = series.find((one) => one.indicator === code)?.values ?? [];
    return months.slice(0, -1).map((month, i) => ({ month, value: values[i] ?? null }));
  }

  /** Each unit itself, and what ended by a day and went into it. */
  private partsOf(communeIds: readonly string[], on: string): Promise<Part[]> {
    return this.database.rows<Part>(
      sql`with recursive line as (
         select id as unit_id, id as part_id, true as is_whole from unnest(${communeIds}::uuid[]) as c(id)
         union
         select l.unit_id, s.from_unit_id, l.is_whole and not exists (
                  select 1 from ${organizationSql.unitSuccessors} o
                   where o.from_unit_id = s.from_unit_id and o.to_unit_id <> s.to_unit_id)
           from line l join ${organizationSql.unitSuccessors} s on s.to_unit_id = l.part_id
           join ${organizationSql.units} u on u.id = s.from_unit_id and upper(u.validity) <= ${on}::date)
       select unit_id as "unitId", part_id as "partId", bool_and(is_whole) as "isWhole" from line group by 1, 2`,
    );
  }

  private reports(unitIds: readonly string[], months: readonly string[]): Promise<MonthReport[]> {
    return this.database.rows<MonthReport>(
      sql`select r.id, r.unit_id as "unitId", to_char(r.month, 'YYYY-MM') as month, r.version,
              r.state in ('submitted', 'accepted') as "isSent" from reports r
        where r.unit_id = any(${unitIds}::uuid[]) and r.kind = 'monthly'
          and r.month = any(${months.map((month) => `${month}-01`)}::date[])`,
    );
  }

  /** By report, and by indicator within it. */
  private async pairs(reports: readonly MonthReport[]): Promise<Pairs> {
    const rows = await this.figures.sent(reports.filter(({ isSent }) => isSent).map(({ id }) => id));
    const found: Pairs = new Map();
    for (const { reportId, code, numerator, denominator } of rows) {
      const own = found.get(reportId) ?? new Map<string, Pair>();
      found.set(reportId, own.set(code, { numerator, denominator }));
    }
    return found;
  }

  /** A share is no count: its part and whole are judged when they are typed. */
  private async kinds(on: string): Promise<Kind[]> {
    const indicators = await this.organization.indicators(null, on);
    return [...indicators.values()]
      .filter(({ aggregation }) => aggregation !== 'ratio')
      .map(({ code, aggregation }) => ({ code, isStock: aggregation === 'last' || stands(code) }));
  }
}

type Pairs = Map<string, Map<string, Pair>>;
interface Known {
  months: readonly string[];
  byPart: ReadonlyMap<string, readonly MonthReport[]>;
  pairs: Pairs;
  kinds: readonly Kind[];
}

/** What has been reached or is in use so far this year, and what registers say, may stay as it is. */
const stands = (code: string): boolean => cumulativeCodes.includes(code) || itemKindOf(code) === 'registers';

function seriesOf(parts: readonly Part[], { months, byPart, pairs, kinds }: Known): Series[] {
  const [first] = parts;
  if (!first) return [];
  const byMonth = months.map((month) =>
    parts.flatMap((part) =>
      (byPart.get(part.partId) ?? []).filter((one) => one.month === month).map((report) => ({ part, report })),
    ),
  );
  return kinds.map(({ code, isStock }) => ({
    placeId: first.unitId,
    indicator: code,
    isStock,
    values: byMonth.map((of) => {
      if (of.some(({ part, report }) => !part.isWhole || !report.isSent)) return null;
      const known = of.flatMap(({ report }) => pairs.get(report.id)?.get(code)?.numerator ?? []);
      return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
    }),
  }));
}

/** By residents where all have them in their register, else by teams: a mixture of both orders nobody. */
function placesOf(ids: readonly string[], reports: ReadonlyMap<string, SentMonth>, pairs: Pairs): Place[] {
  const of = (id: string, code: string) => pairs.get(reports.get(id)?.reportId ?? '')?.get(code);
  const teams = (id: string) => of(id, TEAMS)?.numerator ?? null;
  const residents = (id: string) => of(id, RESIDENTS)?.denominator ?? null;
  const byResidents = ids.every((id) => (residents(id) ?? 0) > 0);
  return ids.map((id) => ({ id, teams: teams(id), size: byResidents ? residents(id) : teams(id) }));
}
