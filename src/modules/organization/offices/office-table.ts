/** Reads a list of offices: its columns by their headings, in any order, below whatever stands above. */
import { foldMarks } from '#i18n/fold';

export const officeColumns = ['office', 'phone', 'email', 'hours', 'address'] as const;
export type OfficeColumn = (typeof officeColumns)[number];
export type OfficeRow = Record<OfficeColumn, string> & { row: number };

const headings: Readonly<Record<OfficeColumn, RegExp>> = {
  phone: /dien thoai|\bs ?d ?t\b|so dt|phone/,
  email: /thu dien tu|e-?mail|hom thu/,
  hours: /^gio\b/,
  address: /dia chi|tru so/,
  office: /co quan|don vi|^xa\b|^phuong\b|ubnd|ten xa/,
};
const HEAD_ROWS = 20;
const LONGEST = 300;

/** Undefined when no row has headings for the office and its number. */
export function readOfficeTable(texts: readonly (readonly string[])[]): OfficeRow[] | undefined {
  const head = texts.slice(0, HEAD_ROWS).findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(texts[head] ?? []);
  if (!columns) return undefined;
  return texts.slice(head + 1).flatMap((cells, index) => {
    const at = (column: OfficeColumn) =>
      (cells[columns[column] ?? -1] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
    const line = Object.fromEntries(officeColumns.map((column) => [column, at(column)])) as Record<
      OfficeColumn,
      string
    >;
    return line.office === '' ? [] : [{ row: head + index + 2, ...line }];
  });
}

function columnsOf(row: readonly string[]): Partial<Record<OfficeColumn, number>> | undefined {
  const folded = row.map((cell) => foldMarks(cell.replaceAll('*', '')).trim());
  const found: Partial<Record<OfficeColumn, number>> = {};
  folded.forEach((text, at) => {
    const column = (Object.keys(headings) as OfficeColumn[]).find((one) => headings[one].test(text));
    if (column !== undefined) found[column] ??= at;
  });
  return found.office === undefined || found.phone === undefined ? undefined : found;
}
