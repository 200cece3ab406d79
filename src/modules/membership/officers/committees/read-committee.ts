import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { gapsOf, type Seat } from '../../composition.ts';
import { GroupNames } from '../../people/teams/groups/group-states.ts';
import { knownFor, toDecision } from '../../people/teams/team.presenter.ts';
import { TeamQueries } from '../../people/teams/team.queries.ts';
import { CommitteeQueries, type CommitteeMemberRow } from './committee.queries.ts';

type View = RouteAnswer<typeof routes.createCommittee>;

/** A unit's steering committee at a date: what it lacks, who supports how many teams, which teams nobody supports. */
@Injectable()
export class ReadCommittee {
  constructor(
    private readonly queries: CommitteeQueries,
    private readonly teams: TeamQueries,
    private readonly organization: OrganizationApi,
    private readonly groups: GroupNames,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, unitId: string, at = this.clock.today()): Promise<View | null> {
    const unit = await this.organization.unitRef(unitId, at);
    if (!unit) throw platformErrors.notFound();
    await this.scope.require(actor, 'team.read', { unitId });
    const committee = await this.queries.committee(unitId, at);
    if (!committee) return null;
    const members = await this.queries.members(unitId, at);
    const decision = await this.queries.decision(committee.id);
    const rules = await this.organization.rules('committee', unitId, at);
    const known = knownFor(null, await this.teams.known([unitId], at));
    return {
      id: committee.id,
      unit,
      draft: committee.draft,
      decision: decision ? toDecision(decision) : null,
      validFrom: committee.validFrom,
      validTo: committee.validTo,
      gaps: gapsOf(rules, members.map(toSeat), known),
      members: members.map(toView),
      teamsWithoutSupporter: (await this.queries.teamsWithoutSupporter(unitId, at)).sort((a, b) =>
        comparePlaces(a.name, b.name),
      ),
      group: await this.groups.ofUnit(unitId, at),
    };
  }

  async one(actor: Actor, unitId: string, at?: string): Promise<View> {
    const view = await this.find(actor, unitId, at);
    if (!view) throw platformErrors.notFound();
    return view;
  }
}

function toSeat(row: CommitteeMemberRow): Seat {
  return {
    personId: row.personId,
    fullName: row.fullName,
    position: row.title,
    role: row.role,
    affiliation: row.affiliation,
  };
}

function toView(row: CommitteeMemberRow): View['members'][number] {
  return {
    id: row.id,
    person: { id: row.personId, fullName: row.fullName, position: row.title },
    role: row.role,
    seat: row.seat,
    standIn: row.standIn,
    affiliation: row.affiliation,
    from: row.from,
    to: row.to,
    supports: row.supports,
  };
}
