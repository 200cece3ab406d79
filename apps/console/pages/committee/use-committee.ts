import { api, type Schemas } from '../../api/client.ts';

export type Load = Schemas['CommitteeLoad'];
export type Member = Load['members'][number];
export type SupportedTeam = Schemas['SupportedTeam'];

export const committeePaths = [
  '/units/{unitId}/committee',
  '/units/{unitId}/committees',
  '/units/{unitId}/posts',
] as const;
export const supportPaths = [...committeePaths, '/units/{unitId}/teams', '/teams/{teamId}'] as const;

export function useLoad(unitId: string, at: string | undefined) {
  return api.useQuery('get', '/units/{unitId}/committee/load', {
    params: { path: { unitId }, query: at ? { at } : {} },
  });
}

export const silentOf = (teams: readonly SupportedTeam[]): SupportedTeam[] => teams.filter(({ silent }) => silent);

/** The longest silence among them; null while none is silent. */
export function longestOf(teams: readonly SupportedTeam[]): number | null {
  const days = silentOf(teams).map(({ quietDays }) => quietDays ?? 0);
  return days.length > 0 ? Math.max(...days) : null;
}

/** What the foot of the table adds up: each team once, and an average over people who have any. */
export function sumsOf(members: readonly Member[]): { people: number; teams: number; average: number; silent: number } {
  const people = new Map(members.map(({ person, teams }) => [person.id, teams]));
  const all = new Map([...people.values()].flat().map((team) => [team.id, team]));
  const having = [...people.values()].filter((teams) => teams.length > 0).length;
  return {
    people: people.size,
    teams: all.size,
    average: having === 0 ? 0 : Math.round((all.size / having) * 10) / 10,
    silent: silentOf([...all.values()]).length,
  };
}
