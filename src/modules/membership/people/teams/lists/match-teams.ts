import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import { Clock } from '#platform/clock';
import { type ChosenTeam, TeamListQueries, type TeamPage } from './team-list.queries.ts';
import { TeamStands } from './team-stands.ts';

/** Which of a unit's teams are meant, by a list or by who selects all of it. */
export type TeamMatch = Pick<RouteQuery<typeof routes.listTeams>, 'q' | 'filter'>;
type Match = Pick<TeamPage, 'unitId' | 'at' | 'q' | 'status' | 'withoutSupporter' | 'among'>;

/** A search and a filter as SQL judges them; what only the rules judge comes as the ids of those teams. */
@Injectable()
export class MatchTeams {
  constructor(
    private readonly stands: TeamStands,
    private readonly queries: TeamListQueries,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string, { q = '', filter }: TeamMatch, at: string): Promise<Match> {
    return {
      unitId,
      at,
      q,
      status: filter === undefined ? null : filter === 'draft' ? 'draft' : 'active',
      withoutSupporter: filter === 'noSupporter',
      among: filter === 'lacking' || filter === 'group' ? await this.judged(unitId, filter, at) : null,
    };
  }

  /** Active teams of today, by name: those named, or all but those named. */
  async chosen(
    unitId: string,
    match: TeamMatch,
    { only, except }: { only?: readonly string[] | undefined; except: readonly string[] },
  ): Promise<ChosenTeam[]> {
    const found = await this.queries.chosen(await this.of(unitId, match, this.clock.today()));
    const [named, left] = [only && new Set(only), new Set(except)];
    return found.filter(({ id }) => (!named || named.has(id)) && !left.has(id));
  }

  private async judged(unitId: string, filter: 'lacking' | 'group', at: string): Promise<string[]> {
    const stands = await this.stands.of(unitId, [unitId], at);
    if (filter === 'lacking') return stands.filter(({ lacking }) => lacking).map(({ id }) => id);
    const names = await this.stands.groupNames(stands, at);
    return stands.filter(({ id }) => names.get(id) !== 'right').map(({ id }) => id);
  }
}
