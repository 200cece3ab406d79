/** What the attendance sheet says: those invited by team, in the order of names, and empty lines for others; pure. */
import type { AttendanceSheet } from '#documents';
import { dateInVietnam, fill, formatDate, formatTime, type Lang, weekdayName } from '#i18n';
import { compareNames } from '#i18n/fold';
import { documentsEn } from '#i18n/server/documents.en';
import { documentsVi } from '#i18n/server/documents.vi';
import type { Invited } from '../../sessions/reads/list-invited.ts';
import type { Detail } from '../../sessions/reads/read-session.ts';

/** Those who gave back or declined may still come: on an empty line. */
const EXPECTED = new Set(['seated', 'waiting', 'invited']);
const FEWEST_BLANKS = 8;
const MOST_BLANKS = 20;

export type SheetSession = Pick<
  Detail,
  | 'title'
  | 'topic'
  | 'language'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'onlineUrl'
  | 'commune'
  | 'provider'
  | 'trainer'
  | 'capacity'
>;

export type SheetPerson = Pick<Invited, 'person' | 'team' | 'state' | 'place'>;

export function sheetData(session: SheetSession, invited: readonly SheetPerson[]): Omit<AttendanceSheet, 'mark'> {
  const { language, title, trainer } = session;
  const words = language === 'vi' ? documentsVi : documentsEn;
  const people = invited.filter(({ state }) => EXPECTED.has(state));
  const day = dateInVietnam(session.startsAt);
  return {
    language,
    commune: session.commune.fullName,
    provider: session.provider.name,
    title,
    facts: [
      { label: words['sheet.topic'], value: session.topic },
      { label: words['sheet.time'], value: timeOf(session, language) },
      { label: words['sheet.place'], value: session.place ?? words['sheet.online'] },
      { label: words['sheet.trainer'], value: trainer.fullName },
    ],
    groups: groupsOf(people, words),
    blanks: Math.min(MOST_BLANKS, Math.max(FEWEST_BLANKS, session.capacity - people.length)),
    trainer: trainer.fullName,
    footer: `${title}, ${formatDate(day, language, { withYear: true })}`,
    words: {
      heading: words['sheet.heading'],
      columns: [
        words['sheet.number'],
        words['sheet.name'],
        words['sheet.position'],
        words['sheet.seat'],
        words['sheet.signature'],
      ],
      walkIns: words['sheet.walkIns'],
      count: words['sheet.count'],
      signTrainer: words['sheet.signTrainer'],
      signCommune: words['sheet.signCommune'],
      signHere: words['sheet.signHere'],
      page: words['sheet.page'],
    },
  };
}

type Words = Record<keyof typeof documentsVi, string>;

function groupsOf(people: readonly SheetPerson[], words: Words): AttendanceSheet['groups'] {
  const byTeam = new Map<string | null, SheetPerson[]>();
  for (const one of people) {
    const name = one.team?.name ?? null;
    byTeam.set(name, [...(byTeam.get(name) ?? []), one]);
  }
  return [...byTeam]
    .toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'vi', { numeric: true })))
    .map(([name, members]) => ({
      name: name ?? words['sheet.noTeam'],
      people: members
        .toSorted((a, b) => compareNames(a.person.fullName, b.person.fullName))
        .map(({ person, state, place }) => ({
          name: person.fullName,
          position: person.position ?? '',
          note: fill(words[`seat.${state}`], { place: place ?? '' }),
        })),
    }));
}

/** "14:00 - 16:30, Thứ Ba, 22/11/2022"; a session over midnight names both days. */
function timeOf({ startsAt, endsAt }: SheetSession, language: Lang): string {
  const [first, last] = [dateInVietnam(startsAt), dateInVietnam(endsAt)];
  const named = (day: string) => `${weekdayName(day, language)}, ${formatDate(day, language, { withYear: true })}`;
  return first === last
    ? `${formatTime(startsAt)} - ${formatTime(endsAt)}, ${named(first)}`
    : `${formatTime(startsAt)}, ${named(first)} - ${formatTime(endsAt)}, ${named(last)}`;
}
