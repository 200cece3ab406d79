/**
 * CSV and TSV that a spreadsheet opens as text: a cell that begins with = + - @ or a control character gets a leading
 * apostrophe, since spreadsheets run such cells as formulas.
 */
export function csvSafe(text: string): string {
  return /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** UTF-8 with a byte order mark, CRLF, every cell guarded and quoted where needed. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[], delimiter = ','): string {
  const line = (row: readonly (string | number | null)[]) => row.map((cell) => quote(cell, delimiter)).join(delimiter);
  return `\ufeff${rows.map(line).join('\r\n')}\r\n`;
}

function quote(cell: string | number | null, delimiter: string): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : csvSafe(cell);
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
