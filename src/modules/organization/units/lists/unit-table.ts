/** Reads lists of units (code, name, type, parent code), as offices publish them: columns by their headings, in any order. */
import type { UnitKind } from '#contracts/enums';
import { foldMarks } from '#i18n/fold';

export interface UnitLine {
  row: number;
  code: string;
  name: string;
  type: string;
  parentCode: string;
}

export interface LineFinding {
  row: number;
  column: string;
  code: string;
  params: Record<string, unknown>;
}

/** Which column is which, counted from 0; null where the list has none, or where nobody has said yet. */
export interface UnitColumns {
  code: number | null;
  name: number | null;
  type: number | null;
  parent: number | null;
}

/** What somebody said of the list. */
export interface ChosenUnits {
  columns: UnitColumns;
  /** One-based. */
  headerRow?: number;
}

export interface UnitTable {
  /** One-based. */
  headerRow: number;
  header: string[];
  /** The first values below each head. */
  samples: string[][];
  columns: UnitColumns;
  lines: UnitLine[];
  findings: LineFinding[];
}

const typeWords: Record<string, string> = {
  tinh: 'tỉnh',
  thanh_pho: 'thành phố',
  thanh_pho_truc_thuoc_trung_uong: 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  thi_xa: 'thị xã',
  phuong: 'phường',
  xa: 'xã',
  thi_tran: 'thị trấn',
  dac_khu: 'đặc khu',
  thon: 'thôn',
  ban: 'bản',
  pho: 'phố',
  khu_pho: 'khu phố',
  to_dan_pho: 'tổ dân phố',
};
/** Words that are not part of the name; "Thôn 1" is called "Thôn 1". */
const above = ['thành phố', 'thị trấn', 'đặc khu', 'thị xã', 'phường', 'huyện', 'quận', 'tỉnh', 'xã'];

const headings = {
  code: ['code', 'ma', 'ma don vi', 'ma dvhc', 'ma so', 'ma xa'],
  name: ['name', 'ten', 'ten don vi', 'ten dvhc', 'full_name', 'ten xa', 'ten xa, phuong'],
  type: ['type', 'loai', 'cap', 'loai don vi', 'loai hinh'],
} as const;
const parentHeadings: Partial<Record<UnitKind, readonly string[]>> = {
  district: ['province_code', 'ma tinh', 'ma tp'],
  commune: ['district_code', 'ma huyen', 'ma qh'],
  hamlet: ['commune_code', 'ma xa', 'ma px'],
};
const anyParent = ['parent_code', 'parent code', 'ma cap tren', 'ma don vi cap tren', 'thuoc'];

const searchedRows = 30;
const nothingSaid: UnitColumns = { code: null, name: null, type: null, parent: null };

/**
 * Lines of the table, and one finding per line that cannot be used. Heads are found by their words below titles, too; where
 * no words say which column is code and name, none is taken, and somebody says it. Undefined for what is no table.
 */
export function readUnitTable(
  texts: readonly (readonly string[])[],
  kind: UnitKind,
  chosen?: ChosenUnits,
): UnitTable | undefined {
  const rows = texts.map((row) => row.map((text) => text.normalize('NFC')));
  const first = chosen?.headerRow === undefined ? headerOf(rows, kind) : chosen.headerRow - 1;
  if (first === undefined || first >= rows.length) return undefined;
  const header = (rows[first] ?? []).map((cell) => cell.trim());
  const columns = chosen?.columns ?? columnsOf(header, kind) ?? nothingSaid;
  const below = rows.slice(first + 1);
  const width = below.reduce((most, row) => Math.max(most, row.length), header.length);
  const heads = Array.from({ length: width }, (_, column) => header[column] ?? '');
  const table = { headerRow: first + 1, header: heads, columns, samples: samplesOf(below, width) };
  if (columns.code === null || columns.name === null) return { ...table, lines: [], findings: [] };
  return { ...table, ...linesOf(below, first + 2, header, columns) };
}

/** The first row whose words name code and name; else the first with two words, which somebody has to explain. */
function headerOf(rows: readonly (readonly string[])[], kind: UnitKind): number | undefined {
  const some = rows.slice(0, searchedRows);
  const known = some.findIndex((row) =>
    columnsOf(
      row.map((cell) => cell.trim()),
      kind,
    ),
  );
  const filled = some.findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= 2);
  return known >= 0 ? known : filled >= 0 ? filled : undefined;
}

function samplesOf(rows: readonly (readonly string[])[], width: number): string[][] {
  const some = rows.slice(0, 40);
  return Array.from({ length: width }, (_, column) =>
    [...new Set(some.map((row) => (row[column] ?? '').trim().slice(0, 60)).filter(Boolean))].slice(0, 3),
  );
}

function linesOf(
  rows: readonly (readonly string[])[],
  firstRow: number,
  header: readonly string[],
  columns: UnitColumns,
): Pick<UnitTable, 'lines' | 'findings'> {
  const province = header.findIndex((cell) => foldMarks(cell) === 'province_code');
  const findings: LineFinding[] = [];
  const lines = rows.flatMap((cells, index) => {
    const row = index + firstRow;
    if (cells.every((cell) => cell.trim() === '')) return [];
    const at = (column: number | null) => (column === null ? '' : (cells[column]?.trim() ?? ''));
    const named = typeAndName(at(columns.name), at(columns.type));
    const line = { row, code: at(columns.code), ...named, parentCode: at(columns.parent) || at(province) };
    const problem = problemOf(line);
    if (problem) findings.push({ row, ...problem });
    return problem ? [] : [line];
  });
  return { lines, findings };
}

function columnsOf(header: readonly string[], kind: UnitKind): UnitColumns | undefined {
  const folded = header.map(foldMarks);
  const find = (names: readonly string[]) => names.map((name) => folded.indexOf(name)).find((at) => at >= 0);
  const parent = find([...(parentHeadings[kind] ?? []), ...anyParent]) ?? null;
  const free = headings.code.filter((name) => folded.indexOf(name) !== parent);
  const [code, name] = [find(free), find(headings.name)];
  if (code === undefined || name === undefined) return undefined;
  return { code, name, type: find(headings.type) ?? null, parent };
}

/** "Xã Minh Sơn" without a type beside it is a commune called "Minh Sơn". */
export function typeAndName(name: string, type: string): { type: string; name: string } {
  const word = typeWords[foldMarks(type).replaceAll(' ', '_')] ?? type.toLowerCase();
  const before = above.find((one) => name.toLowerCase().startsWith(`${one} `));
  if (!before || (word && word !== before)) return { type: word || firstWord(name), name };
  const own = name.slice(before.length).trim();
  // A ward of Huế is called "Phường Đúc": its full name says the word twice, and keeps it.
  return { type: before, name: own.toLowerCase().startsWith(`${before} `) ? name : own };
}

/** Of a hamlet's name: "Thôn 1", "Khu phố 2". */
const firstWord = (name: string): string =>
  Object.values(typeWords).find((one) => name.toLowerCase().startsWith(`${one} `)) ?? '';

function problemOf({ code, name, type }: UnitLine): Omit<LineFinding, 'row'> | undefined {
  if (!/^\d{1,10}$/.test(code)) return { column: 'code', code: 'unit.codeNotDigits', params: { value: code } };
  if (name === '') return { column: 'name', code: 'unit.nameMissing', params: {} };
  if (type === '') return { column: 'type', code: 'unit.typeMissing', params: {} };
  return undefined;
}
