/**
 * What a team or a committee lacks against the rules of a date, and who could fill it. Pure: the caller reads the rules
 * and the members of the same date, so last year's team is judged by last year's rules. Nobody is excluded by it.
 */
import type { Affiliation, Role, TeamRole } from '#contracts/enums';

export interface Rule {
  code: string;
  kind: 'min_members' | 'role_count' | 'affiliation';
  min: number;
  max: number | null;
  role: TeamRole | null;
  affiliation: Affiliation | null;
  citation: string;
}

export interface Seat {
  personId: string;
  fullName: string;
  position: string | null;
  role: Role;
  affiliation: Affiliation;
}

export interface Fit {
  id: string;
  fullName: string;
  position: string | null;
}

export interface RuleState extends Omit<Rule, 'max'> {
  have: number;
  met: boolean;
}

export interface Gap {
  rule: string;
  kind: Rule['kind'];
  have: number;
  need: number;
  role: TeamRole | null;
  affiliation: Affiliation | null;
  citation: string;
  fits: Fit[];
}

const MOST_FITS = 5;

export function ruleStates(rules: readonly Rule[], seats: readonly Seat[]): RuleState[] {
  return rules.map(({ max, ...rule }) => {
    const have = count(rule, seats);
    return { ...rule, have, met: have >= rule.min && (max === null || have <= max) };
  });
}

/**
 * @param known people of the place who are not in the team, the likeliest first
 */
export function gapsOf(rules: readonly Rule[], seats: readonly Seat[], known: readonly Seat[] = []): Gap[] {
  return ruleStates(rules, seats)
    .filter(({ have, min }) => have < min)
    .map(({ code, kind, have, min, role, affiliation, citation }) => ({
      rule: code,
      kind,
      have,
      need: min,
      role,
      affiliation,
      citation,
      fits: fits({ kind, role, affiliation }, seats, known),
    }));
}

function count(rule: Pick<Rule, 'kind' | 'role' | 'affiliation'>, seats: readonly Seat[]): number {
  if (rule.kind === 'min_members') return new Set(seats.map(({ personId }) => personId)).size;
  if (rule.kind === 'role_count') return seats.filter(({ role }) => role === rule.role).length;
  return new Set(seats.filter(({ affiliation }) => affiliation === rule.affiliation).map(({ personId }) => personId))
    .size;
}

/** A role is filled from within: a deputy from the members, a leader from the deputies first. Else from who is known. */
function fits(
  rule: Pick<Rule, 'kind' | 'role' | 'affiliation'>,
  seats: readonly Seat[],
  known: readonly Seat[],
): Fit[] {
  const inside = new Set(seats.map(({ personId }) => personId));
  const outside = known.filter(({ personId }) => !inside.has(personId));
  if (rule.kind === 'min_members') return toFits(outside);
  if (rule.kind === 'affiliation') return toFits(outside.filter(({ affiliation }) => affiliation === rule.affiliation));
  const free = (role: Role) => seats.filter((seat) => seat.role === role);
  return toFits(
    rule.role === 'leader' ? [...free('deputy'), ...free('member')] : rule.role === 'deputy' ? free('member') : outside,
  );
}

function toFits(seats: readonly Seat[]): Fit[] {
  const byPerson = new Map(
    seats.map((seat) => [seat.personId, { id: seat.personId, fullName: seat.fullName, position: seat.position }]),
  );
  return [...byPerson.values()].slice(0, MOST_FITS);
}
