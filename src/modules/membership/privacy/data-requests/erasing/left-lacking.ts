import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { CheckComposition } from '../../../people/teams/decisions/check-composition.ts';
import { toSeat } from '../../../people/teams/team.presenter.ts';
import { TeamQueries } from '../../../people/teams/team.queries.ts';

type Lacking = RouteAnswer<typeof routes.readDataRequest>['lacking'];

/** What the teams of somebody lack once they are in none any more: said before, not found out afterwards. */
@Injectable()
export class LeftLacking {
  constructor(
    private readonly database: Database,
    private readonly queries: TeamQueries,
    private readonly composition: CheckComposition,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<Lacking> {
    const today = this.clock.today();
    const teams = await this.database.rows<{ id: string; unitId: string; name: string }>(
      sql`select t.id, t.unit_id as "unitId", t.name from team_members m join teams_at(${today}::date) t on t.id = m.team_id
        where m.person_id = ${personId} and m.validity @> ${today}::date and t.status = 'active' order by t.name, t.id`,
    );
    if (teams.length === 0) return [];
    const members = await this.queries.members(
      teams.map(({ id }) => id),
      today,
      this.clock.now(),
    );
    const starting = teams.map(({ id, unitId }) => ({
      id,
      unitId,
      seats: members.filter((one) => one.teamId === id && one.personId !== personId).map(toSeat),
    }));
    const gaps = await this.composition.lacking(starting, today);
    return teams.map(({ id, name }) => ({
      team: { id, name },
      leads: members.some((one) => one.teamId === id && one.personId === personId && one.role === 'leader'),
      gaps: (gaps.get(id) ?? []).map(({ kind, have, need, role, affiliation }) => ({
        kind,
        have,
        need,
        role,
        affiliation,
      })),
    }));
  }
}
