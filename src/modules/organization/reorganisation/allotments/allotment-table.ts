/**
 * Reads a list of hamlets of divided units and where each goes. The head may stand in one of the first rows, its columns in any
 * order. Pure.
 */
import { foldMarks } from '#i18n/fold';

export interface AllotmentRow {
  row: number;
  hamletCode: string;
  hamlet: string;
  unitCode: string;
  unit: string;
  /** The unit that is divided; empty where the list is of one alone. */
  oldCode: string;
  old: string;
}
export interface AllotmentProblem {
  row: number;
  column: AllotmentColumn;
  code: string;
  params: Record<string, string | number>;
}
export interface AllotmentTable {
  head: number;
  rows: AllotmentRow[];
}

const headings = {
  hamletCode: ['hamlet_code', 'ma thon', 'ma thon/to dan pho'],
  hamlet: [
    'hamlet',
    'hamlet_name',
    'thon',
    'ten thon',
    'thon/to dan pho',
    'thon, to dan pho',
    'ten thon, to dan pho',
    'ten thon/to dan pho',
    'to dan pho',
    'khu pho',
    'tieu khu',
    'ban',
  ],
  unitCode: ['new_code', 'ma moi', 'ma xa moi', 'ma don vi moi', 'ma dvhc moi'],
  unit: [
    'new_full_name',
    'new_name',
    'new_unit',
    'ten moi',
    'don vi moi',
    'ten don vi moi',
    'xa moi',
    'ten xa moi',
    've xa',
    've',
    'noi nhan',
  ],
  oldCode: ['old_code', 'ma cu', 'ma xa cu', 'ma don vi cu', 'ma dvhc cu'],
  old: [
    'old_full_name',
    'old_name',
    'old_unit',
    'ten cu',
    'don vi cu',
    'ten don vi cu',
    'xa cu',
    'ten xa cu',
    'thuoc xa',
  ],
} as const;
export type AllotmentColumn = keyof typeof headings;
type Columns = Partial<Record<AllotmentColumn, number>>;

/** Above the head an office writes its name, the title, the resolution. */
const HEAD_WITHIN = 20;

/** Undefined where no row names a hamlet and where it goes. */
export function readAllotmentTable(texts: readonly (readonly string[])[]): AllotmentTable | undefined {
  const cells = texts.map((row) => row.map((text) => text.normalize('NFC').trim()));
  const head = cells.slice(0, HEAD_WITHIN).findIndex((row) => isHead(columnsOf(row)));
  if (head < 0) return undefined;
  const columns = columnsOf(cells[head] ?? []);
  const rows = cells.slice(head + 1).flatMap((row, index) => {
    const text = (column: AllotmentColumn): string => row[columns[column] ?? -1] ?? '';
    if (row.every((cell) => cell === '')) return [];
    return [
      {
        row: head + index + 2,
        hamletCode: text('hamletCode'),
        hamlet: text('hamlet'),
        unitCode: text('unitCode'),
        unit: text('unit'),
        oldCode: text('oldCode'),
        old: text('old'),
      },
    ];
  });
  return { head: head + 1, rows };
}

const isHead = (columns: Columns): boolean =>
  (columns.hamlet ?? columns.hamletCode) !== undefined && (columns.unit ?? columns.unitCode) !== undefined;

function columnsOf(row: readonly string[]): Columns {
  const folded = row.map((cell) => foldMarks(cell).replaceAll(/\s+/g, ' '));
  const found = Object.entries(headings).flatMap(([column, names]) => {
    const at = (names as readonly string[]).map((one) => folded.indexOf(one)).find((index) => index >= 0);
    return at === undefined ? [] : [[column, at] as const];
  });
  return Object.fromEntries(found);
}
