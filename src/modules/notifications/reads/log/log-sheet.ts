/** The log as a sheet, in the language of who takes it away. Pure. */
import type { SheetToWrite } from '#documents';
import { dateInVietnam, formatDate, formatTime, type Lang } from '#i18n';
import { logEn } from '#i18n/words/log.en';
import { logVi } from '#i18n/words/log.vi';
import type { Entry } from './log.presenter.ts';

type Words = Readonly<Record<string, string>>;
export const wordsOf = (lang: Lang): Words => (lang === 'vi' ? logVi : logEn);

const columns = ['at', 'by', 'place', 'what', 'about', 'people', 'purpose', 'reason', 'trace', 'command'] as const;
const WIDTHS = [18, 30, 28, 36, 36, 10, 22, 40, 14, 38];

const named = (person: Entry['person']): string =>
  person ? [person.fullName, person.position].filter(Boolean).join(', ') : '';

export function logSheet(entries: readonly Entry[], lang: Lang): SheetToWrite {
  const words = wordsOf(lang);
  const rows = entries.map((entry) => [
    `${formatDate(dateInVietnam(entry.at), lang, { withYear: true })} ${formatTime(entry.at, true)}`,
    named(entry.by),
    entry.unit?.fullName ?? '',
    words[`log.what.${entry.what}`] ?? entry.what,
    [named(entry.person), entry.subject, entry.route].filter(Boolean).join('; '),
    entry.people,
    entry.purpose ? (words[`log.purpose.${entry.purpose}`] ?? entry.purpose) : '',
    entry.question ? (entry.question.answer ?? words['log.unanswered'] ?? '') : '',
    entry.trace ?? '',
    entry.commandId ?? '',
  ]);
  return {
    name: words['log.sheet'] ?? '',
    rows: [columns.map((column) => words[`log.col.${column}`] ?? ''), ...rows],
    widths: WIDTHS,
    textColumns: columns.map((_, index) => index).filter((index) => columns[index] !== 'people'),
    boldRows: [0],
    frozenRows: 1,
    table: { top: 0, bottom: rows.length, right: columns.length - 1 },
    landscape: true,
  };
}
