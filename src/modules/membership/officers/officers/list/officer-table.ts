/** Reads a list of officers: its columns by their headings, in any order, below whatever stands above them. */
import { foldMarks } from '#i18n/fold';

export const officerColumns = ['fullName', 'phone', 'email', 'post', 'unit', 'standIn'] as const;
export type OfficerColumn = (typeof officerColumns)[number];
export type OfficerRow = Record<OfficerColumn, string> & { row: number };

/** As the form of ours has them first, then as others write them; without marks. */
const headings: Readonly<Record<OfficerColumn, readonly string[]>> = {
  fullName: ['ho ten', 'ho va ten', 'ho va ten can bo', 'full name', 'name'],
  phone: ['so dien thoai', 'dien thoai', 'sdt', 'di dong', 'so di dong', 'phone'],
  email: ['thu dien tu', 'email', 'e-mail', 'thu cong vu', 'dia chi thu dien tu', 'dia chi thu'],
  post: ['chuc vu', 'vai tro', 'chuc danh', 'post'],
  unit: ['don vi (ma hoac ten)', 'don vi', 'ma don vi', 'ten don vi', 'ma hoac ten don vi', 'xa, phuong', 'xa', 'unit'],
  standIn: [
    'nguoi thay (den het ngay)',
    'nguoi thay',
    'nguoi thay den het ngay',
    'thay den het ngay',
    'stands in until',
  ],
};
const needed: readonly OfficerColumn[] = ['fullName', 'post', 'unit'];
/** What the contract takes of a cell; longer text is no name, number or date. */
const longest: Readonly<Record<OfficerColumn, number>> = {
  fullName: 200,
  phone: 100,
  email: 200,
  post: 200,
  unit: 300,
  standIn: 60,
};
/** A title and an explanation stand above the headings, no more. */
const HEAD_ROWS = 20;

/** Undefined when no row has the headings for name, post and unit. */
export function readOfficerTable(texts: readonly (readonly string[])[]): OfficerRow[] | undefined {
  const head = texts.slice(0, HEAD_ROWS).findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(texts[head] ?? []);
  if (!columns) return undefined;
  return texts.slice(head + 1).flatMap((cells, index) => {
    const at = (column: OfficerColumn) =>
      (cells[columns[column] ?? -1] ?? '')
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, longest[column])
        .trim();
    const line = { row: head + index + 2, ...eachColumn(at) };
    // A row with a number in front and nothing behind it is a form that was not filled in to its end.
    return officerColumns.every((column) => line[column] === '') ? [] : [line];
  });
}

function columnsOf(row: readonly string[]): Partial<Record<OfficerColumn, number>> | undefined {
  const folded = row.map((cell) => foldMarks(cell.replaceAll('*', '')));
  const found: Partial<Record<OfficerColumn, number>> = {};
  for (const column of officerColumns) {
    const name = headings[column].find((one) => folded.includes(one));
    if (name !== undefined) found[column] = folded.indexOf(name);
  }
  return needed.every((column) => found[column] !== undefined) ? found : undefined;
}

function eachColumn(at: (column: OfficerColumn) => string): Record<OfficerColumn, string> {
  return Object.fromEntries(officerColumns.map((column) => [column, at(column)])) as Record<OfficerColumn, string>;
}
