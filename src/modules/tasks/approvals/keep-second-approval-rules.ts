import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { actions } from '#contracts/actions';
import { membershipSql } from '#modules/membership';
import {
  keepRules,
  type NewRule,
  rangeText,
  type RulePlace,
  RuleRegistry,
  type RuleValue,
  type Touched,
  touchedUnits,
} from '#modules/organization';
import { Database, type Sql, sql, type Tx } from '#platform/database';
import { SecondApprovalRule } from './second-approval.entity.ts';

const rules = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'secondApproval', 'isNeeded', is_needed, 'measure', measure, 'above', above) as value
    from second_approval_rules)`;

/** From which size on an order waits for a second officer. */
@Injectable()
export class KeepSecondApprovalRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    const table = sql`second_approval_rules`;
    this.registry.keep('secondApproval', keepRules(this.database, { table, read: rules, among: sql`true`, insert }));
    // Offices in which nobody else could approve: their orders to that many cannot be sent at all.
    this.count(
      'aloneOfficers',
      false,
      (place) => sql`${touchedUnits(place)} u where u.kind <> 'hamlet' and 1 = (
      select count(distinct p.person_id) from ${membershipSql.posts} p where p.unit_id = u.id
        and p.role = any(${actions['assignment.issue']}::text[]) and p.validity @> ${place.day}::date)`,
    );
    // What waits already is decided as it was asked for, and what repeats by itself goes on.
    this.count(
      'orderRequests',
      true,
      (place) => sql`order_requests q join ${touchedUnits(place)} u on u.id = q.unit_id
      where q.outcome is null`,
    );
    this.count(
      'seriesOrders',
      true,
      (place) => sql`assignment_schedules s join ${touchedUnits(place)} u on u.id = s.unit_id
      where s.ended_at is null`,
    );
  }

  private count(what: Touched['what'], stays: boolean, from: (place: RulePlace) => Sql): void {
    this.registry.countBy(['secondApproval'], async (place) => {
      const row = await this.database.one<{ count: number }>(sql`select count(*)::int as count from ${from(place)}`);
      return { what, stays, count: row?.count ?? 0, communes: null };
    });
  }
}

function insert(tx: Tx, { unitId, directiveId, from, value }: NewRule) {
  const { isNeeded, measure, above } = value as Extract<RuleValue, { kind: 'secondApproval' }>;
  return tx.insert(SecondApprovalRule, {
    id: v7(),
    unitId,
    directiveId,
    validity: rangeText(from),
    isNeeded,
    measure,
    above,
  });
}
