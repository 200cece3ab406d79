import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { ruleStates, type Seat } from '../../../composition.ts';
import { GroupNames, type GroupNameStates } from '../groups/group-states.ts';
import { type StandRow, TeamListQueries } from './team-list.queries.ts';

/** How a team stands, as lists are filtered and summed by. */
export interface Stand {
  id: string;
  communeId: string | null;
  status: 'active' | 'draft';
  members: number;
  hasLeader: boolean;
  /** Of an active team: fewer of something than the rules of the day ask for. */
  lacking: boolean;
  supported: boolean;
}

/** What is derived of all teams of a unit at once: rules and names are judged here, as in a team's own page. */
@Injectable()
export class TeamStands {
  constructor(
    private readonly queries: TeamListQueries,
    private readonly organization: OrganizationApi,
    private readonly groups: GroupNames,
  ) {}

  /** @param unitIds within `unitId`, whose teams are meant */
  async of(unitId: string, unitIds: readonly string[], at: string): Promise<Stand[]> {
    const [rows, rules] = await Promise.all([
      this.queries.stands(unitIds, at),
      this.organization.rulesWithin('team', unitId, at),
    ]);
    return rows.map((row) => ({
      id: row.id,
      communeId: row.communeId,
      status: row.status === 'draft' ? 'draft' : 'active',
      members: row.roles.length,
      hasLeader: row.roles.includes('leader'),
      lacking:
        row.status !== 'draft' && ruleStates(rules(row.unitId), seatsOf(row)).some(({ have, min }) => have < min),
      supported: row.supported,
    }));
  }

  /** How the teams' groups are named; a team without a group is in none. */
  groupNames(stands: readonly Stand[], at: string): Promise<GroupNameStates> {
    return this.groups.statesIn([...new Set(stands.flatMap(({ communeId }) => communeId ?? []))], at);
  }
}

/** Who they are does not matter to a count: nobody is twice in a team. */
function seatsOf({ roles, affiliations }: StandRow): Seat[] {
  return roles.map((role, n) => ({
    personId: String(n),
    fullName: '',
    position: null,
    role,
    affiliation: affiliations[n] ?? 'other',
  }));
}
