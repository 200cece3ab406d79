import { Injectable } from '@nestjs/common';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { PeopleQueries, type PersonName } from '../../people/people/people.queries.ts';
import { inviteErrors } from '../../membership.errors.ts';
import { InviteRights } from '../../people/people/invite-rights.ts';
import { InvitationQueries, type TeamToInvite } from './invitation.queries.ts';

/** Whom a commune's slips are for: members of its teams whom the asker may invite at every place of theirs. */
@Injectable()
export class SlipPeople {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly rights: InviteRights,
    private readonly people: PeopleQueries,
    private readonly invitations: InvitationQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.denied, invite.oneCommune */
  async choose(
    actor: Actor,
    unitId: string,
    personIds: readonly string[],
  ): Promise<{ reached: string[]; left: PersonName[] }> {
    const teams = await this.teams(actor, unitId);
    const members = new Set(teams.flatMap((team) => team.members.map(({ personId }) => personId)));
    const here = personIds.filter((id) => members.has(id));
    const mine = await this.rights.reached(actor, here);
    const reached = here.filter((id) => mine.has(id));
    const others = here.filter((id) => !mine.has(id));
    return { reached, left: await this.people.names(others, this.clock.today()) };
  }

  /** @throws platform.denied, invite.oneCommune */
  async teams(actor: Actor, unitId: string): Promise<TeamToInvite[]> {
    await this.scope.require(actor, 'invite.create', { unitId });
    if ((await this.organization.unitRef(unitId))?.kind !== 'commune') throw inviteErrors.oneCommune();
    return this.invitations.under(unitId);
  }

  /** @throws platform.notFound, platform.denied */
  async ofTeam(actor: Actor, teamId: string): Promise<{ unitId: string; teams: TeamToInvite[] }> {
    const found = await this.invitations.ofTeam(teamId);
    if (!found) throw platformErrors.notFound();
    await this.scope.require(actor, 'invite.create', { unitId: found.unitId, teamId });
    return found;
  }

  /** Those of the people whom the actor may invite. */
  reached(actor: Actor, personIds: readonly string[]): Promise<Set<string>> {
    return this.rights.reached(actor, personIds);
  }
}
