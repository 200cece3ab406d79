import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type GroupNameRule, OrganizationApi, type UnitRef } from '#modules/organization';
import { checkGroupName, type GroupNameParts, groupName } from '../group-names.ts';
import { type GroupRow, TeamQueries } from './team.queries.ts';

export type GroupState = RouteAnswer<typeof routes.setGroup>;

interface Place {
  path: UnitRef[];
  rule: GroupNameRule;
}

/** Whether a chat group exists and is called as the directive of the date wants it. */
@Injectable()
export class GroupNames {
  constructor(
    private readonly queries: TeamQueries,
    private readonly organization: OrganizationApi,
  ) {}

  async ofTeam(team: { id: string; unitId: string }, at: string): Promise<GroupState> {
    return (await this.ofTeams([{ id: team.id, unitId: team.unitId, communeId: null }], at)).get(team.id) as GroupState;
  }

  /** @param teams with their commune where it is known; its path and template are read once */
  async ofTeams(
    teams: readonly { id: string; unitId: string; communeId: string | null }[],
    at: string,
  ): Promise<Map<string, GroupState>> {
    const rows = await this.queries.groups(teams.map(({ id }) => id));
    const units = await this.organization.unitRefs(
      teams.map(({ unitId }) => unitId),
      at,
    );
    const places = new Map<string, Place>();
    const states = new Map<string, GroupState>();
    for (const team of teams) {
      const key = team.communeId ?? team.unitId;
      const place = places.get(key) ?? (await this.place(key, at));
      places.set(key, place);
      const unit = units.get(team.unitId);
      states.set(
        team.id,
        stateOf(
          rows.find((row) => row.team_id === team.id),
          place.rule.template,
          partsOf(unit, place.path),
        ),
      );
    }
    return states;
  }

  async ofUnit(unitId: string, at: string): Promise<GroupState> {
    const [row] = await this.queries.groups([], [unitId]);
    const { rule, path } = await this.place(unitId, at);
    return stateOf(row, rule.template, partsOf(undefined, path));
  }

  private async place(unitId: string, at: string): Promise<Place> {
    return { path: await this.organization.ancestors(unitId, at), rule: await this.organization.groupName(unitId, at) };
  }
}

function partsOf(unit: UnitRef | undefined, path: readonly UnitRef[]): GroupNameParts {
  const district = path.find(({ kind }) => kind === 'district');
  return {
    hamlet: unit?.kind === 'hamlet' ? unit.fullName : '',
    commune: path.find(({ kind }) => kind === 'commune')?.fullName ?? unit?.fullName ?? '',
    ...(district && { district: district.fullName.charAt(0).toLocaleLowerCase('vi') + district.fullName.slice(1) }),
  };
}

function stateOf(row: GroupRow | undefined, template: string, parts: GroupNameParts): GroupState {
  const proposed = groupName(template, parts);
  if (!row) return { state: 'none', name: null, proposed, link: null, channel: null };
  const { verdict } = checkGroupName(row.name, template, parts);
  return { state: verdict, name: row.name, proposed, link: row.link, channel: row.channel };
}
