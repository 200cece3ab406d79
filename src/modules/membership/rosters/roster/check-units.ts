/**
 * Whose list it is. A list may carry a name from before or after a merger; one that names another commune, above the
 * table, below it, or in the name of a team, is stopped until the officer says that it is right.
 */
import type { ReadSheet } from './check-roster.ts';
import type { UnitMention } from './layout/preamble.ts';
import type { RosterContext } from './roster-context.ts';
import type { Roster, RosterOptions, RosterTeam } from './roster.types.ts';
import { communeKey, sameCommune } from './cells/unit-names.ts';

type Commune = NonNullable<RosterOptions['commune']>;

/** Done before teams of one name are put together: five former communes may each have a Thôn 1. */
export function checkUnits(roster: Roster, sheets: readonly ReadSheet[], { commune }: RosterOptions): void {
  for (const { context, reader } of sheets) {
    let former: string | null = null;
    for (const { preamble, teams } of reader.sections) {
      roster.unitName ??= preamble.unitName;
      if (!commune) continue;
      const said = preamble.mentions.map((mention) => checkMention(context, mention, commune));
      if (preamble.mentions.length > 0) former = said.find((one) => one !== null) ?? null;
      for (const team of teams) {
        if (team.formerCommune !== null) checkTeam(context, team, team.formerCommune, commune);
        else if (former !== null) placeInFormer(team, former);
      }
    }
    if (commune) for (const mention of reader.after.mentions) checkMention(context, mention, commune);
  }
}

/** @returns the former commune of which the list is one */
function checkMention(context: RosterContext, { name, ...at }: UnitMention, commune: Commune): string | null {
  if (communeKey(name) === '' || sameCommune(name, commune.name)) return null;
  const former = commune.formerCommunes?.find((one) => sameCommune(name, one));
  const other = former ?? commune.otherNames?.find((one) => sameCommune(name, one));
  const params = { file: name, commune: commune.name };
  if (other === undefined) context.raise({ at, code: 'unit.other', params, proposed: commune.name });
  else context.raise({ at, code: 'unit.formerName', params });
  return former ?? null;
}

function checkTeam(context: RosterContext, team: RosterTeam, named: string, commune: Commune): void {
  const known = [commune.name, ...(commune.formerCommunes ?? []), ...(commune.otherNames ?? [])];
  if (known.some((one) => sameCommune(named, one))) return;
  context.raise({
    at: { row: team.row - 1, column: team.column ?? 0 },
    code: 'team.otherCommune',
    params: { team: team.name, file: named, commune: commune.name },
    proposed: `${team.name} (${named})`,
  });
}

function placeInFormer(team: RosterTeam, former: string): void {
  team.formerCommune = former;
  team.hamletKey = `${team.hamletKey}@${communeKey(former)}`;
}
