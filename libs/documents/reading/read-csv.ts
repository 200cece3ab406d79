/** Reads .csv with commas, semicolons or tabs, in whichever encoding its words make sense. */
import { parseCsv } from 'hucre';
import { type Cell, type TextEncoding, type Workbook } from '../workbook.ts';
import { cellOf, finishSheet } from './cells.ts';
import { decodeText, rereadAs } from './decode-text.ts';
import { Budget, over, type ReadLimits } from './limits.ts';

const separators = [',', ';', '\t'] as const;

/** @param encoding what a person said that it is */
export function readCsv(data: Buffer, limits: ReadLimits, encoding?: TextEncoding): Workbook {
  const decoded = decodeText(data);
  if (encoding) Object.assign(decoded, { text: rereadAs(data, encoding), encoding });
  const rows = rowsOf(decoded.text, limits);
  const originals = decoded.original === null ? null : rowsOf(decoded.original, limits);
  const cells = rows.map((row, r) =>
    row.map((text, c) => {
      const before = originals?.[r]?.[c];
      return cellOf(text, before !== undefined && before !== text ? { original: before.slice(0, 200) } : {});
    }),
  );
  return {
    format: 'csv',
    encoding: decoded.encoding,
    ...(decoded.doubt.length > 0 && { encodingDoubt: decoded.doubt }),
    sheets: [sheetOf(cells, limits)],
  };
}

function sheetOf(rows: (Cell | null)[][], limits: ReadLimits): Workbook['sheets'][number] {
  const raw = { name: 'CSV', hidden: false, rows, merges: [], hiddenRows: [], hiddenCols: [] };
  return finishSheet(raw, new Budget(limits));
}

function rowsOf(text: string, limits: ReadLimits): string[][] {
  const hint = /^sep=(.)\r?\n/.exec(text.slice(0, 10));
  const body = hint ? text.slice(hint[0].length) : text;
  const rows = parseCsv(body, {
    delimiter: hint?.[1] ?? separatorOf(body),
    typeInference: false,
    // Blank rows behind the limit say nothing; the first filled one does.
    maxRows: limits.maxRows * 2,
  }) as string[][];
  if (rows.length >= limits.maxRows * 2) throw over('file.tooManyRows', limits.maxRows, { sheet: 'CSV', cell: 'A1' });
  return rows;
}

/** The separator that most rows have outside of quotes, counted alike in each: text with commas has them now and then. */
export function separatorOf(text: string): string {
  const lines = text
    .slice(0, 64_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
  const scores = separators.map((separator) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...[...counts].map(([count, times]) => times * (1 + Math.min(count, 20) / 100)));
  });
  return separators[scores.indexOf(Math.max(...scores))] ?? ',';
}
