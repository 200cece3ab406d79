import { Injectable } from '@nestjs/common';
import { type GroupOwnerInfo, TeamGroupsApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { notificationErrors } from '../../notifications.errors.ts';

type Left = { id: string; name: string; why: 'right_name' | 'same_name' };
export interface ChosenNames {
  wrong: { id: string; name: string }[];
  left: Left[];
}

/** Those who name a group. */
export const reachOf = (teams: readonly { id: string }[]) => ({
  teamIds: teams.map(({ id }) => id),
  roles: ['leader'] as const,
});

/** Which teams are told the right name of their group. Two groups of one name would be worse than one wrong name. */
@Injectable()
export class ChooseNames {
  constructor(
    private readonly groups: TeamGroupsApi,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
  ) {}

  /** @param asked teams; all whose group has another name when absent. @throws notification.teamNotFound */
  async of(actor: Actor, unitId: string, asked: readonly string[] | undefined): Promise<ChosenNames> {
    if (!(await this.organization.unitRef(unitId))) throw platformErrors.notFound();
    await this.scope.require(actor, 'committee.manage', { unitId });
    const standing = await this.groups.standingUnder(unitId);
    const below = new Set(standing.map(({ teamId }) => teamId));
    if (asked?.some((id) => !below.has(id))) throw notificationErrors.teamNotFound();
    return this.now(unitId, asked);
  }

  /** The same as it stands now; a team that is no longer below the unit is not one of them. */
  async now(unitId: string, asked: readonly string[] | undefined): Promise<ChosenNames> {
    const standing = await this.groups.standingUnder(unitId);
    const wanted = asked && new Set(asked);
    const teamIds = standing
      .filter(({ teamId, state }) => (wanted ? wanted.has(teamId) : state === 'wrong'))
      .map(({ teamId }) => teamId);
    const teams = await this.groups.ofTeams(teamIds);
    const same = await this.groups.sharingNames(teams.flatMap(({ communeId }) => communeId ?? []));
    const chosen: ChosenNames = { wrong: [], left: [] };
    for (const team of teams) {
      const named = namedOf(team);
      if (!named) continue;
      const why = team.registered.state === 'right' ? 'right_name' : same.has(named.id) ? 'same_name' : null;
      if (why) chosen.left.push({ ...named, why });
      else chosen.wrong.push(named);
    }
    return chosen;
  }
}

const namedOf = ({ teamId, teamName }: GroupOwnerInfo) => teamId && { id: teamId, name: teamName ?? '' };
