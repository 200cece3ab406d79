import { Injectable } from '@nestjs/common';
import { actions } from '#contracts/actions';
import { membershipSql } from '#modules/membership';
import { nearestRule } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { SecondApprovalRule } from './second-approval.entity.ts';

type Rule = Pick<SecondApprovalRule, 'isNeeded' | 'measure' | 'above'>;
/** How many an order goes to, and above how many it would have to wait. */
export interface ApprovalNeed {
  measure: Rule['measure'];
  above: number;
  teams: number;
  people: number;
}

/** Whether an order waits for a second officer, and who that could be. */
@Injectable()
export class SecondApproval {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null: it is sent at once. */
  async need(unitId: string, teamIds: readonly string[]): Promise<ApprovalNeed | null> {
    const today = sql`${this.clock.today()}::date`;
    const rule = await this.database.one<Rule>(
      sql`select r.is_needed as "isNeeded", r.measure, r.above from ${nearestRule(sql`second_approval_rules`, sql`${unitId}::uuid`, today)} r`,
    );
    if (!rule?.isNeeded) return null;
    const { measure, above } = rule;
    const teams = new Set(teamIds).size;
    const people = await this.peopleOf(teamIds);
    return (measure === 'teams' ? teams : people) > above ? { measure, above, teams, people } : null;
  }

  /** Officers of the unit itself who may issue its orders, but for who asks. */
  async approvers(unitId: string, exceptId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct p.person_id as id from ${membershipSql.posts} p
        where p.unit_id = ${unitId} and p.role = any(${actions['assignment.issue']}::text[])
          and p.validity @> ${this.clock.today()}::date and p.person_id <> ${exceptId} order by 1`,
    );
    return rows.map(({ id }) => id);
  }

  private async peopleOf(teamIds: readonly string[]): Promise<number> {
    const row = await this.database.one<{ n: number }>(
      sql`select count(distinct m.person_id)::int as n from team_members_at(${this.clock.today()}::date) m
        join unnest(${teamIds}::uuid[]) as t(id) on t.id = m.team_id`,
    );
    return row?.n ?? 0;
  }
}
