/** Numbers pasted from a sheet: as a column, or beside the names of places in any order. What fits nothing is named, not lost. */
import { KnownPlaces, type Place } from '../../../ui/known-places.ts';
import { fromTsv } from '../../../ui/table/copy-tsv.ts';

export interface PasteFinding {
  /** Of what was pasted, from 1 on. */
  row: number;
  text: string;
  kind: 'unknown' | 'ambiguous' | 'twice' | 'noNumber' | 'manyNumbers' | 'noName';
  /** The places that it could be. */
  names: string[];
}
export interface Pasted {
  values: Record<string, number>;
  findings: PasteFinding[];
}

const NUMBER = String.raw`\d{1,3}(?:[.,\s]\d{3})+(?:[.,]0+)?|\d+(?:[.,]0{1,2})?`;
const whole = new RegExp(`^(?:${NUMBER})$`);
const atEnd = new RegExp(String.raw`^(.*\D[\s:;–-]+)(${NUMBER})$`);
const atStart = new RegExp(String.raw`^(${NUMBER})[\s:;–-]+(\D.*)$`);

/** "1.200", "1,200", "1 200" and "1.200,0" as typed or copied from a sheet; undefined when it is not a whole number. */
export function parseWhole(text: string): number | undefined {
  const tidy = text.trim().replace(/\u00a0/g, ' ');
  if (!whole.test(tidy)) return undefined;
  const value = Number(tidy.replace(/[.,\s](?=\d{3}(\D|$))/g, '').replace(/[.,]0+$/, ''));
  return value < 100_000_000 ? value : undefined;
}

/** @param start the row of the sheet in which a bare column of numbers begins */
export function pasteTargets(places: readonly Place[], start: number, text: string): Pasted {
  const rows = fromTsv(text).map((cells) => cells.map((cell) => cell.trim()).filter(Boolean));
  const bareNumbers = rows.some(([first = '', ...rest]) => rest.length === 0 && parseWhole(first) !== undefined);
  if (bareNumbers && rows.every(({ length }) => length <= 1)) return column(places, start, rows);
  const known = new KnownPlaces(places);
  const numbered = isNumbered(rows);
  const values: Record<string, number> = {};
  const findings: PasteFinding[] = [];
  for (const [index, cells] of rows.entries()) {
    if (cells.length === 0) continue;
    const find = (kind: PasteFinding['kind'], names: string[] = []) =>
      findings.push({ row: index + 1, text: cells.join(' '), kind, names });
    const { name, numbers } = parts(numbered ? cells.slice(1) : cells, known);
    const found = known.of(name);
    const [place, other] = found;
    if (!place) find('unknown');
    else if (other)
      find(
        'ambiguous',
        found.map((each) => each.name),
      );
    else if (numbers.length !== 1) find(numbers.length === 0 ? 'noNumber' : 'manyNumbers');
    else if (values[place.id] !== undefined) find('twice', [place.name]);
    else values[place.id] = numbers[0] as number;
  }
  return { values, findings };
}

function column(places: readonly Place[], start: number, rows: readonly string[][]): Pasted {
  const values: Record<string, number> = {};
  const findings: PasteFinding[] = [];
  for (const [index, [text]] of rows.entries()) {
    if (text === undefined) continue;
    const place = places[start + index];
    const value = parseWhole(text);
    if (place && value !== undefined) values[place.id] = value;
    else findings.push({ row: index + 1, text, kind: place ? 'noNumber' : 'unknown', names: [] });
  }
  return { values, findings };
}

/** Before the names the rows are counted: 1, 2, 3 and so on. */
function isNumbered(rows: readonly string[][]): boolean {
  const counted = rows.filter(([first = '']) => parseWhole(first) !== undefined);
  return (
    counted.length > 1 &&
    counted.every((cells, index) => cells.length > 2 && parseWhole(cells[0] ?? '') === index + 1) &&
    rows.every(
      ([first = '', ...rest]) => parseWhole(first) !== undefined || rest.length === 0 || !parseWhole(rest.at(-1) ?? ''),
    )
  );
}

/** Which of a row's cells is the name, and which are numbers: "Minh Sơn | 1.200", "1.200 | Minh Sơn", "Minh Sơn 1.200". */
function parts(cells: readonly string[], known: KnownPlaces): { name: string; numbers: number[] } {
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && known.of(only).length === 0) {
    const [, name = only, number = ''] = atEnd.exec(only) ?? [];
    const value = parseWhole(number);
    if (value !== undefined) return { name: name.replace(/[\s:;–-]+$/, ''), numbers: [value] };
    const [, first = '', rest = only] = atStart.exec(only) ?? [];
    const before = parseWhole(first);
    return { name: rest, numbers: before === undefined ? [] : [before] };
  }
  const numbers = cells.flatMap((cell) => parseWhole(cell) ?? []);
  return { name: cells.filter((cell) => parseWhole(cell) === undefined).join(' '), numbers };
}
