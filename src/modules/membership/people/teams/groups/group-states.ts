import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { outboxSql } from '#platform/outbox';
import { checkGroupName, type GroupNameParts, groupName, templateWithoutDistrict } from '../../../group-names.ts';
import { groupRegistered } from '../../../membership.events.ts';
import { type GroupRow, TeamQueries } from '../team.queries.ts';
import { type GroupNameRow, groupNamesAt } from './group-names.sql.ts';

export type GroupState = RouteAnswer<typeof routes.setGroup>;

/** What a team's group was called from then on. */
export interface WrittenName {
  teamId: string;
  name: string;
  byId: string;
  at: Date;
}

/** By team. */
export type GroupNameStates = ReadonlyMap<string, 'right' | 'wrong'>;

/** What the group's name of a team or commune is made of at a date. */
export interface Naming {
  template: string;
  parts: GroupNameParts;
}

/** Whether a chat group exists and is called as the directive of the date wants it. */
@Injectable()
export class GroupNames {
  constructor(
    private readonly queries: TeamQueries,
    private readonly organization: OrganizationApi,
    private readonly database: Database,
  ) {}

  async ofTeam(team: { id: string; unitId: string }, at: string): Promise<GroupState> {
    return (await this.ofTeams([{ id: team.id, unitId: team.unitId, communeId: null }], at)).get(team.id) as GroupState;
  }

  /** @param teams with their commune where it is known; its path and template are read once */
  async ofTeams(
    teams: readonly { id: string; unitId: string; communeId: string | null }[],
    at: string,
  ): Promise<Map<string, GroupState>> {
    const [groups, namings] = await Promise.all([
      this.queries.groups(teams.map(({ id }) => id)),
      this.namingsOfTeams(teams, at),
    ]);
    const rows = new Map(groups.map((row) => [row.teamId, row]));
    return new Map([...namings].map(([id, naming]) => [id, stateOf(rows.get(id), naming)]));
  }

  async ofUnit(unitId: string, at: string): Promise<GroupState> {
    const [row] = await this.queries.groups([], [unitId]);
    return stateOf(row, await this.namingOfUnit(unitId, at));
  }

  async namingsOfTeams(
    teams: readonly { id: string; unitId: string; communeId: string | null }[],
    at: string,
  ): Promise<Map<string, Naming>> {
    const placeOf = (team: { unitId: string; communeId: string | null }) => team.communeId ?? team.unitId;
    const places = [...new Set(teams.map(placeOf))];
    const [units, paths, rules] = await Promise.all([
      this.organization.unitRefs(
        teams.map(({ unitId }) => unitId),
        at,
      ),
      this.organization.ancestorsOf(places, at),
      this.organization.groupNamesOf(places, at),
    ]);
    return new Map(
      teams.map((team) => [
        team.id,
        {
          template: rules.get(placeOf(team))?.template ?? templateWithoutDistrict,
          parts: partsOf(units.get(team.unitId), paths.get(placeOf(team)) ?? []),
        },
      ]),
    );
  }

  private named(communeIds: readonly string[], at: string): Promise<GroupNameRow[]> {
    return this.database.rows(groupNamesAt(communeIds, at));
  }

  /** Of each commune's active teams: how many had a group with the right name when the day ended. */
  async rightlyNamed(
    communeIds: readonly string[],
    at: string,
  ): Promise<Map<string, { right: number; teams: number }>> {
    const counts = new Map<string, { right: number; teams: number }>();
    for (const row of await this.named(communeIds, at)) {
      if (row.status !== 'active') continue;
      const count = counts.get(row.communeId) ?? { right: 0, teams: 0 };
      counts.set(row.communeId, count);
      count.teams++;
      if (isRightlyNamed(row)) count.right++;
    }
    return counts;
  }

  /** Of the communes' teams that have a group, drafts included. */
  async statesIn(communeIds: readonly string[], at: string): Promise<GroupNameStates> {
    const rows = (await this.named(communeIds, at)).filter(({ groupName }) => groupName !== null);
    return new Map(rows.map((row) => [row.teamId, isRightlyNamed(row) ? 'right' : 'wrong']));
  }

  /** Before a moment, the latest first: the register keeps the last one, those before it stand in the trail. */
  written(teamIds: readonly string[], before: Date): Promise<WrittenName[]> {
    return this.database.rows(
      sql`with named as (
         select team_id, name, registered_by, registered_at from chat_groups where team_id = any(${teamIds}::uuid[]))
       select team_id as "teamId", name, registered_by as "byId", registered_at as at from named
        where registered_at < ${before}
       union all
       select g.team_id, e.changes ->> 'name', e.actor_id, e.occurred_at from named g
        cross join lateral (select o.changes, o.actor_id, o.occurred_at from ${outboxSql.events} o
          where o.name = ${groupRegistered.definition.name} and o.payload @> jsonb_build_object('teamId', g.team_id::text) offset 0) e
        where e.occurred_at < g.registered_at - interval '1 second' and e.occurred_at < ${before} and e.actor_id is not null
       order by at desc`,
    );
  }

  async namingOfUnit(unitId: string, at: string): Promise<Naming> {
    const path = await this.organization.ancestors(unitId, at);
    const { template } = await this.organization.groupName(unitId, at);
    return { template, parts: partsOf(undefined, path) };
  }
}

function partsOf(unit: UnitRef | undefined, path: readonly UnitRef[]): GroupNameParts {
  const district = path.find(({ kind }) => kind === 'district');
  return {
    hamlet: unit?.kind === 'hamlet' ? unit.fullName : '',
    commune: path.find(({ kind }) => kind === 'commune')?.fullName ?? unit?.fullName ?? '',
    ...(district && { district: inSentence(district.fullName) }),
  };
}

/** 'huyện Triệu Sơn'. */
function inSentence(fullName: string): string {
  return fullName.charAt(0).toLocaleLowerCase('vi') + fullName.slice(1);
}

function isRightlyNamed(row: GroupNameRow): boolean {
  if (row.groupName === null) return false;
  const parts = {
    hamlet: row.hamlet,
    commune: row.commune,
    ...(row.district && { district: inSentence(row.district) }),
  };
  return checkGroupName(row.groupName, row.template ?? templateWithoutDistrict, parts).verdict === 'right';
}

function stateOf(row: GroupRow | undefined, { template, parts }: Naming): GroupState {
  const proposed = groupName(template, parts);
  if (!row) return { state: 'none', name: null, proposed, link: null, channel: null };
  const { verdict } = checkGroupName(row.name, template, parts);
  return { state: verdict, name: row.name, proposed, link: row.link, channel: row.channel };
}
