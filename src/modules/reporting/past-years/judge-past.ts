/**
 * What a table of past figures says, and what is in doubt of it: each doubt with its cell, and nothing guessed. A figure that
 * records hold is never written over, and none is written twice. Pure.
 */
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Pair } from '#contracts/reporting/figures';
import type { PeriodRule } from '#contracts/reporting/periods';
import { foldMarks } from '#i18n/fold';
import { readCell, type ReadCell, shownWords } from './past-cells.ts';
import { isAhead, readPeriod, windowOf } from './past-periods.ts';
import { totalsOf } from './past-totals.ts';
import { type PastUnit, unitMeant } from './past-units.ts';

type Input = RouteBody<typeof routes.importPastFigures>;
/** With its cells by their columns. */
export type PastLine = Omit<Input['lines'][number], 'cells'> & { cells: Readonly<Record<string, string>> };
export type PastColumn = Input['columns'][number];
export type PastFinding = RouteAnswer<typeof routes.importPastFigures>['findings'][number];

export interface PastFigureRow extends Pair {
  unitId: string;
  period: string;
  code: string;
}

export interface ToJudge extends Pick<Input, 'columns' | 'period'> {
  lines: readonly PastLine[];
  units: readonly PastUnit[];
  /** Whose table it is: a row of its name sums up the others. */
  scope: { id: string; fullName: string; name: string };
  /** Of how many and of which a figure is, by code. */
  indicators: ReadonlyMap<string, { aggregation: string; unit: string }>;
  /** Months of which a unit has sent a report: `unit month`. */
  recorded: ReadonlySet<string>;
  /** What was imported before: `unit period code`, from which file. */
  imported: ReadonlyMap<string, string>;
  rule: PeriodRule;
  today: string;
}

export interface Judged {
  figures: PastFigureRow[];
  findings: PastFinding[];
  blank: number;
  totals: number;
}

/** A row with what it means, as far as it says it. */
export interface JudgedRow {
  line: PastLine;
  period: string | null;
  unit: PastUnit | undefined;
  cells: ReadonlyMap<string, ReadCell>;
}

const total = /^(?:tong|cong|tong cong|tong so|toan tinh|toan huyen|toan xa|ca tinh|total|sum)(?:\s*\(.*\))?$/;

export function judgePast(asked: ToJudge): Judged {
  return new PastJudge(asked).judge();
}

class PastJudge {
  private readonly findings: PastFinding[] = [];
  private readonly taken: readonly PastColumn[];
  private blank = 0;

  constructor(private readonly asked: ToJudge) {
    this.taken = asked.columns.filter(({ code }) => code !== null);
  }

  judge(): Judged {
    const { lines } = this.asked;
    const sums = lines.filter((line) => this.isTotal(line));
    const said = lines.filter((line) => !sums.includes(line) && this.saysAnything(line));
    const rows = said.map((line) => this.rowOf(line));
    this.compareUnits(rows);
    const figures = this.figuresOf(rows);
    for (const one of totalsOf(lines, sums, this.taken)) this.raise(one.row, one.field, 'totalDiffers', one.params);
    return { figures, findings: this.findings, blank: this.blank, totals: sums.length };
  }

  private raise(
    row: number,
    field: string,
    code: PastFinding['code'],
    params: Record<string, string> = {},
    more: Partial<PastFinding> = {},
  ): void {
    this.findings.push({ row, field, code, params, open: true, units: [], ...more });
  }

  private isTotal({ unit }: PastLine): boolean {
    const { fullName, name } = this.asked.scope;
    const text = foldMarks(unit);
    return (
      total.test(text) ||
      (!this.asked.units.some(({ id }) => id === this.asked.scope.id) &&
        [fullName, name].some((one) => foldMarks(one) === text))
    );
  }

  private saysAnything({ cells }: PastLine): boolean {
    return this.taken.some(({ at }) => readCell(cells[at] ?? '').value !== null || readCell(cells[at] ?? '').fault);
  }

  private rowOf(line: PastLine): JudgedRow {
    const period = this.periodOf(line);
    const unit = this.unitOf(line, period);
    const cells = new Map(this.taken.map(({ at }) => [at, this.cellOf(line, at)]));
    return { line, period, unit, cells };
  }

  private periodOf({ row, period: text }: PastLine): string | null {
    const period = readPeriod(text, this.asked.period);
    if (period === null) {
      if (text === '') this.raise(row, 'period', 'periodMissing');
      else this.raise(row, 'period', 'periodBad', { text });
      return null;
    }
    if (isAhead(period, this.asked.today)) this.raise(row, 'period', 'periodAhead', { period });
    return period;
  }

  private unitOf(line: PastLine, period: string | null): PastUnit | undefined {
    const { units, rule, today } = this.asked;
    const meant = unitMeant(line, period ? windowOf(period, rule).endsOn : today, units);
    if (!meant.unit) {
      const found = meant.found.map(({ id, fullName, code, to, heirs }) => ({
        id,
        fullName,
        code,
        former: to === null || heirs.length === 0 ? null : this.namesOf(heirs),
      }));
      this.raise(
        line.row,
        'unit',
        found.length === 0 ? 'unitUnknown' : 'unitAmbiguous',
        { text: line.unit },
        { units: found },
      );
      return undefined;
    }
    const params = { unit: meant.unit.fullName, heirs: this.namesOf(meant.unit.heirs) };
    const note = { open: false };
    if (meant.as === 'ended') this.raise(line.row, 'unit', 'unitEnded', params, note);
    if (meant.as === 'later') this.raise(line.row, 'unit', 'unitLater', params, note);
    return meant.unit;
  }

  private namesOf(ids: readonly string[]): string {
    return ids.flatMap((id) => this.asked.units.find((unit) => unit.id === id)?.fullName ?? []).join(', ');
  }

  private cellOf(line: PastLine, at: string): ReadCell {
    const words = line.cells[at] ?? '';
    const read = readCell(words);
    const params = { cell: `${at}${line.row}`, text: shownWords(words) };
    if (read.fault) this.raise(line.row, at, read.fault, params);
    else if (read.value === null) this.blank += 1;
    else if (read.wasText)
      this.raise(line.row, at, 'numberAsText', { ...params, value: String(read.value) }, { open: false });
    return read;
  }

  /** A unit that has ended beside its heir, in one month: the heir's row may hold it already. */
  private compareUnits(rows: readonly JudgedRow[]): void {
    const byUnit = new Map(rows.map((row) => [`${row.unit?.id} ${row.period}`, row]));
    for (const { line, unit, period } of rows) {
      if (!unit || line.apart) continue;
      const heir = unit.heirs
        .filter((id) => id !== unit.id)
        .map((id) => byUnit.get(`${id} ${period}`))
        .find((one) => one !== undefined);
      if (!heir?.unit) continue;
      const params = { unit: unit.fullName, heir: heir.unit.fullName, row: String(heir.line.row), on: unit.to ?? '' };
      this.raise(line.row, 'unit', 'unitFollowed', params);
    }
  }

  private figuresOf(rows: readonly JudgedRow[]): PastFigureRow[] {
    const first = new Map<string, string>();
    return rows.flatMap((row) => {
      const { line, unit, period } = row;
      if (!unit || period === null || this.isRecorded(line, unit, period)) return [];
      const codes = [...new Set(this.taken.flatMap(({ code }) => code ?? []))];
      const old = this.related(line, unit).flatMap((id) =>
        codes.flatMap((code) => this.asked.imported.get(`${id} ${period} ${code}`) ?? []),
      );
      const figures = codes.flatMap((code) => this.pairOf(row, code, first, `${unit.id} ${period} ${code}`));
      if (old[0] !== undefined && figures.length > 0)
        this.raise(line.row, 'unit', 'alreadyImported', {
          unit: unit.fullName,
          period,
          file: old[0],
          n: String(old.length),
        });
      return figures.map((figure) => ({ unitId: unit.id, period, ...figure }));
    });
  }

  /** The unit, and what went into it or what it went into: those hold the same figures, unless somebody said otherwise. */
  private related({ apart }: PastLine, unit: PastUnit): string[] {
    if (apart) return [unit.id];
    return this.asked.units
      .filter(({ id, heirs }) => id === unit.id || unit.heirs.includes(id) || heirs.includes(unit.id))
      .map(({ id }) => id);
  }

  private isRecorded(line: PastLine, unit: PastUnit, period: string): boolean {
    const { row } = line;
    const is = this.related(line, unit).some((id) => this.asked.recorded.has(`${id} ${period}`));
    if (is) this.raise(row, 'period', 'periodRecorded', { unit: unit.fullName, period });
    return is;
  }

  /** A count, or of a ratio its two numbers; none where nothing is reported or something is wrong. */
  private pairOf(
    { line, cells }: JudgedRow,
    code: string,
    first: Map<string, string>,
    key: string,
  ): (Pair & { code: string })[] {
    const atOf = (part: PastColumn['part']) =>
      this.taken.find((column) => column.code === code && column.part === part)?.at;
    const [at, whole] = [atOf('count'), atOf('whole')];
    const numerator = cells.get(at ?? '')?.value ?? null;
    const denominator = cells.get(whole ?? '')?.value ?? null;
    if (numerator === null && denominator === null) return [];
    const own = at ?? whole ?? '';
    const params = { cell: `${own}${line.row}`, text: String(numerator ?? ''), whole: String(denominator ?? '') };
    const before = first.get(key);
    if (before !== undefined) this.raise(line.row, own, 'cellTwice', { ...params, other: before });
    else first.set(key, params.cell);
    const indicator = this.asked.indicators.get(code);
    if (indicator?.aggregation !== 'ratio') return numerator === null ? [] : [{ code, numerator, denominator: null }];
    // What is wrong with one of the two is said of it alone.
    if ([at, whole].some((one) => one !== undefined && cells.get(one)?.fault)) return [];
    const fault = ratioFault(numerator, denominator, indicator.unit);
    if (fault)
      this.raise(
        line.row,
        fault === 'wholeZero' || (numerator !== null && fault === 'wholeMissing') ? (whole ?? own) : own,
        fault,
        params,
      );
    return [{ code, numerator, denominator }];
  }
}

function ratioFault(
  numerator: number | null,
  denominator: number | null,
  unit: string,
): 'wholeMissing' | 'wholeZero' | 'partAboveWhole' | undefined {
  if (numerator === null || denominator === null) return 'wholeMissing';
  if (denominator === 0) return 'wholeZero';
  return unit === '%' && numerator > denominator ? 'partAboveWhole' : undefined;
}
