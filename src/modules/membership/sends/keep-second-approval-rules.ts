import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { actions } from '#contracts/actions';
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
import { SecondApprovalRule } from './send-request.entity.ts';

const rules = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'secondApproval', 'isNeeded', is_needed, 'measure', measure, 'above', above) as value
    from second_approval_rules)`;

/** From which size on what a unit sends waits for a second officer. */
@Injectable()
export class KeepSecondApprovalRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    const table = sql`second_approval_rules`;
    this.registry.keep('secondApproval', keepRules(this.database, { table, read: rules, among: sql`true`, insert }));
    // Offices in which nobody else could approve: what they send to that many cannot go at all.
    this.count('aloneOfficers', false, alone);
    // Offices above communes, which ask for reports and remind of them.
    this.count(
      'sendOffices',
      false,
      (place) => sql`${touchedUnits(place)} u where u.kind not in ('hamlet', 'commune')`,
    );
    // What waits already is decided as it was asked for.
    this.count(
      'sendRequests',
      true,
      (place) => sql`send_requests q join ${touchedUnits(place)} u on u.id = q.unit_id where q.outcome is null`,
    );
  }

  private count(what: Touched['what'], stays: boolean, from: (place: RulePlace) => Sql): void {
    this.registry.countBy(['secondApproval'], async (place) => {
      const row = await this.database.one<{ count: number }>(sql`select count(*)::int as count from ${from(place)}`);
      return { what, stays, count: row?.count ?? 0, communes: null };
    });
  }
}

const holders = (roles: readonly string[]): Sql =>
  sql`count(distinct p.person_id) filter (where p.role = any(${roles}::text[]))`;
/** Of the rights to the acts that wait: where one person alone has one of them. */
const alone = (place: RulePlace): Sql => sql`${touchedUnits(place)} u where u.kind <> 'hamlet' and (
  select 1 in (${holders(actions['assignment.issue'])}, ${holders(actions['report.receive'])}, ${holders(actions['committee.manage'])})
    from posts p where p.unit_id = u.id and p.validity @> ${place.day}::date)`;

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
