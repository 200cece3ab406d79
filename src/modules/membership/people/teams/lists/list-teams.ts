import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf, platformErrors } from '#platform/http';
import { ReadTeams } from '../read-teams.ts';
import { TeamListQueries } from './team-list.queries.ts';
import { MatchTeams } from './match-teams.ts';

type Query = RouteQuery<typeof routes.listTeams>;

const pages = pagesOf('teams', z.tuple([z.int(), z.string(), z.uuid()]));

/** A unit's teams at a date, a page at a time; what each lacks is looked up for the page alone. */
@Injectable()
export class ListTeams {
  constructor(
    private readonly queries: TeamListQueries,
    private readonly match: MatchTeams,
    private readonly teams: ReadTeams,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: Query): Promise<RouteAnswer<typeof routes.listTeams>> {
    const { at = this.clock.today(), sort, limit, ...match } = query;
    if (!(await this.organization.unitRef(unitId, at))) throw platformErrors.notFound();
    await this.scope.require(actor, 'team.read', { unitId });
    const asked = { ...query, unitId, at };
    const after = pages.after(asked);
    const rows = await this.queries.page({ ...(await this.match.of(unitId, match, at)), sort, after, limit });
    const { items, nextCursor } = pages.cut(asked, rows, (row) => [row.members, row.name, row.id]);
    const ids = items.map(({ id }) => id);
    return { at, items: await this.teams.rows(ids, at), total: rows[0]?.total ?? 0, nextCursor };
  }
}
