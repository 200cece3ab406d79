import { Injectable } from '@nestjs/common';
import type { TakeoverChoice } from '#contracts/membership/takeover-kinds';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { CommitteeQueries } from '../committees/committee.queries.ts';
import { GroupNames } from '../../people/teams/groups/group-states.ts';
import { type Alike, alikeNames } from './alike-names.ts';

export interface OpenChoice {
  kind: TakeoverChoice;
  count: number;
  named: Alike[];
}

/** What a commune that took over others has to choose, as it stands today: people, a committee, names. */
@Injectable()
export class TakeoverChoices {
  constructor(
    private readonly database: Database,
    private readonly committees: CommitteeQueries,
    private readonly groups: GroupNames,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async open(unitId: string): Promise<OpenChoice[]> {
    const today = this.clock.today();
    const [members, committee, hamlets, groups] = await Promise.all([
      this.committees.members(unitId, today),
      this.committees.committee(unitId, today),
      this.organization.hamletsOf(unitId, today),
      this.groups.statesIn([unitId], today),
    ]);
    const decision = committee && (await this.committees.decision(committee.id));
    const holds = (standIn: boolean) => members.some((one) => one.role === 'focal_officer' && one.standIn === standIn);
    const alike = alikeNames(hamlets.map(({ name }) => name));
    const misnamed = [...groups.values()].filter((state) => state === 'wrong').length;
    const people = new Set(members.map(({ personId }) => personId)).size;
    const all: (OpenChoice & { open: boolean })[] = [
      { kind: 'focalOfficer', count: people, named: [], open: !holds(false) },
      { kind: 'standIn', count: people, named: [], open: !holds(true) },
      { kind: 'committee', count: people, named: [], open: !decision },
      { kind: 'names', count: alike.reduce((sum, { count }) => sum + count, 0), named: alike, open: alike.length > 0 },
      { kind: 'groups', count: misnamed, named: [], open: misnamed > 0 },
    ];
    return all.flatMap(({ open, ...choice }) => (open ? [choice] : []));
  }

  /** Teams that go on by a decision from before the day: a new one is due when their people change. */
  async teamsOfOldDecisions(unitId: string, on: string): Promise<number> {
    const row = await this.database.one<{ n: number }>(
      sql`select count(*)::int as n from unit_closure c
          join teams t on t.unit_id = c.descendant_id and t.status = 'active' and t.validity @> ${this.clock.today()}::date
         where c.ancestor_id = ${unitId} and lower(t.validity) < ${on}::date
           and not exists (select 1 from establishing_decisions d where d.team_id = t.id and d.voided_at is null
             and d.kind in ('establish', 'change') and d.signed_on >= ${on}::date)`,
    );
    return row?.n ?? 0;
  }
}
