/** A month in the units of today as a sheet: a row for each unit, what nobody can divide, and the total of then. Pure. */
import type { RouteAnswer, routes } from '#contracts';
import { figureOf } from '#contracts/reporting/figures';
import type { CellValue, SheetToWrite } from '#documents';
import { formatDate, formatNumber, formatTime } from '#i18n';
import { fill } from '#i18n/format-more';
import { type RestatedSheetWords, restatedSheetVi } from '#i18n/server/sheets/restated-sheet.vi';
import { restatedSheetEn } from '#i18n/server/sheets/restated-sheet.en';

type View = RouteAnswer<typeof routes.restatedBoard>;
type Figure = View['rows'][number]['figures'][number];
type Lang = 'vi' | 'en';

const words = { vi: restatedSheetVi, en: restatedSheetEn };
const HEAD = 3;

const monthText = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;

/** Without the ending. */
export const restatedName = ({ unit, month }: View, lang: Lang): string =>
  fill(words[lang].file, { unit: unit.fullName, month });

export function restatedSheet(view: View, taken: { now: Date; today: string }, lang: Lang): SheetToWrite {
  const of = words[lang];
  const date = (day: string) => formatDate(day, lang, { withYear: true });
  const spans = { from: date(view.startsOn), to: date(view.endsOn), day: date(taken.today) };
  const name = (indicator: View['indicators'][number]) => (lang === 'en' && indicator.nameEn) || indicator.name;
  const heads = [of.unit, of.parts, ...view.indicators.map(name)];
  const cells = (figures: readonly (Omit<Figure, 'known'> & { known?: boolean })[]): CellValue[] =>
    view.indicators.map((indicator) => {
      const figure = figures.find(({ code }) => code === indicator.code);
      return figure ? cellOf({ known: true, ...figure }, indicator, of, lang) : '–';
    });
  const differs = view.indicators.filter(({ code }) => view.differences.includes(code)).map(name);
  const rows: CellValue[][] = [
    [fill(of.title, { month: monthText(view.month), unit: view.unit.fullName })],
    [view.since ? fill(of.since, { since: date(view.since) }) : ''],
    [fill(of.window, { ...spans, time: formatTime(taken.now, true) })],
    heads,
    ...view.rows.map((row) => [row.unit.fullName, row.whole + row.shares, ...cells(row.figures)]),
    [of.undivided, view.undivided.units.length, ...cells(view.undivided.figures)],
    [fill(of.total, { unit: view.unit.fullName }), view.sent.units, ...cells(view.totals)],
  ];
  const bottom = rows.length - 1;
  rows.push([differs.length > 0 ? fill(of.differs, { codes: differs.join(', ') }) : of.equal]);
  return {
    name: of.tab,
    rows,
    merges: [0, 1, 2, bottom + 1].map((row) => ({ top: row, left: 0, bottom: row, right: heads.length - 1 })),
    widths: [32, 14, ...view.indicators.map(() => 18)],
    boldRows: [0, HEAD, bottom],
    frozenRows: HEAD + 1,
    repeatedRows: { top: HEAD, bottom: HEAD },
    table: { top: HEAD, bottom, right: heads.length - 1 },
    landscape: true,
  };
}

/** What is known of a count that is not known whole is a least; of a ratio it would say nothing. */
function cellOf(
  { pair, known }: Figure,
  { aggregation }: View['indicators'][number],
  of: RestatedSheetWords,
  lang: Lang,
): CellValue {
  const value = figureOf(pair, aggregation);
  if (known) return value ?? '–';
  const isLeast = aggregation !== 'ratio' && value !== null && value > 0;
  return isLeast ? fill(of.atLeast, { value: formatNumber(value, lang) }) : of.unknown;
}
