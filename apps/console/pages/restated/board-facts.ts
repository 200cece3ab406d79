/** What the board in the units of today says, row by row. Pure. */
import { figureOf } from '#contracts/reporting/figures';
import { formatNumber, type Lang } from '#i18n';
import { foldMarks } from '#i18n/fold';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import { pairText } from '../../ui/text/figures.ts';

export type RestatedBoard = Schemas['RestatedBoard'];
export type BoardRow = RestatedBoard['rows'][number];
export type BoardPart = BoardRow['parts'][number];
export type Undivided = RestatedBoard['undivided']['units'][number];
export type Indicator = RestatedBoard['indicators'][number];
export type RowFilter = 'all' | 'unknown';

export const hasUnknown = ({ figures }: Pick<BoardRow, 'figures'>): boolean => figures.some(({ known }) => !known);

/** By its own name or that of a unit of then. */
export function foundRows(rows: readonly BoardRow[], filter: RowFilter, query: string): BoardRow[] {
  const wanted = foldMarks(query);
  const names = ({ unit, parts, missing }: BoardRow) => [unit, ...parts.map((part) => part.unit), ...missing];
  return rows.filter(
    (row) =>
      (filter === 'all' || hasUnknown(row)) && names(row).some(({ fullName }) => foldMarks(fullName).includes(wanted)),
  );
}

/** What of a divided unit is in none of its rows; the divided units of which a row has a part. */
export const undividedOf = (row: BoardRow, { undivided }: RestatedBoard): Undivided[] =>
  undivided.units.filter(({ unit }) => row.parts.some((part) => part.unit.id === unit.id));

/** "3 cả đơn vị, 2 phần"; of a unit that has stayed as it was "như đã nộp". */
export function fromText(t: Translate, { unit, parts, whole, shares, missing }: BoardRow): string {
  if (parts.length === 1 && whole === 1 && missing.length === 0 && parts[0]?.unit.id === unit.id)
    return t('rsb.from.same');
  const records = parts.filter(({ from }) => from === 'records').length;
  const counts = [
    ['rsb.from.whole', whole - records],
    ['rsb.from.shares', shares],
    ['rsb.from.records', records],
    ['rsb.from.missing', missing.length],
  ] as const;
  const said = counts.filter(([, n]) => n > 0).map(([word, n]) => t(word, { n }));
  return said.length > 0 ? said.join(', ') : t('rsb.from.none');
}

/** What is known of a count that is not known whole; of a ratio that would say nothing. */
export function leastOf(
  { pair, known }: BoardRow['figures'][number],
  { aggregation }: Indicator,
  lang: Lang,
): string | undefined {
  const value = figureOf(pair, aggregation);
  return known || aggregation === 'ratio' || value === null || value === 0 ? undefined : formatNumber(value, lang);
}

/** "82%"; counts stand without their unit, which the head names. */
export function cellText(
  { pair }: Pick<BoardRow['figures'][number], 'pair'>,
  indicator: Indicator,
  lang: Lang,
): string {
  const text = pairText(pair, indicator, lang);
  return indicator.unit === '%' && text !== '–' ? `${text}%` : text;
}

interface SheetWords {
  heads: readonly string[];
  t: Translate;
  lang: Lang;
}

/** The table as rows of text, as it stands. */
export function boardSheet(
  board: RestatedBoard,
  rows: readonly BoardRow[],
  { heads, t, lang }: SheetWords,
): string[][] {
  const cells = (figures: readonly (Pick<BoardRow['figures'][number], 'code' | 'pair'> & { known?: boolean })[]) =>
    board.indicators.map((indicator) => {
      const figure = figures.find(({ code }) => code === indicator.code);
      if (!figure) return '–';
      if (figure.known !== false) return cellText(figure, indicator, lang);
      const least = leastOf({ ...figure, known: false }, indicator, lang);
      return least ? `${t('rsb.notKnown')}, ${t('rsb.atLeast', { value: least })}` : t('rsb.notKnown');
    });
  return [
    [...heads],
    ...rows.map((row) => [row.unit.fullName, fromText(t, row), ...cells(row.figures)]),
    [t('rsb.undivided'), t('rsb.dividedUnits', { n: board.undivided.units.length }), ...cells(board.undivided.figures)],
    [
      t('rsb.total', { unit: board.unit.fullName }),
      t('rsb.thenUnits', { n: board.sent.units }),
      ...cells(board.totals),
    ],
  ];
}
