import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { checkGroupName, groupName, groupNameCollisions, shortGroupName } from '../../../group-names.ts';
import { type GroupPlace, GroupStore, type RegisteredGroup } from './group-store.ts';
import { type GroupNameStates, GroupNames, type GroupState, type Naming, type WrittenName } from './group-states.ts';
import { TeamQueries, type TeamRowData } from '../team.queries.ts';

/** A team or a commune that has, or may have, a chat group. */
export interface GroupOwnerInfo extends GroupPlace {
  /** Of the team; null for a commune's own group. */
  teamName: string | null;
  /** "xã Minh Sơn"; of a unit without a commune its own name. */
  communeName: string;
  communeId: string | null;
  /** What the group is to be called. */
  proposed: string;
  /** The form of it that has at most `max` characters; null when there is none without cutting a name. */
  short(max: number): string | null;
  check(name: string): 'right' | 'wrong';
  /** What the register knows. */
  registered: GroupState;
}

export interface GroupStanding {
  teamId: string;
  name: string;
  state: 'right' | 'wrong' | 'none';
}

/** What other modules may ask about the teams' and communes' chat groups. */
@Injectable()
export class TeamGroupsApi {
  constructor(
    private readonly queries: TeamQueries,
    private readonly names: GroupNames,
    private readonly groups: GroupStore,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** Communes first, then teams by name: where this person belongs, or answers for as an officer of a commune. */
  async placesOf(actor: Actor): Promise<GroupOwnerInfo[]> {
    const at = this.clock.today();
    const communes = await this.communesOf(actor);
    const own = actor.posts.flatMap(({ teamId }) => (teamId ? [teamId] : []));
    const below = await Promise.all(communes.map((id) => this.queries.under(id, at)));
    const teams = [...(await this.teams(own)), ...below.flat()].filter(({ status }) => status === 'active');
    const unique = [...new Map(teams.map((team) => [team.id, team])).values()];
    return [
      ...(await Promise.all(communes.map((id) => this.commune(id)))).filter((found) => found !== undefined),
      ...(await this.describe(unique)),
    ];
  }

  /** Undefined when the team is not active any more, or the unit is not one that has a group of its own. */
  async owner(of: { teamId: string } | { unitId: string }): Promise<GroupOwnerInfo | undefined> {
    if (!('teamId' in of)) return this.commune(of.unitId);
    const [team] = await this.teams([of.teamId]);
    return team?.status === 'active' ? (await this.describe([team]))[0] : undefined;
  }

  /** The unit's own group where it is a commune, and those of the active teams within it. */
  async under(unitId: string): Promise<GroupOwnerInfo[]> {
    const commune = await this.commune(unitId);
    const teams = (await this.queries.under(unitId, this.clock.today())).filter(({ status }) => status === 'active');
    return [...(commune ? [commune] : []), ...(await this.describe(teams))];
  }

  /** The unit's own group where it is a commune. */
  ownOf(unitId: string): Promise<GroupOwnerInfo | undefined> {
    return this.commune(unitId);
  }

  /** How the groups of the active teams within the unit are named, by the teams' names. */
  async standingUnder(unitId: string): Promise<GroupStanding[]> {
    const at = this.clock.today();
    const teams = (await this.queries.under(unitId, at)).filter(({ status }) => status === 'active');
    const states = await this.names.statesIn([...new Set(teams.flatMap(({ communeId }) => communeId ?? []))], at);
    return teams
      .map(({ id, name }) => ({ teamId: id, name, state: states.get(id) ?? ('none' as const) }))
      .sort((a, b) => comparePlaces(a.name, b.name) || (a.teamId > b.teamId ? 1 : -1));
  }

  /** Of active teams, by name. */
  async ofTeams(ids: readonly string[]): Promise<GroupOwnerInfo[]> {
    return this.describe((await this.teams(ids)).filter(({ status }) => status === 'active'));
  }

  /** Of each commune's active teams: how many have a group that is called as the directive wants it. */
  rightlyNamed(communeIds: readonly string[], at: string): Promise<Map<string, { right: number; teams: number }>> {
    return this.names.rightlyNamed(communeIds, at);
  }

  /** Of the communes' teams that have a group: whether that is called so. */
  namedIn(communeIds: readonly string[], at: string): Promise<GroupNameStates> {
    return this.names.statesIn(communeIds, at);
  }

  /** What these teams' groups were called, by whom that was written and when, before a moment; the latest first. */
  namesWritten(teamIds: readonly string[], before: Date): Promise<WrittenName[]> {
    return this.names.written(teamIds, before);
  }

  /** Who may link, unlink or have it made. Leaders and deputies for their team, the committee for the commune and its teams. */
  may(actor: Actor, { teamId, unitId }: GroupPlace, action?: Action): Promise<boolean> {
    return this.scope.may(actor, action ?? (teamId ? 'group.manage' : 'committee.manage'), {
      unitId,
      ...(teamId && { teamId }),
    });
  }

  /** Other active teams of the commune whose group would have the very same name. */
  async namesakes(of: GroupOwnerInfo): Promise<string[]> {
    if (!of.teamId || !of.communeId) return [];
    const teams = (await this.under(of.communeId)).filter(({ teamId }) => teamId);
    const same = groupNameCollisions(teams.map((team) => ({ id: team.teamId as string, name: team.proposed })));
    return (same.find(({ ids }) => ids.includes(of.teamId as string))?.ids ?? []).filter((id) => id !== of.teamId);
  }

  /** Active teams of the communes whose groups would have one name within their commune. */
  async sharingNames(communeIds: readonly string[]): Promise<Set<string>> {
    const sharing = new Set<string>();
    for (const communeId of new Set(communeIds)) {
      const teams = (await this.under(communeId)).flatMap(({ teamId, proposed }) =>
        teamId ? [{ id: teamId, name: proposed }] : [],
      );
      for (const { ids } of groupNameCollisions(teams)) for (const id of ids) sharing.add(id);
    }
    return sharing;
  }

  /** Writes the register; the caller has asked for the right. */
  register(tx: Tx, actor: Actor, place: GroupPlace, group: RegisteredGroup): Promise<void> {
    return this.groups.write(tx, actor, place, group);
  }

  private async communesOf(actor: Actor): Promise<string[]> {
    const units = await this.organization.unitRefs(this.scope.unitIds(actor, 'committee.manage'));
    return [...units.values()].filter(({ kind }) => kind === 'commune').map(({ id }) => id);
  }

  private teams(ids: readonly string[]): Promise<TeamRowData[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.queries.byId(ids, this.clock.today());
  }

  private async commune(unitId: string): Promise<GroupOwnerInfo | undefined> {
    const at = this.clock.today();
    const unit = await this.organization.unitRef(unitId, at);
    if (unit?.kind !== 'commune') return undefined;
    const naming = await this.names.namingOfUnit(unitId, at);
    return {
      teamId: null,
      unitId,
      teamName: null,
      communeName: unit.fullName,
      communeId: unitId,
      registered: await this.names.ofUnit(unitId, at),
      ...named(naming),
    };
  }

  private async describe(teams: readonly TeamRowData[]): Promise<GroupOwnerInfo[]> {
    const at = this.clock.today();
    const places = teams.map((team) => ({ id: team.id, unitId: team.unitId, communeId: team.communeId }));
    const [namings, states, communes] = await Promise.all([
      this.names.namingsOfTeams(places, at),
      this.names.ofTeams(places, at),
      this.organization.unitRefs(
        teams.map((team) => team.communeId ?? team.unitId),
        at,
      ),
    ]);
    return teams
      .map((team) => ({
        teamId: team.id,
        unitId: team.unitId,
        teamName: team.name,
        communeName: communes.get(team.communeId ?? team.unitId)?.fullName ?? '',
        communeId: team.communeId,
        registered: states.get(team.id) as GroupState,
        ...named(namings.get(team.id) as Naming),
      }))
      .sort((a, b) => comparePlaces(a.teamName, b.teamName));
  }
}

function named({ template, parts }: Naming): Pick<GroupOwnerInfo, 'proposed' | 'short' | 'check'> {
  return {
    proposed: groupName(template, parts),
    short: (max) => shortGroupName(template, parts, max),
    check: (name) => checkGroupName(name, template, parts).verdict,
  };
}
