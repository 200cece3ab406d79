/** Rows of a table that sum up others, against the rows that they stand below. Pure. */
import { readCell } from './past-cells.ts';

interface Line {
  row: number;
  cells: Readonly<Record<string, string>>;
}

export interface WrongTotal {
  row: number;
  field: string;
  params: { cell: string; sum: string; text: string; by: string };
}

/** A total may be of all rows, or of those since the one before it; above them or below. */
export function totalsOf<L extends Line>(
  lines: readonly L[],
  totals: readonly L[],
  columns: readonly { at: string }[],
): WrongTotal[] {
  const isTotal = new Set<L>(totals);
  return totals.flatMap((total) => {
    const place = lines.indexOf(total);
    const until = (step: 1 | -1) => {
      const rows: L[] = [];
      for (let at = place + step; lines[at] && !isTotal.has(lines[at] as L); at += step) rows.push(lines[at] as L);
      return rows;
    };
    const candidates = [lines.filter((line) => !isTotal.has(line)), until(-1), until(1)];
    return columns.flatMap(({ at }): WrongTotal[] => {
      const { value } = readCell(total.cells[at] ?? '');
      if (value === null) return [];
      const sums = candidates.map((rows) =>
        rows.reduce((sum, { cells }) => sum + (readCell(cells[at] ?? '').value ?? 0), 0),
      );
      if (sums.includes(value)) return [];
      const sum = sums[0] ?? 0;
      const params = {
        cell: `${at}${total.row}`,
        sum: String(sum),
        text: String(value),
        by: String(Math.abs(value - sum)),
      };
      return [{ row: total.row, field: at, params }];
    });
  });
}
