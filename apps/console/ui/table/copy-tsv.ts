/**
 * Rows as tab-separated text for Excel. A cell that a sheet would run as a formula (= + - @) gets a leading
 * apostrophe; tabs and line breaks inside a cell become spaces. Plain negative numbers stay numbers.
 */
export type TsvCell = string | number | null | undefined;

const formula = /^[=+\-@\t\r]/;

export function guardCell(value: TsvCell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const flat = value.replace(/[\t\r\n]+/g, ' ').trim();
  return formula.test(flat) ? `'${flat}` : flat;
}

export function toTsv(rows: readonly (readonly TsvCell[])[]): string {
  return rows.map((row) => row.map(guardCell).join('\t')).join('\n');
}

/** Rows and cells of a pasted Excel range. */
export function fromTsv(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
}
