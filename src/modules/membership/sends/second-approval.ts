import { Injectable } from '@nestjs/common';
import { type Action, actions } from '#contracts/actions';
import type { TeamRole } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { sendRequestErrors } from '../membership.errors.ts';
import type { PersonRef } from '../membership.api.ts';
import { PeopleQueries } from '../people/people/people.queries.ts';
import { SecondPersons } from '../people/rights/second-persons.ts';
import type { SecondApprovalRule } from './send-request.entity.ts';

type Rule = Pick<SecondApprovalRule, 'isNeeded' | 'measure' | 'above'>;

/** Whom something goes to: those of teams, all or by role, or officers of units who have the right. */
export type Reach =
  | { teamIds: readonly string[]; roles?: readonly TeamRole[] }
  | { unitIds: readonly string[]; action: Action };
/** How many it goes to, and above how many it has to wait. */
export interface ApprovalNeed {
  measure: Rule['measure'];
  above: number;
  places: number;
  people: number;
}
/** As a preview shows it before anything is asked. */
export interface ShownApproval extends Pick<Rule, 'measure' | 'above'> {
  approvers: PersonRef[];
}

export const placesOf = (reach: Reach): string[] => [...new Set('teamIds' in reach ? reach.teamIds : reach.unitIds)];

/** Whether what goes to many waits for a second officer, and who that could be. */
@Injectable()
export class SecondApproval {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly seconds: SecondPersons,
    private readonly clock: Clock,
  ) {}

  /** Null: it is sent at once. */
  async need(unitId: string, reach: Reach): Promise<ApprovalNeed | null> {
    const rules = (await this.rulesOf(unitId)).filter(({ isNeeded }) => isNeeded);
    if (rules.length === 0) return null;
    const places = placesOf(reach).length;
    const people = await this.peopleOf(reach);
    const met = rules.filter(({ measure, above }) => (measure === 'teams' ? places : people) > above);
    const [first] = met.toSorted((a, b) => a.above - b.above);
    return first ? { measure: first.measure, above: first.above, places, people } : null;
  }

  /** What the unit and every unit above it lay down: whoever is bound from above is not freed by a rule of their own. */
  private rulesOf(unitId: string): Promise<Rule[]> {
    const today = sql`${this.clock.today()}::date`;
    return this.database.rows<Rule>(
      sql`with own as (
          select r.is_needed as "isNeeded", r.measure, r.above from unit_closure_at(${today}) up
           cross join lateral (select * from second_approval_rules rule where rule.unit_id = up.ancestor_id offset 0) r
          where up.descendant_id = ${unitId} and r.validity @> ${today})
        select * from own union all
        select is_needed, measure, above from second_approval_rules
         where unit_id is null and validity @> ${today} and not exists (select 1 from own)`,
    );
  }

  /** @throws sendRequest.needed for what a second officer is to approve before it goes */
  async refuseUnapproved(unitId: string, reach: Reach, at?: { path: string }): Promise<void> {
    const need = await this.need(unitId, reach);
    if (need) throw sendRequestErrors.needed({ ...at, ...need });
  }

  /** Officers of the unit itself who may do the same, and are second persons beside who asks. */
  async approvers(unitId: string, action: Action, askerId: string): Promise<string[]> {
    const posts = await this.database.rows<{ id: string }>(
      sql`select p.id from posts p where p.unit_id = ${unitId} and p.role = any(${actions[action]}::text[])
          and p.validity @> ${this.clock.today()}::date order by p.person_id`,
    );
    return this.seconds.beside(
      askerId,
      posts.map(({ id }) => id),
    );
  }

  /** For a preview; null: it would be sent at once. */
  async shown(unitId: string, action: Action, reach: Reach, askerId: string): Promise<ShownApproval | null> {
    const need = await this.need(unitId, reach);
    if (!need) return null;
    const { measure, above } = need;
    const ids = await this.approvers(unitId, action, askerId);
    const people = await this.people.names(ids, this.clock.today());
    const approvers = people.map(({ id, fullName, position }) => ({ id, fullName, position }));
    return { measure, above, approvers };
  }

  private async peopleOf(reach: Reach): Promise<number> {
    const today = sql`${this.clock.today()}::date`;
    const row = await this.database.one<{ n: number }>(
      'teamIds' in reach
        ? sql`select count(distinct m.person_id)::int as n from unnest(${reach.teamIds}::uuid[]) as t(id)
           cross join lateral (select person_id, role from team_members_at(${today}) where team_id = t.id offset 0) m
            where ${reach.roles ?? null}::text[] is null or m.role = any(${reach.roles ?? null}::text[])`
        : sql`select count(distinct p.person_id)::int as n from posts p where p.unit_id = any(${reach.unitIds}::uuid[])
            and p.role = any(${actions[reach.action]}::text[]) and p.validity @> ${today}`,
    );
    return row?.n ?? 0;
  }
}
