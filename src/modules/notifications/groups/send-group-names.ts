import { Injectable } from '@nestjs/common';
import { groupNameSent } from '../notifications.events.ts';
import { type GroupOwnerInfo, TeamGroupsApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { notificationErrors } from '../notifications.errors.ts';

/** Tells leaders how the group of their team is to be called. Teams whose group is right already are left in peace. */
@Injectable()
export class SendGroupNames {
  constructor(
    private readonly groups: TeamGroupsApi,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @param asked teams; all whose group has another name when absent
   * @returns how many teams are told. @throws notification.teamNotFound, notification.groupNamesCollide */
  async execute(actor: Actor, unitId: string, asked: readonly string[] | undefined): Promise<{ told: number }> {
    if (!(await this.organization.unitRef(unitId))) throw platformErrors.notFound();
    await this.scope.require(actor, 'committee.manage', { unitId });
    const standing = await this.groups.standingUnder(unitId);
    const below = new Set(standing.map(({ teamId }) => teamId));
    const misnamed = () => standing.filter(({ state }) => state === 'wrong').map(({ teamId }) => teamId);
    const teamIds = asked ? [...new Set(asked)] : misnamed();
    if (teamIds.some((id) => !below.has(id))) throw notificationErrors.teamNotFound();
    const teams = await this.groups.ofTeams(teamIds);
    const wrong = teams.filter(({ registered }) => registered.state !== 'right');
    for (const team of wrong) await this.refuseNamesake(team);
    await this.database.tx(async (tx) => {
      for (const { teamId } of wrong)
        if (teamId) await this.outbox.append(tx, groupNameSent({ teamId }, { unitId }), actor);
    });
    return { told: wrong.length };
  }

  /** Two groups of one name would be worse than one wrong name. */
  private async refuseNamesake(owner: GroupOwnerInfo): Promise<void> {
    if ((await this.groups.namesakes(owner)).length > 0)
      throw notificationErrors.groupNamesCollide({ name: owner.proposed });
  }
}
