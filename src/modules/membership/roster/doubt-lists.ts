/** Doubts about the reading as a whole: what an honest list rarely has is asked about before it is confirmed. */
import { foldTone } from '#i18n/fold';
import { placeOfTeam, type ReadSheet } from './check-roster.ts';
import type { RosterTeam } from './roster.types.ts';

const fewestOfOneFamily = 6;
const fewestOfLargeTeam = 9;

export function doubtLists(teams: readonly RosterTeam[], sheets: readonly ReadSheet[]): void {
  doubtFamilies(sheets);
  doubtSizes(teams, sheets);
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
