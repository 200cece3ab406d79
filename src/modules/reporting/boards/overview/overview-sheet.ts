/** The overview as a sheet: a row for each part with all its figures, as the screen shows them, and their sums. Pure. */
import type { RouteAnswer, routes } from '#contracts';
import { overviewPartKind } from '#contracts/reporting/overview-parts';
import type { CellValue, SheetToWrite } from '#documents';
import { formatDate, formatTime } from '#i18n';
import { fill } from '#i18n/format-more';
import { overviewSheetEn } from '#i18n/server/sheets/overview-sheet.en';
import { overviewSheetVi } from '#i18n/server/sheets/overview-sheet.vi';

type View = RouteAnswer<typeof routes.overview>;
type Part = View['parts'][number];
type Lang = 'vi' | 'en';

const words = { vi: overviewSheetVi, en: overviewSheetEn };
const HEAD = 2;
/** What is summed below, in the order of its columns; null stands where a sum says nothing. */
const counted = ['due', 'inTime', null, 'silent', 'waiting', 'difficulties', 'lateDifficulties'] as const;

const percent = (part: number, whole: number): number | null => (whole > 0 ? Math.round((part / whole) * 100) : null);
const monthText = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;

/** Without the ending. */
export const overviewName = ({ unit, month }: View, lang: Lang): string =>
  fill(words[lang].file, { unit: unit.fullName, month });

export function overviewSheet(view: View, taken: { now: Date; today: string }, lang: Lang): SheetToWrite {
  const of = words[lang];
  const date = (day: string) => formatDate(day, lang, { withYear: true });
  const { unit, month, parts } = view;
  const heads = [
    of[overviewPartKind(unit.kind)],
    of.active,
    of.teams,
    of.share,
    of.report,
    of.daysLate,
    of.due,
    of.inTime,
    of.shareInTime,
    of.silent,
    of.waiting,
    of.difficulties,
    of.overdue,
  ];
  const spans = { from: date(view.startsOn), to: date(view.endsOn), due: date(view.dueOn) };
  const rows: CellValue[][] = [
    [fill(of.title, { month: monthText(month), unit: unit.fullName })],
    [fill(of.window, { ...spans, at: date(view.at), time: formatTime(taken.now, true), day: date(taken.today) })],
    heads,
    ...parts.map((part) => rowOf(part, of)),
    sumOf(parts, of.total),
  ];
  const bottom = rows.length - 1;
  return {
    name: of.tab,
    rows,
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: heads.length - 1 })),
    widths: [28, 14, 10, 14, 20, 10, 12, 14, 12, 12, 16, 16, 16],
    boldRows: [0, HEAD, bottom],
    frozenRows: HEAD + 1,
    repeatedRows: { top: HEAD, bottom: HEAD },
    table: { top: HEAD, bottom, right: heads.length - 1 },
    landscape: true,
  };
}

function rowOf(part: Part, of: Record<`report.${NonNullable<Part['report']>['status']}`, string>): CellValue[] {
  const { unit, active, teams, report } = part;
  const late = report && report.daysLate > 0 ? report.daysLate : null;
  return [
    unit.fullName,
    active,
    teams,
    percent(active, teams),
    report && of[`report.${report.status}`],
    late,
    ...counted.map((key) => (key ? part[key] : percent(part.inTime, part.due))),
  ];
}

function sumOf(parts: readonly Part[], total: string): CellValue[] {
  const sum = (of: (part: Part) => number) => parts.reduce((all, part) => all + of(part), 0);
  const [active, teams] = [sum((part) => part.active), sum((part) => part.teams)];
  // What is known of today alone stands in no row of another day.
  const sums = counted.map((key) =>
    key && parts.some((part) => part[key] !== null) ? sum((part) => part[key] ?? 0) : null,
  );
  sums[2] = percent(sums[1] ?? 0, sums[0] ?? 0);
  return [total, active, teams, percent(active, teams), null, null, ...sums];
}
