/** What a longer period takes over from the words of its months, before anybody has judged the whole. Pure. */
import type { ReportSection } from '#contracts/reporting/report-states';

interface MonthWords {
  /** 'YYYY-MM' */
  month: string;
  key: ReportSection;
  text: string;
}

/** What people judge; all else is drafted from the period's own figures. */
const judged: readonly ReportSection[] = ['strengths', 'difficulties', 'causes', 'proposals'];
/** What comes next is as the last month says. */
const planned: ReportSection = 'next_month';

/** Each sentence once, by the month that said it first. @param rows in the order of months */
export function wordsOfMonths(rows: readonly MonthWords[]): Partial<Record<ReportSection, string>> {
  const drafted: Partial<Record<ReportSection, string>> = {};
  for (const key of judged) {
    const lines = rows.flatMap((row) => (row.key === key ? sentences(row) : []));
    const first = lines.filter(({ plain }, at) => lines.findIndex((line) => line.plain === plain) === at);
    if (first.length > 0) drafted[key] = first.map(({ text }) => text).join('\n');
  }
  const last = rows.findLast(({ key, text }) => key === planned && text.trim() !== '');
  if (last) drafted[planned] = last.text;
  return drafted;
}

/** Figures of a month mean nothing in the words of half a year: a sentence with one stays with its month. */
function sentences({ month, text }: MonthWords): { plain: string; text: string }[] {
  const [year, number] = month.split('-').map(Number);
  return text.split('\n').flatMap((line) => {
    const plain = line.replace(/^[-+•\s]+/u, '').trim();
    return plain === '' || plain.includes('{{') ? [] : [{ plain, text: `- Tháng ${number}/${year}: ${plain}` }];
  });
}
