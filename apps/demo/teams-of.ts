import { type RouteAnswer, routes } from '#contracts';
import type { ApiClient } from './api-client.ts';

export type Team = RouteAnswer<typeof routes.listTeams>['items'][number];

/** All teams of a unit, page by page. */
export async function teamsOf(client: ApiClient, unitId: string): Promise<Team[]> {
  const teams: Team[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = { limit: '100', ...(cursor && { cursor }) };
    const page: RouteAnswer<typeof routes.listTeams> = await client.call(routes.listTeams, {
      params: { unitId },
      query,
    });
    teams.push(...page.items);
    cursor = page.nextCursor;
  }
  return teams;
}
