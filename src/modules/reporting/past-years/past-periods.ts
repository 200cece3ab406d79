/** Of when a row is: a month, "2025-11", or a whole year, "2025". Pure. */
import { foldMarks } from '#i18n/fold';
import { type Period, type PeriodRule, periodOfMonth } from '#contracts/reporting/periods';

const year = '((?:19|20|21)\\d\\d)';
const shapes: readonly [RegExp, (found: RegExpExecArray) => [string, string?]][] = [
  [new RegExp(`^(?:nam |year )?${year}$`), ([, y = '']) => [y]],
  [new RegExp(`^${year}-(\\d\\d)(?:-\\d\\d)?$`), ([, y = '', m]) => [y, m]],
  [
    new RegExp(`^(?:thang |ky |month |t ?)?(\\d{1,2})\\s*(?:/|-|\\.|nam |thang )\\s*(?:nam )?${year}$`),
    ([, m, y = '']) => [y, m],
  ],
];

/** Null for what names none. @param known what is said of all rows: a month alone is one of its year */
export function readPeriod(text: string, known: string | null): string | null {
  const folded = foldMarks(text.replace(/^'/, '')).trim();
  if (folded === '') return known;
  for (const [shape, of] of shapes) {
    const found = shape.exec(folded);
    if (!found) continue;
    const [y, m] = of(found);
    return m === undefined ? y : monthIn(y, m);
  }
  const alone = /^(?:thang |t ?)?(\d{1,2})$/.exec(folded);
  return alone?.[1] && known?.length === 4 ? monthIn(known, alone[1]) : null;
}

function monthIn(y: string, m: string): string | null {
  const number = Number(m);
  return number >= 1 && number <= 12 ? `${y}-${String(number).padStart(2, '0')}` : null;
}

export const isYear = (period: string): boolean => period.length === 4;

/** The month, or of a year its last one. */
export const lastMonthOf = (period: string): string => (isYear(period) ? `${period}-12` : period);

/** Whose last day says which units stood: of a year that of its last month. */
export const windowOf = (period: string, rule: PeriodRule): Period => periodOfMonth(lastMonthOf(period), rule);

/** Not over yet on this day. */
export const isAhead = (period: string, today: string): boolean => period >= today.slice(0, period.length);

/** The same month a year before. */
export const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
