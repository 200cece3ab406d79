/** An old list and a new one in one file have the same teams: which of them counts is asked, never guessed. */
import type { ReadSheet } from './check-roster.ts';
import type { Section } from './layout/read-rows.ts';
import type { RosterContext } from './roster-context.ts';

interface Listed {
  context: RosterContext;
  section: Section;
}

/** Asked at both lists, before teams of one name are put together; left out, a list is not read. */
export function askAboutSameTeams(sheets: readonly ReadSheet[]): void {
  const lists = sheets.flatMap(({ context, reader }) => reader.sections.map((section) => ({ context, section })));
  for (const one of lists)
    for (const other of lists) {
      if (one === other || !isAnother(one, other)) continue;
      askAt(one, other);
      break;
    }
}

function askAt({ context, section }: Listed, other: Listed): void {
  const shared = sharedTeams(section, other.section);
  const { headerRow, columns, headers } = section.table;
  const column = columns.name ?? 0;
  context.raise({
    at: { row: headerRow, column },
    code: 'list.again',
    params: {
      count: shared.length,
      teams: shared
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', '),
      sheet: other.context.sheet.name,
      row: other.section.table.headerRow + 1,
    },
    proposed: headers[column] ?? '',
  });
}

/** A supplement adds people to a team; a list that names a leader again, or several teams again, is another one. */
function isAnother({ section: a }: Listed, { section: b }: Listed): boolean {
  const shared = sharedTeams(a, b);
  const led = (section: Section) =>
    new Set(
      section.teams
        .filter(({ members }) => members.some(({ role }) => role === 'leader'))
        .map((team) => team.hamletKey),
    );
  const [ledA, ledB] = [led(a), led(b)];
  return shared.some(({ hamletKey }) => ledA.has(hamletKey) && ledB.has(hamletKey));
}

function sharedTeams(a: Section, b: Section) {
  const keys = new Set(b.teams.map(({ hamletKey }) => hamletKey));
  return a.teams.filter(({ hamletKey }) => keys.has(hamletKey));
}
