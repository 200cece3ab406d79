/** What the overview shows of each commune or hamlet: a figure, its colour, and what stands first. Pure. */
import { overviewPartKind } from '#contracts/reporting/overview-parts';
import type { Schemas } from '../../api/client.ts';

export type Overview = Schemas['Overview'];
export type Part = Overview['parts'][number];

export const metrics = ['active', 'report', 'inTime', 'silent', 'waiting'] as const;
export type Metric = (typeof metrics)[number];

/** From which share on a cell has its colour: under half, to 69, to 89, from 90. */
export const levels = ['under', 'low', 'fair', 'good'] as const;
export type Level = (typeof levels)[number];

export const levelOf = (percent: number): Level => {
  if (percent < 50) return 'under';
  if (percent < 70) return 'low';
  return percent < 90 ? 'fair' : 'good';
};

export const percentOf = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 100) : null;

export interface Cell {
  part: Part;
  /** What stands in the cell; null: nothing is known, shown as "–". */
  value: number | null;
  level: Level | null;
  /** Lowest first: what is worst. */
  rank: number;
}

const statusRank: Record<NonNullable<Part['report']>['status'], number> = {
  missing: 0,
  returned: 25,
  late: 50,
  not_due: 80,
  on_time: 100,
};

function shareCell(part: Part, percent: number | null): Cell {
  return { part, value: percent, level: percent === null ? null : levelOf(percent), rank: percent ?? 101 };
}

/** The value of a report's cell is its days late. */
function reportCell(part: Part): Cell {
  const { report } = part;
  if (!report) return { part, value: null, level: null, rank: 101 };
  const level: Record<typeof report.status, Level | null> = {
    missing: 'under',
    returned: 'low',
    late: 'low',
    not_due: null,
    on_time: 'good',
  };
  return {
    part,
    value: report.daysLate,
    level: level[report.status],
    rank: statusRank[report.status] - report.daysLate / 1000,
  };
}

/** Numbers of which fewer are better: coloured by their share of the teams. */
function countCell(part: Part, n: number): Cell {
  const percent = percentOf(part.teams - n, part.teams);
  return { part, value: n, level: percent === null ? null : levelOf(Math.max(0, percent)), rank: -n };
}

export function cellOf(part: Part, metric: Metric): Cell {
  if (metric === 'active') return shareCell(part, percentOf(part.active, part.teams));
  if (metric === 'inTime') return shareCell(part, percentOf(part.inTime, part.due));
  if (metric === 'report') return reportCell(part);
  if (part.silent === null || part.waiting === null) return { part, value: null, level: null, rank: 101 };
  if (metric === 'silent') return countCell(part, part.silent);
  return { part, value: part.waiting, level: part.waiting > 0 ? 'low' : 'good', rank: -part.waiting };
}

/** Neighbours beside each other as they come, or the worst first. */
export function cellsOf({ parts }: Pick<Overview, 'parts'>, metric: Metric, worstFirst: boolean): Cell[] {
  const cells = parts.map((part) => cellOf(part, metric));
  return worstFirst ? cells.sort((a, b) => a.rank - b.rank) : cells;
}

/** Only communes owe a report; figures of today alone are not offered for another day. */
export const metricsOf = ({ unit, isCurrent }: Pick<Overview, 'unit' | 'isCurrent'>): Metric[] =>
  metrics.filter((metric) =>
    metric === 'report'
      ? overviewPartKind(unit.kind) === 'commune'
      : isCurrent || (metric !== 'silent' && metric !== 'waiting'),
  );

export interface Sums {
  active: number;
  teams: number;
  due: number;
  inTime: number;
  silent: number;
  waiting: number;
  difficulties: number;
  lateDifficulties: number;
  vacant: number;
}

export function sumsOf(parts: readonly Part[]): Sums {
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    active: sum(({ active }) => active),
    teams: sum(({ teams }) => teams),
    due: sum(({ due }) => due),
    inTime: sum(({ inTime }) => inTime),
    silent: sum(({ silent }) => silent ?? 0),
    waiting: sum(({ waiting }) => waiting ?? 0),
    difficulties: sum(({ difficulties }) => difficulties ?? 0),
    lateDifficulties: sum(({ lateDifficulties }) => lateDifficulties ?? 0),
    vacant: sum(({ vacant }) => vacant ?? 0),
  };
}

/** Where silence is, most of it first. */
export const silentParts = (parts: readonly Part[]): Part[] =>
  parts.filter(({ silent }) => silent).sort((a, b) => (b.silent ?? 0) - (a.silent ?? 0));

/** Parts with communes that have no focal officer, most of them first. */
export const vacantParts = (parts: readonly Part[]): Part[] =>
  parts.filter(({ vacant }) => vacant).sort((a, b) => (b.vacant ?? 0) - (a.vacant ?? 0));

export const partsBy = (parts: readonly Part[], ids: readonly string[]): Part[] =>
  parts.filter(({ unit }) => ids.includes(unit.id));

/** Rows of a sheet: what is seen, in the order in which it is seen. */
export function sheetOf(cells: readonly Cell[]): (string | number | null)[][] {
  return cells.map(({ part }) => [
    part.unit.fullName,
    part.active,
    part.teams,
    part.report?.status ?? null,
    part.due,
    part.inTime,
    part.silent,
    part.waiting,
    part.difficulties,
    part.lateDifficulties,
  ]);
}
