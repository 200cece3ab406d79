/** Doubts about the reading as a whole: what an honest list rarely has is asked about before it is confirmed. */
import { foldTone } from '#i18n/fold';
import { placeOfTeam, type ReadSheet } from './check-roster.ts';
import type { SideList } from './layout/side-lists.ts';
import type { RosterContext } from './roster-context.ts';
import type { RosterMember, RosterTeam } from './roster.types.ts';

const fewestOfOneFamily = 6;
const fewestOfLargeTeam = 9;
const fewestNumbered = 3;

export function doubtLists(teams: readonly RosterTeam[], sheets: readonly ReadSheet[]): void {
  doubtFamilies(sheets);
  doubtSizes(teams, sheets);
  doubtUnnumbered(sheets);
}

/** "Lê, Lê, Lê" down a whole list: a column of family names alone, or one name filled down. */
function doubtFamilies(sheets: readonly ReadSheet[]): void {
  for (const { context, reader } of sheets)
    for (const { table, teams } of reader.sections) {
      const names = teams.flatMap(({ members }) => members.map(({ fullName }) => fullName));
      const families = new Set(names.map((name) => foldTone(name.split(' ')[0] ?? '')));
      if (names.length < fewestOfOneFamily || families.size > 1) continue;
      const family = names[0]?.split(' ')[0] ?? '';
      context.raise({
        at: { row: table.headerRow, column: table.columns.name ?? 0 },
        code: 'names.oneSurname',
        params: { count: names.length, name: family },
        proposed: family,
      });
    }
}

/** A team that took in those below it, whose names were not seen. */
function doubtSizes(teams: readonly RosterTeam[], sheets: readonly ReadSheet[]): void {
  if (teams.length < 3) return;
  for (const team of teams) {
    const others = teams.filter((one) => one !== team).map(({ members }) => members.length);
    const usual = others.toSorted((a, b) => a - b)[Math.floor(others.length / 2)] ?? 0;
    const count = team.members.length;
    if (count < fewestOfLargeTeam || count < 3 * usual) continue;
    const found = placeOfTeam(sheets, team);
    found?.context.raise({
      at: found.at,
      code: 'team.tooLarge',
      params: { team: team.name, count, usual },
      proposed: String(count),
    });
  }
}

/** Below a list in which everybody has a number, the compiler or the chair without one. */
function doubtUnnumbered(sheets: readonly ReadSheet[]): void {
  for (const { context, reader } of sheets)
    for (const list of reader.sections.flatMap(({ lists }) => lists))
      for (const { fullName, at } of unnumberedOf(context, list))
        if (at) {
          const params = { name: fullName, row: at.name.row + 1 };
          context.raise({ at: at.name, code: 'row.unnumbered', params, proposed: fullName });
        }
}

function unnumberedOf(context: RosterContext, { table, sheetTeams }: SideList): RosterMember[] {
  const { stt } = table.columns;
  if (stt === undefined) return [];
  const members = sheetTeams.people().toSorted((a, b) => a.row - b.row);
  const numbers = members.map(({ row }) => /^\d/.test(context.glance({ row: row - 1, column: stt })));
  const last = numbers.lastIndexOf(true);
  return last + 1 < fewestNumbered || numbers.slice(0, last).includes(false) ? [] : members.slice(last + 1);
}
