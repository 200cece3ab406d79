import { Injectable } from '@nestjs/common';
import type { TeamRole } from '#contracts/enums';
import { comparePlaces } from '#i18n/fold';
import { Clock } from '#platform/clock';
import { GroupNames } from '../groups/group-states.ts';
import { inOrder } from '../team.presenter.ts';
import { TeamQueries } from '../team.queries.ts';

export interface DraftTeamToSign {
  id: string;
  name: string;
  /** How its chat group is to be called by the rule of the day. */
  groupName: string | null;
  members: { fullName: string; position: string | null; role: TeamRole }[];
}

/** Draft teams with those who are to be their members, as a decision names them: without phone numbers. */
@Injectable()
export class DraftTeams {
  constructor(
    private readonly queries: TeamQueries,
    private readonly groups: GroupNames,
    private readonly clock: Clock,
  ) {}

  /** Of the unit and below, by place. The caller has asked for the right to the unit. */
  async under(unitId: string): Promise<DraftTeamToSign[]> {
    const at = this.clock.today();
    const teams = (await this.queries.under(unitId, at)).filter(({ status }) => status === 'draft');
    const ids = teams.map(({ id }) => id);
    const [members, groups] = await Promise.all([
      this.queries.members(ids, at, this.clock.now()),
      this.groups.ofTeams(teams, at),
    ]);
    return teams
      .map(({ id, name }) => ({
        id,
        name,
        groupName: groups.get(id)?.proposed ?? null,
        members: inOrder(members.filter(({ teamId }) => teamId === id)).map(({ fullName, position, role }) => ({
          fullName,
          position,
          role,
        })),
      }))
      .sort((a, b) => comparePlaces(a.name, b.name));
  }
}
