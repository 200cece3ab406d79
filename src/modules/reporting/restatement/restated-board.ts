/**
 * Adds a month up by the communes of today. What is divided is divided by records alone; what cannot be is in no row but in
 * `undivided`, so that the total is that of then. Pure.
 */
import { absent, type Pair, sumPairs } from '#contracts/reporting/figures';
import { divideFigure, type LineShare, sumOf } from './divide-figure.ts';
import type { CommuneOfThen } from './restated-board.queries.ts';
import type { SentPair } from './restatement.queries.ts';

export interface Figure {
  code: string;
  pair: Pair;
  known: boolean;
}
export interface Part extends Pick<CommuneOfThen, 'reportId' | 'sentOn'> {
  unitId: string;
  from: 'report' | 'share' | 'records';
  figures: Figure[];
}
export interface Row {
  unitId: string;
  parts: Part[];
  missing: string[];
  figures: Figure[];
}
export interface CodePair {
  code: string;
  pair: Pair;
}
export interface Undivided extends Pick<CommuneOfThen, 'reportId'> {
  unitId: string;
  figures: CodePair[];
}
export interface Sums {
  rows: Row[];
  undivided: Undivided[];
  undividedSums: CodePair[];
  sent: CodePair[];
  totals: CodePair[];
  differences: string[];
}

export interface ToAdd {
  codes: readonly string[];
  communes: readonly CommuneOfThen[];
  /** The row of each commune of today. */
  rowOf: ReadonlyMap<string, string>;
  sent: readonly SentPair[];
  /** Of divided communes' reports. */
  shares: readonly LineShare[];
  /** The same, as somebody entered it: where records say nothing. */
  entered: readonly LineShare[];
  /** Of communes that ended within the month and sent nothing. */
  records: readonly LineShare[];
}

const count = (numerator: number): Pair => ({ numerator, denominator: null });

export function addUp(asked: ToAdd): Sums {
  const { codes, communes, rowOf } = asked;
  const rows = new Map<string, Row>(
    [...new Set(rowOf.values())].map((unitId) => [unitId, { unitId, parts: [], missing: [], figures: [] }]),
  );
  const undivided: Undivided[] = [];
  for (const commune of communes) {
    const ids = [...new Set(commune.heirs.flatMap((id) => rowOf.get(id) ?? []))];
    const isOwed = commune.reportId === null && !commune.ended;
    if (isOwed) for (const id of ids) rows.get(id)?.missing.push(commune.id);
    if (isOwed || (ids.length === 0 && commune.heirs.length > 0)) continue;
    const left = placed(commune, asked, rows, ids);
    if (left.length > 0) undivided.push({ unitId: commune.id, reportId: commune.reportId, figures: left });
  }
  for (const row of rows.values()) row.figures = codes.map((code) => ofRow(row, code));
  const pairsOf = (figures: readonly CodePair[], code: string) =>
    figures.flatMap((one) => (one.code === code ? [one.pair] : []));
  const sums = (figures: readonly CodePair[]) =>
    codes.map((code) => ({ code, pair: sumPairs(pairsOf(figures, code)) }));
  const left = undivided.flatMap(({ figures }) => figures);
  const whole = sums(communes.filter(({ stood }) => stood).flatMap((one) => wholeOf(one, asked)));
  const totals = sums([...[...rows.values()].flatMap(({ figures }) => figures), ...left]);
  return {
    rows: [...rows.values()],
    undivided,
    // Nothing left undivided is 0, not unreported.
    undividedSums: sums(left).map((one) => (one.pair.numerator === null ? { ...one, pair: count(0) } : one)),
    sent: whole,
    totals,
    differences: codes.filter((_, i) => !isSame(whole[i]?.pair ?? absent, totals[i]?.pair ?? absent)),
  };
}

/** Puts what is known of a commune into its rows. Gives what is not. */
function placed(commune: CommuneOfThen, asked: ToAdd, rows: Map<string, Row>, ids: readonly string[]): CodePair[] {
  const { reportId, sentOn } = commune;
  const from = reportId === null ? 'records' : commune.heirs.length > 1 ? 'share' : 'report';
  const left: CodePair[] = [];
  const byRow = new Map<string, Figure[]>(ids.map((id) => [id, []]));
  for (const { code, pair } of wholeOf(commune, asked)) {
    const known = ids.length > 0 ? dividedBy(commune, code, pair, asked) : undefined;
    if (!known) left.push({ code, pair });
    for (const [id, figures] of byRow) figures.push({ code, known: Boolean(known), pair: known?.get(id) ?? absent });
  }
  for (const [id, figures] of byRow)
    rows.get(id)?.parts.push({ unitId: commune.id, from, reportId, sentOn: reportId && sentOn, figures });
  return left;
}

/** What a commune of then has of each indicator: as sent, or of one that ended within the month what its teams had done. */
function wholeOf(commune: CommuneOfThen, { codes, sent, records }: ToAdd): CodePair[] {
  if (commune.reportId !== null)
    return sent
      .filter(({ unitId, code }) => unitId === commune.id && codes.includes(code))
      .map(({ code, numerator, denominator }) => ({ code, pair: { numerator, denominator } }));
  const own = records.filter(({ unitId }) => unitId === commune.id);
  return codes.flatMap((code) => {
    const lines = own.filter((line) => line.code === code);
    return lines.length > 0 ? [{ code, pair: count(sumOf(lines)) }] : [];
  });
}

/** By row; undefined where no records say it. A part without a record has 0 of what they make up. */
function dividedBy(commune: CommuneOfThen, code: string, pair: Pair, asked: ToAdd): Map<string, Pair> | undefined {
  const row = (id: string) => asked.rowOf.get(id) ?? id;
  const all = [...new Set(commune.heirs.map(row))];
  const [only] = all;
  if (only && all.length === 1) return new Map([[only, pair]]);
  if (pair.numerator === null) return new Map(all.map((id) => [id, absent]));
  const isTyped = asked.sent.some((one) => one.unitId === commune.id && one.code === code && one.isTyped);
  const lines = commune.reportId === null ? asked.records : asked.shares;
  const figure = { unitId: commune.id, code, ...pair };
  const byHeir =
    divideFigure({ ...figure, isTyped }, lines) ?? divideFigure({ ...figure, isTyped: false }, asked.entered);
  if (!byHeir || [...byHeir.keys()].some((id) => !commune.heirs.includes(id))) return undefined;
  const none = { numerator: 0, denominator: pair.denominator === null ? null : 0 };
  return new Map(
    all.map((id) => [id, sumPairs([none, ...[...byHeir].flatMap(([heir, part]) => (row(heir) === id ? [part] : []))])]),
  );
}

/** What is known of a row, also where some of its parts are not. */
function ofRow({ parts }: Row, code: string): Figure {
  const own = parts.flatMap(({ figures }) => figures.filter((one) => one.code === code));
  const known = own.filter((one) => one.known);
  return { code, pair: sumPairs(known.map(({ pair }) => pair)), known: known.length === own.length };
}

const isSame = (a: Pair, b: Pair): boolean => a.numerator === b.numerator && a.denominator === b.denominator;
