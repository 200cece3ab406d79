/** Reads the tables of units by indicators in a workbook, and says which indicator a column may be. Pure. */
import type { Cell, Sheet } from '#documents';
import type { ListShape } from '#documents/list-table';
import { readOpenTables } from '#documents/open-table';
import { foldMarks } from '#i18n/fold';
import { cellWords } from './past-cells.ts';

type Known = 'order' | 'unit' | 'code' | 'period';

const shape: ListShape<Known> = {
  columns: {
    order: { heads: ['stt', 'tt', 'so tt', 'no.', 'no'], longest: 40 },
    unit: {
      heads: [
        'don vi',
        'ten don vi',
        'xa, phuong',
        'xa/phuong',
        'ten xa, phuong',
        'ten xa',
        'xa',
        'phuong',
        'dia phuong',
        'unit',
        'commune',
      ],
      longest: 300,
    },
    code: { heads: ['ma', 'ma xa', 'ma don vi', 'ma dvhc', 'code'], longest: 40 },
    period: {
      heads: ['ky', 'ky bao cao', 'thang', 'nam', 'thang, nam', 'thang/nam', 'thoi gian', 'period', 'month', 'year'],
      longest: 60,
    },
  },
  fold: foldMarks,
  begins: ({ unit }) => unit !== undefined,
  says: () => false,
};

export interface PastTableLine {
  row: number;
  unit: string;
  code: string;
  period: string;
  cells: Record<string, string>;
}
export interface PastTable {
  sheet: string;
  headRow: number;
  columns: { at: string; head: string }[];
  lines: PastTableLine[];
  hasPeriods: boolean;
}

export function readPastTables(sheets: readonly Sheet[]): PastTable[] {
  return sheets.flatMap((sheet) => {
    const texts = sheet.rows.map((row) =>
      row.map((cell) => (cell?.hasCachedResult === false ? '=' : (cell?.text ?? ''))),
    );
    return readOpenTables({ texts, merges: sheet.merges }, shape)
      .filter(({ columns }) => columns.length > 0)
      .map(({ headRow, columns, lines, merged }) => ({
        sheet: sheet.name,
        headRow,
        columns,
        lines: lines.map(({ row, unit, code, period, cells }) => ({
          row,
          unit,
          code,
          period,
          cells: wordsOf(sheet, row, cells, new Set(merged)),
        })),
        hasPeriods: lines.some(({ period }) => period !== ''),
      }));
  });
}

/** The cells of a row with what they are, not only what they read like. */
function wordsOf(
  sheet: Sheet,
  row: number,
  cells: Readonly<Record<string, string>>,
  merged: ReadonlySet<string>,
): Record<string, string> {
  const own: readonly (Cell | null)[] = sheet.rows[row - 1] ?? [];
  return Object.fromEntries(
    Object.keys(cells).map((at) => [at, cellWords(own[columnOf(at)] ?? null, merged.has(`${at}${row}`))]),
  );
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export interface ColumnGuess {
  code: string | null;
  part: 'count' | 'whole';
}

const whole = /(?:^|[\s(])(?:tren tong|trong tong|tong so|mau so|out of)\)?$/;
const counted = /\s*\((?:so dat|dat|tu so|count)\)$/;

/** By the code in a heading, or its name to the letter; of a ratio the second column says of how many. */
export function guessColumn(
  head: string,
  indicators: readonly { code: string; name: string; nameEn: string; aggregation: string }[],
): ColumnGuess {
  const folded = foldMarks(head);
  const isWhole = whole.test(folded);
  const coded = /\b([A-Z]{2}\d{2})\b/.exec(head.toUpperCase())?.[1];
  const bare = folded
    .replace(whole, '')
    .replace(counted, '')
    .replace(/[\s(]+$/, '')
    .trim();
  const found =
    indicators.find(({ code }) => code === coded) ??
    indicators.find(({ name, nameEn }) => [name, nameEn].some((one) => foldMarks(one) === bare));
  return { code: found?.code ?? null, part: isWhole && found?.aggregation === 'ratio' ? 'whole' : 'count' };
}
