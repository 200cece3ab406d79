/** A form's answers as a sheet: a row for each unit, a column for each question or cell of a table, and their sums. Pure. */
import type { RouteAnswer, routes } from '#contracts';
import { isNumberKind, type Question } from '#contracts/questions/question-kinds';
import type { CellValue, SheetToWrite } from '#documents';
import { formatDate } from '#i18n';
import { fill } from '#i18n/format-more';
import { formSheetEn } from '#i18n/server/sheets/form-sheet.en';
import { formSheetVi, type FormSheetWords } from '#i18n/server/sheets/form-sheet.vi';

type View = RouteAnswer<typeof routes.readRound>;
type Said = View['units'][number]['before'][string] | undefined;
type Lang = 'vi' | 'en';

const words: Record<Lang, FormSheetWords> = { vi: formSheetVi, en: formSheetEn };
const HEAD = 3;

interface Column {
  head: string;
  value: (said: Said, of: FormSheetWords, lang: Lang) => CellValue;
  question: string;
  sum: number | null;
}

/** Without the ending. */
export const roundName = ({ title, unit }: View, lang: Lang): string =>
  fill(words[lang].file, { title, unit: unit.fullName });

/** What was not answered is an empty cell, never 0. */
function valueOf({ kind, choices = [] }: Question): Column['value'] {
  const labelOf = (key: unknown) => choices.find((one) => one.key === key)?.label ?? String(key);
  return (said, of, lang) => {
    if (said === undefined) return null;
    if (typeof said === 'number') return said;
    if (typeof said === 'boolean') return said ? of.yes : of.no;
    if (Array.isArray(said)) return said.map(labelOf).join('; ');
    if (typeof said !== 'string') return null;
    return kind === 'oneOf' ? labelOf(said) : kind === 'day' ? formatDate(said, lang, { withYear: true }) : said;
  };
}

function columnsOf(questions: readonly Question[], totals: View['totals']): Column[] {
  return questions.flatMap((question): Column[] => {
    const { id, label, unit, kind, rows = [], columns = [] } = question;
    const total = totals.find((one) => one.question === id);
    if (kind === 'table')
      return rows.flatMap((row) =>
        columns.map((column) => ({
          question: id,
          head: `${label}: ${row.label}, ${column.label}`,
          value: (said) => (isCells(said) ? (said[row.key]?.[column.key] ?? null) : null),
          sum: total?.cells?.[row.key]?.[column.key]?.sum ?? null,
        })),
      );
    const sum = isNumberKind(kind) ? (total?.number?.sum ?? null) : null;
    return [{ question: id, head: unit ? `${label} (${unit})` : label, value: valueOf(question), sum }];
  });
}

const isCells = (said: Said): said is Record<string, Record<string, number>> =>
  typeof said === 'object' && !Array.isArray(said);

export function roundSheet(view: View, taken: string, lang: Lang): SheetToWrite {
  const of = words[lang];
  const date = (day: string) => formatDate(day, lang, { withYear: true });
  const columns = columnsOf(view.questions, view.totals);
  const answered = view.units.filter(({ sheet }) => sheet !== null).length;
  const heads = [of.unit, of.standing, ...columns.map(({ head }) => head)];
  const rows: CellValue[][] = [
    [view.title],
    [
      fill(of.asked, {
        unit: view.unit.fullName,
        due: date(view.dueOn),
        answered,
        units: view.units.length,
        on: date(taken),
      }),
    ],
    view.apart > 0 ? [fill(of.apart, { count: view.apart })] : [],
    heads,
    ...view.units.map(({ unit, status, sheet }): CellValue[] => [
      unit.fullName,
      of[`standing.${status}`],
      ...columns.map(({ question, value }) => value(sheet?.answers[question], of, lang)),
    ]),
    [of.total, null, ...columns.map(({ sum }) => sum)],
  ];
  return {
    name: of.tab,
    rows,
    merges: [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: heads.length - 1 })),
    widths: [28, 16, ...columns.map(({ head }) => Math.min(40, Math.max(12, Math.ceil(head.length / 2))))],
    boldRows: [0, HEAD, rows.length - 1],
    frozenRows: HEAD + 1,
    repeatedRows: { top: HEAD, bottom: HEAD },
  };
}
