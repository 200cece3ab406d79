/**
 * Hamlets that the list names and the tree does not know: each is said with the very name and kind under which it would be
 * added. Where the commune has hamlets already, an unknown name is more often a slip of the pen, so it stops the import.
 */
import { foldMarks } from '#i18n/fold';
import type { Choices, Finding } from '../../roster/findings.ts';
import type { Roster } from '../../roster/roster.types.ts';
import { type KnownHamlet, newHamlet, type PlacedTeam, withFormer } from './place-teams.ts';
import { finding, placeOf } from './register-doubts.ts';

interface Tree {
  commune: string;
  hamlets: readonly KnownHamlet[];
}

export function newHamletDoubts(
  roster: Roster,
  placed: readonly PlacedTeam[],
  { commune, hamlets }: Tree,
  choices: Choices,
): Finding[] {
  const code = hamlets.length === 0 ? ('hamlet.new' as const) : ('hamlet.unknown' as const);
  return placed
    .filter(({ unitId, candidates }) => unitId === null && candidates.length === 0)
    .map(({ team }) => {
      const { type: kind, name } = newHamlet(team, commune);
      return {
        ...finding(
          { code, params: { kind, name, commune }, original: team.name, proposed: name },
          placeOf(roster, team, 'team'),
          choices,
        ),
        choices: likely(name, hamlets),
        ...(code === 'hamlet.new' && { group: code }),
      };
    });
}

/** Known hamlets with the same number or nearly the same letters. */
function likely(name: string, hamlets: readonly KnownHamlet[]): string[] {
  const wanted = properOf(name);
  return hamlets
    .filter(({ fullName }) => isNear(wanted, properOf(fullName.replace(/ \(.*\)$/, ''))))
    .slice(0, 3)
    .map(withFormer);
}

function properOf(name: string): string {
  return foldMarks(name).replace(/^(?:thon|ban|pho|khu pho|khu|to dan pho|xom|lang|tieu khu) /, '');
}

/** Equal, or of some length and apart by one letter that is wrong, missing or too many. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3 || long.length - short.length > 1 || /\d/.test(a + b)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}
