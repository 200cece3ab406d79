/** What a report is called, when it is due and what is wrong with it, as the reader's language says it. */
import { dateInVietnam, deadlineText, formatDateNear, type Lang, weekdayName } from '#i18n';
import { lowerFirst } from '#i18n/first-letters';
import type { MessageId } from '#i18n/server/messages.vi';
import { placeInside } from '#i18n/places';
import type { ReportSection } from '#contracts/reporting/report-states';
import type { ReportParams } from '../message-definition.ts';
import { word } from './word.ts';

type Say = (id: MessageId, values?: Record<string, string | number>) => string;

/** Values for the places of a report's words; what does not apply is empty. */
export function reportWords(report: ReportParams, language: Lang, now: Date): Record<string, string> {
  const say: Say = (id, values = {}) => word(id, language, values);
  const { title, month, unit, receiver, dueOn, wording, version, days, cells = [] } = report;
  const [year, number] = month.split('-').map(Number);
  const inside = (name: string) => (language === 'vi' ? placeInside(name) : name);
  const named = (id: MessageId) => title ?? say(id, { month: `${number}/${year}` });
  const countdown = deadlineText(dueOn, now, 'countdown', language);
  return {
    report: named('report.monthly'),
    what: named('report.monthlyInside'),
    unit,
    place: inside(unit),
    office: receiver,
    receiver: inside(receiver),
    deadline: deadlineText(dueOn, now, wording === 'until' ? 'until' : 'officer', language),
    countdown: lowerFirst(countdown),
    asks: days
      ? say('report.asksDays', {
          from: formatDateNear(days.from, dateInVietnam(now), language, true),
          until: formatDateNear(days.until, dateInVietnam(now), language, true),
        })
      : say('report.asksList'),
    workday: workdayOf(report, language, now, say),
    sent: sentOf(report, language, say),
    version: String(version),
    figure: cells[0] ? cellOf(cells[0], days, language, say) : '',
    cells:
      cells.length > 0
        ? say('report.cells', { cells: cells.map((cell) => cellOf(cell, days, language, say)).join('; ') })
        : '',
  };
}

/** Only where the last day on time is not worked. */
function workdayOf({ dueOn, workingDayOn }: ReportParams, language: Lang, now: Date, say: Say): string {
  const today = dateInVietnam(now);
  if (workingDayOn === dueOn || workingDayOn < today) return '';
  return say('report.workday', {
    day: `${weekdayName(workingDayOn, language)} ${formatDateNear(workingDayOn, today, language, true)}`,
  });
}

/** As many cells as can be read in a message; the report shows all. */
const NAMED_CELLS = 6;

function sentOf({ version, daysLate = 0, days, cells = [] }: ReportParams, language: Lang, say: Say): string {
  if (version > 1) {
    const named = cells.slice(0, NAMED_CELLS).map((cell) => cellOf(cell, days, language, say));
    const more = cells.length - named.length;
    if (more > 0) named.push(say('report.moreCells', { count: more }));
    const changed = named.length > 0 ? say('report.changed', { cells: named.join('; ') }) : say('report.unchanged');
    return `${say('report.again', { version })} ${changed}`;
  }
  return daysLate > 0 ? say('report.late', { days: daysLate }) : say('report.onTime');
}

function cellOf(
  { cell, name, nameEn }: NonNullable<ReportParams['cells']>[number],
  days: ReportParams['days'],
  language: Lang,
  say: Say,
): string {
  if (name !== null) return `${cell} ${language === 'vi' ? name : (nameEn ?? name)}`;
  if (cell === 'next_month' && days) return say('report.section', { name: say('section.next_days') });
  return say('report.section', { name: say(`section.${cell as ReportSection}`) });
}
