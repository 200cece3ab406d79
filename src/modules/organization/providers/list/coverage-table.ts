/** Reads a list of places that a provider serves: its columns by their headings, in any order, below whatever stands above. */
import { foldMarks } from '#i18n/fold';

export const coverageColumns = ['commune', 'hamlet', 'from', 'till'] as const;
export type CoverageColumn = (typeof coverageColumns)[number];
export type CoverageRow = Record<CoverageColumn, string> & { row: number };

const headings: Readonly<Record<CoverageColumn, readonly string[]>> = {
  commune: ['xa, phuong', 'xa', 'phuong', 'xa/phuong', 'ma xa', 'ten xa', 'xa, phuong (ma hoac ten)', 'commune'],
  hamlet: ['thon, khu pho', 'thon', 'thon/khu pho', 'ma thon', 'ten thon', 'thon, khu pho (ma hoac ten)', 'hamlet'],
  from: ['tu ngay', 'ngay bat dau', 'from'],
  till: ['den het ngay', 'den ngay', 'ngay ket thuc', 'till', 'until'],
};
/** A title and an explanation stand above the headings, no more. */
const HEAD_ROWS = 20;
const LONGEST = { commune: 300, hamlet: 300, from: 60, till: 60 } as const;

/** Undefined when no row has a heading for the commune or the hamlet. */
export function readCoverageTable(texts: readonly (readonly string[])[]): CoverageRow[] | undefined {
  const head = texts.slice(0, HEAD_ROWS).findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(texts[head] ?? []);
  if (!columns) return undefined;
  return texts.slice(head + 1).flatMap((cells, index) => {
    const at = (column: CoverageColumn) =>
      (cells[columns[column] ?? -1] ?? '')
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, LONGEST[column])
        .trim();
    const line = {
      row: head + index + 2,
      commune: at('commune'),
      hamlet: at('hamlet'),
      from: at('from'),
      till: at('till'),
    };
    return line.commune === '' && line.hamlet === '' ? [] : [line];
  });
}

function columnsOf(row: readonly string[]): Partial<Record<CoverageColumn, number>> | undefined {
  const folded = row.map((cell) => foldMarks(cell.replaceAll('*', '')));
  const found: Partial<Record<CoverageColumn, number>> = {};
  for (const column of coverageColumns) {
    const name = headings[column].find((one) => folded.includes(one));
    if (name !== undefined) found[column] = folded.indexOf(name);
  }
  return found.commune === undefined && found.hamlet === undefined ? undefined : found;
}
