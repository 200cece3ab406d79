/**
 * Which teams would even out what the busiest supporter and the lightest carry. Pure: it proposes, nobody is moved by it.
 */
import type { CommitteeSeat } from '#contracts/enums';

export interface LoadTeam {
  id: string;
  /** Days since the last record; null where it is not known. */
  quietDays: number | null;
  silent: boolean;
}

export interface Load<T extends LoadTeam = LoadTeam> {
  personId: string;
  seat: CommitteeSeat;
  teams: readonly T[];
}

export interface Levelled<T extends LoadTeam> {
  fromId: string;
  toId: string;
  teams: T[];
}

const silentOf = ({ teams }: Load): number => teams.filter(({ silent }) => silent).length;
const byId = (a: Load, b: Load): number => (a.personId < b.personId ? -1 : 1);

/**
 * Who leads the committee directs all of it and is given no teams. The longest silence goes first: somebody
 * else may reach it.
 * @param busyFrom with so many teams a supporter carries much
 */
export function levelLoad<T extends LoadTeam>(loads: readonly Load<T>[], busyFrom: number): Levelled<T> | null {
  const from = [...loads].sort((a, b) => b.teams.length - a.teams.length || silentOf(b) - silentOf(a) || byId(a, b))[0];
  const to = lightest(loads.filter((load) => load !== from));
  if (!from || !to || from.teams.length < busyFrom) return null;
  const held = new Set(to.teams.map(({ id }) => id));
  const free = from.teams
    .filter(({ id }) => !held.has(id))
    .sort((a, b) => (b.quietDays ?? 0) - (a.quietDays ?? 0) || (a.id < b.id ? -1 : 1));
  const teams = free.slice(0, Math.floor((from.teams.length - to.teams.length) / 2));
  return teams.length > 0 ? { fromId: from.personId, toId: to.personId, teams } : null;
}

/** Of those who can be given a team. */
export function lightest<T extends LoadTeam>(loads: readonly Load<T>[]): Load<T> | undefined {
  return loads
    .filter(({ seat }) => seat !== 'head')
    .sort((a, b) => a.teams.length - b.teams.length || silentOf(a) - silentOf(b) || byId(a, b))[0];
}
