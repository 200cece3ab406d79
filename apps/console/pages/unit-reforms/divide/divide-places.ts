/** Where the hamlets of a divided unit go, as it is being chosen: rows, places, what has to be written. Pure. */
import { foldTone } from '#i18n/fold';
import type { Schemas } from '../../../api/client.ts';
import type { Edit } from '../lines/use-lines.ts';

export type Division = Schemas['ReformDivision'];
export type Hamlet = Division['hamlets'][number];
export type Heir = Division['heirs'][number];
export type Place = number | null;
export type Places = ReadonlyMap<string, Place>;
export type Shown = 'all' | 'open' | 'split';

export interface Row {
  key: string;
  hamlet: Hamlet;
  kind: 'hamlet' | 'split' | 'half';
  name: string;
  households: number | null;
  members: number;
  /** Of a half the line that it is. */
  position: number | null;
}

/** A hamlet that is divided itself is followed by its halves; it goes nowhere as a whole. */
export const rowsOf = ({ hamlets }: Division): Row[] =>
  hamlets.flatMap((hamlet): Row[] => {
    const { unit, households, members, halves } = hamlet;
    const own: Row = {
      key: unit.id,
      hamlet,
      kind: halves ? 'split' : 'hamlet',
      name: unit.fullName,
      households,
      members,
      position: null,
    };
    const parts = (halves ?? []).map(
      ({ position, type, name, households: part, memberIds }): Row => ({
        key: `half ${position}`,
        hamlet,
        kind: 'half',
        name: withType(type, name),
        households: part,
        members: memberIds.length,
        position,
      }),
    );
    return [own, ...parts];
  });

export function withType(type: string, name: string): string {
  const has = name.toLowerCase().startsWith(`${type.toLowerCase()} `);
  return has || type === '' ? name : `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`;
}

export const isPlaceable = ({ kind }: Row): boolean => kind !== 'split';

export const placesOf = (division: Division): Places =>
  new Map(
    division.hamlets.flatMap(({ unit, intoPosition, halves }): [string, Place][] =>
      halves ? halves.map(({ position, intoPosition: into }) => [`half ${position}`, into]) : [[unit.id, intoPosition]],
    ),
  );

/** What was chosen after these had been sent. */
export function since(sent: readonly Edit[], chosen: Places): Places {
  const written = new Map(
    sent.flatMap((edit): [string, Place][] => {
      if (edit.do === 'allot') return edit.hamletIds.map((id) => [id, edit.intoPosition]);
      return edit.do === 'place' ? [[`half ${edit.position}`, edit.intoPosition]] : [];
    }),
  );
  return new Map([...chosen].filter(([key, place]) => !written.has(key) || written.get(key) !== place));
}

export const isOpenRow = (row: Row, places: Places): boolean =>
  isPlaceable(row) && (places.get(row.key) ?? null) === null;

export function shownRows(rows: readonly Row[], places: Places, shown: Shown): Row[] {
  if (shown === 'open') return rows.filter((row) => isOpenRow(row, places));
  return rows.filter(({ hamlet }) => shown === 'all' || hamlet.halves !== null);
}

/** What differs from what is written: hamlets by their heir together, halves one by one. */
export function editsOf(division: Division, places: Places): Edit[] {
  const before = placesOf(division);
  const changed = rowsOf(division).filter(
    (row) => isPlaceable(row) && (places.get(row.key) ?? null) !== (before.get(row.key) ?? null),
  );
  const whole = changed.filter(({ kind }) => kind === 'hamlet');
  const into = [...new Set(whole.map(({ key }) => places.get(key) ?? null))];
  return [
    ...into.map(
      (intoPosition): Edit => ({
        do: 'allot',
        intoPosition,
        hamletIds: whole.flatMap(({ key }) => ((places.get(key) ?? null) === intoPosition ? [key] : [])),
      }),
    ),
    ...changed.flatMap(({ key, position }): Edit[] =>
      position === null ? [] : [{ do: 'place', position, intoPosition: places.get(key) ?? null }],
    ),
  ];
}

export interface Sum {
  hamlets: number;
  teams: number;
  members: number;
  /** Null where it is not known of one of them. */
  households: number | null;
}

export function sumOf(rows: readonly Row[]): Sum {
  const of = (value: (row: Row) => number): number => rows.reduce((sum, row) => sum + value(row), 0);
  return {
    hamlets: rows.length,
    teams: of(({ kind, hamlet, members }) => Number(kind === 'half' ? members > 0 : hamlet.team)),
    members: of(({ members }) => members),
    households: rows.some(({ households }) => households === null) ? null : of(({ households }) => households ?? 0),
  };
}

/** By an heir; null: those that are open. */
export const rowsAt = (rows: readonly Row[], places: Places, position: Place): Row[] =>
  rows.filter((row) => isPlaceable(row) && (places.get(row.key) ?? null) === position);

export interface Pasted {
  set: [key: string, position: number][];
  /** Lines, from 1, that say no unit or no hamlet of these. */
  wrong: { line: number; value: string }[];
}

const bare = (text: string): string =>
  text.replace(/^(xã|phường|thị trấn|thôn|khu phố|tổ dân phố|tiểu khu|bản|ấp) /i, '');
const alike = (a: string, b: string): boolean => foldTone(a) === foldTone(b) || foldTone(bare(a)) === foldTone(bare(b));

/** A column of names or digits from the row on, or hamlets beside where they go. All of it or nothing. */
export function pasted(text: string, rows: readonly Row[], heirs: readonly Heir[], from: number): Pasted {
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n');
  const below = rows.slice(from).filter(isPlaceable);
  const result: Pasted = { set: [], wrong: [] };
  for (const [at, line] of lines.entries()) {
    const cells = line.split('\t').map((cell) => cell.trim());
    const [first = '', second] = cells;
    const value = second ?? first;
    const row = second === undefined ? below[at] : rows.find((one) => isPlaceable(one) && alike(one.name, first));
    const heir = heirOf(value, heirs);
    if (value === '') continue;
    if (row && heir) result.set.push([row.key, heir.position]);
    else result.wrong.push({ line: at + 1, value: row ? value : first });
  }
  return result;
}

function heirOf(text: string, heirs: readonly Heir[]): Heir | undefined {
  const digit = /^\d{1,2}$/.test(text) ? heirs[Number(text) - 1] : undefined;
  return digit ?? heirs.find(({ fullName }) => alike(fullName, text));
}
