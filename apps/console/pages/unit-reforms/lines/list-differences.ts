/** What a list that was read again has otherwise than the version before, line by line. Pure. */
import { lineName, targetsOf } from '../flow/flow-targets.ts';
import type { Line } from '../reform-looks.ts';

/** An old unit and where it goes; or a unit of the day that takes nothing. */
export interface Row {
  old: string;
  /** As the list has it, where no unit bears it by that name. */
  oldCode: string | null;
  how: 'whole' | 'part' | 'stays' | 'nothing';
  share: number | null;
  heir: string;
  code: string | null;
  parent: string | null;
  row: number | null;
}
export interface Difference {
  before: Row | null;
  now: Row | null;
}
export interface Differences {
  changed: readonly Difference[];
  added: readonly Difference[];
  gone: readonly Difference[];
}

function rowsByUnit(lines: readonly Line[]): Map<string, Row[]> {
  const names = new Map(lines.map((line) => [line.position, lineName(line)]));
  const rows = new Map<string, Row[]>();
  for (const { line: heir, parts } of targetsOf(lines)) {
    const { code, row } = heir;
    const parent = heir.parent?.fullName ?? names.get(heir.parentPosition ?? 0) ?? null;
    const named = { heir: lineName(heir), code, parent, oldCode: null, share: null };
    const put = (unit: string, one: Row) => rows.set(unit, [...(rows.get(unit) ?? []), one]);
    if (heir.kind === 'keep') put(heir.unit?.id ?? '', { ...named, old: heir.unit?.fullName ?? '', how: 'stays', row });
    else if (parts.length === 0) put(`${code} ${named.heir}`, { ...named, old: '', how: 'nothing', row });
    for (const part of parts)
      put(part.unit?.id ?? `${part.code} ${part.name}`, {
        ...named,
        old: lineName(part),
        oldCode: part.code,
        how: part.kind === 'part' ? 'part' : 'whole',
        share: part.share,
        row: part.row,
      });
  }
  return rows;
}

const isSame = (a: Row, b: Row): boolean =>
  a.how === b.how && a.share === b.share && a.heir === b.heir && a.code === b.code && a.parent === b.parent;

/** Those that have no equal among the others. */
const without = (rows: readonly Row[], others: readonly Row[]): Row[] =>
  rows.filter((row) => !others.some((other) => isSame(row, other)));

const rowOf = ({ now, before }: Difference): number => (now ?? before)?.row ?? 0;
const byRow = (a: Difference, b: Difference): number => rowOf(a) - rowOf(b);

export function differencesOf(linesBefore: readonly Line[], linesNow: readonly Line[]): Differences {
  const [before, now] = [rowsByUnit(linesBefore), rowsByUnit(linesNow)];
  const changed: Difference[] = [];
  const [gone, added]: [Row[], Row[]] = [[], []];
  for (const unit of new Set([...before.keys(), ...now.keys()])) {
    const [was, is] = [before.get(unit) ?? [], now.get(unit) ?? []];
    const [left, come] = [without(was, is), without(is, was)];
    const pairs = Math.min(left.length, come.length);
    for (let at = 0; at < pairs; at++) changed.push({ before: left[at] ?? null, now: come[at] ?? null });
    gone.push(...left.slice(pairs));
    added.push(...come.slice(pairs));
  }
  // A code that was put right: the same name means another unit, or one at last.
  const more = added.filter((row) => {
    const same = gone.findIndex(({ old }) => old !== '' && old.toLowerCase() === row.old.toLowerCase());
    if (same >= 0) changed.push({ before: gone.splice(same, 1)[0] ?? null, now: row });
    return same < 0;
  });
  return {
    changed: changed.sort(byRow),
    added: more.map((row): Difference => ({ before: null, now: row })).sort(byRow),
    gone: gone.map((row): Difference => ({ before: row, now: null })).sort(byRow),
  };
}
