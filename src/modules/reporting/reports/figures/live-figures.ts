import { Injectable } from '@nestjs/common';
import { type Pair, absent } from '#contracts/reporting/figures';
import type { PeriodRule } from '#contracts/reporting/periods';
import { TeamGroupsApi } from '#modules/membership';
import { Database, prepared } from '#platform/database';
import { inParts } from './commune-parts.ts';
import { activitySql, figureSql } from './figure-sql.ts';
import { windowsOf } from './windows.ts';

/** One indicator of one unit: this period, the one before, the year so far. */
export interface LiveFigure {
  code: string;
  now: Pair;
  before: Pair;
  year: Pair;
  /** Confirmed lines behind `now`; 0 for what stands in registers and rosters. */
  records: number;
  /** The part of `now` that comes from days of earlier periods. */
  late: number;
  isTyped: boolean;
}

/** Of a commune or two the statement takes as long to plan as to run; the plan by indices that is kept fits few at any size. */
const FEW = 4;

/** Of how many teams something counts, and of how many. */
export type Activity = Pick<LiveFigure, 'now' | 'before'>;

/** As SQL gives it: numerators, and denominators beside them. */
export interface FigureRow {
  code: string;
  now: number | null;
  nowOf: number | null;
  before: number | null;
  beforeOf: number | null;
  year: number | null;
  yearOf: number | null;
  records: number;
  late: number;
  isTyped: boolean;
}

type CommuneRow = FigureRow & { communeId: string };

/** Figures as the records say now: of communes, since everything above is their sum. */
@Injectable()
export class LiveFigures {
  constructor(
    private readonly database: Database,
    private readonly groups: TeamGroupsApi,
  ) {}

  /**
   * Indicators that a commune has nothing about are absent from its map.
   * @param standsOn where the tree and the lists are not those of the period's last day
   */
  async ofCommunes(
    communeIds: readonly string[],
    month: string,
    rule: PeriodRule,
    standsOn?: string,
  ): Promise<Map<string, Map<string, LiveFigure>>> {
    const windows = windowsOf(month, rule, standsOn);
    const [rows, groups] = await Promise.all([
      inParts(communeIds, (part) => {
        const asked = figureSql(part, windows, rule.windowStartDay);
        return this.database.rows<CommuneRow>(part.length > FEW ? asked : prepared('figures-of-few', asked));
      }),
      this.groups.rightlyNamed(communeIds, windows.standsOn.now),
    ]);
    const figures = new Map(communeIds.map((id) => [id, new Map<string, LiveFigure>()]));
    for (const row of rows) figures.get(row.communeId)?.set(row.code, toFigure(row));
    // By the names that stood on the period's last day; the month before has its own report.
    for (const [communeId, { right, teams }] of groups) {
      const pair = { numerator: right, denominator: teams };
      const figure = { code: 'TC06', now: pair, before: absent, year: pair, records: 0, late: 0, isTyped: false };
      figures.get(communeId)?.set('TC06', figure);
    }
    return figures;
  }

  /** "Teams with activity" alone, of each. */
  async activityOf(communeIds: readonly string[], month: string, rule: PeriodRule): Promise<Map<string, Activity>> {
    const windows = windowsOf(month, rule);
    const rows = await inParts(communeIds, (part) =>
      this.database.rows<Omit<CommuneRow, 'code'>>(activitySql(part, windows, rule.windowStartDay)),
    );
    return new Map(
      rows.map(({ communeId, now, nowOf, before, beforeOf }) => [
        communeId,
        { now: { numerator: now, denominator: nowOf }, before: { numerator: before, denominator: beforeOf } },
      ]),
    );
  }
}

export function toFigure({ code, records, late, isTyped, ...row }: FigureRow): LiveFigure {
  return {
    code,
    now: { numerator: row.now, denominator: row.nowOf },
    before: { numerator: row.before, denominator: row.beforeOf },
    year: { numerator: row.year, denominator: row.yearOf },
    records,
    late,
    isTyped,
  };
}
