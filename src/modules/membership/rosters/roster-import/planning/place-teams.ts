/**
 * Which hamlet of the commune each team of the file belongs to. A name alone is enough while one hamlet bears it;
 * where several former communes brought a hamlet of one name, the former commune decides or the officer is asked.
 */
import { foldTone } from '#i18n/fold';
import type { RosterTeam } from '../../roster/roster.types.ts';
import { hamletKey, sameCommune } from '../../roster/cells/unit-names.ts';

export interface KnownHamlet {
  id: string;
  fullName: string;
  /** The commune that the hamlet stood in before a merger. */
  former: string | null;
}

/** With where it stood before, unless its name says so: of equal names within a commune it does. */
export const withFormer = ({ fullName, former }: KnownHamlet): string =>
  former && !fullName.endsWith(')') ? `${fullName} (${former})` : fullName;

export interface PlacedTeam {
  /** With the hamlet's id as its key, so that spellings of one hamlet meet. */
  team: RosterTeam;
  unitId: string | null;
  /** The hamlets that the name could mean, when more than one. */
  candidates: KnownHamlet[];
}

interface Named {
  hamlet: KnownHamlet;
  base: string;
  former: string;
}

/** Teams without `unitId` and without candidates name hamlets that the tree does not know. */
export function placeTeams(teams: readonly RosterTeam[], hamlets: readonly KnownHamlet[]): PlacedTeam[] {
  const named = hamlets.map(nameOf);
  const found = teams.map((team) => ({ team, hits: hitsFor(team, named) }));
  const claims = new Map<string, number>();
  for (const { hits } of found)
    if (hits.length === 1 && hits[0]) claims.set(hits[0].id, (claims.get(hits[0].id) ?? 0) + 1);
  return found.map(({ team, hits }): PlacedTeam => {
    const [hit, ...others] = hits;
    if (!hit) return { team: { ...team, hamletKey: `new:${team.hamletKey}` }, unitId: null, candidates: [] };
    const isSure = others.length === 0 && claims.get(hit.id) === 1;
    return isSure
      ? { team: { ...team, hamletKey: hit.id }, unitId: hit.id, candidates: [] }
      : { team: { ...team, hamletKey: `unsure:${team.hamletKey}` }, unitId: null, candidates: hits };
  });
}

function nameOf(hamlet: KnownHamlet): Named {
  const [base = '', former = ''] = hamletKey(hamlet.fullName).split('@');
  return { hamlet, base, former: former || foldTone(hamlet.former ?? '') };
}

/** The exact key first; then by name alone, when one side does not say which former commune. */
function hitsFor(team: RosterTeam, named: readonly Named[]): KnownHamlet[] {
  const [base = '', former = ''] = team.hamletKey.split('@');
  const sameName = named.filter((one) => one.base === base);
  const exact = sameName.filter((one) => one.former === former);
  if (former !== '' && exact.length > 0) return exact.map(({ hamlet }) => hamlet);
  const open = former === '' ? sameName : sameName.filter((one) => one.former === '');
  if (open.length > 0 || team.hamletType !== null) return open.map(({ hamlet }) => hamlet);
  return named
    .filter((one) => one.base.slice(one.base.indexOf(':') + 1) === properOf(team))
    .map(({ hamlet }) => hamlet);
}

function properOf(team: RosterTeam): string {
  return team.hamletKey.slice(team.hamletKey.indexOf(':') + 1);
}

const typeWords: Readonly<Record<string, string>> = {
  thon: 'thôn',
  ban: 'bản',
  pho: 'phố',
  khu_pho: 'khu phố',
  khu: 'khu',
  to_dan_pho: 'tổ dân phố',
  xom: 'xóm',
  lang: 'làng',
  tieu_khu: 'tiểu khu',
};

/** What a hamlet that the tree does not know is called in it; a place without a word of kind is a thôn. */
export function newHamlet(team: RosterTeam, communeName: string): { type: string; name: string } {
  const type = typeWords[team.hamletType ?? ''] ?? 'thôn';
  const former = team.formerCommune && !sameCommune(team.formerCommune, communeName) ? ` (${team.formerCommune})` : '';
  return { type, name: `${team.name}${former}` };
}
