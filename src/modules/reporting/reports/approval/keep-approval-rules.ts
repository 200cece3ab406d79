import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import {
  keepRules,
  type NewRule,
  RuleRegistry,
  type RulePlace,
  type RuleValue,
  rangeText,
  touchedUnits,
} from '#modules/organization';
import { Database, type Sql, sql, type Tx } from '#platform/database';
import { ReportApprovalRule } from '../report/report-approval.entity.ts';

const rules = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'reportApproval', 'isNeeded', is_needed) as value from report_approval_rules)`;
const open = (place: RulePlace): Sql => sql`
  with places as materialized (select id from ${touchedUnits(place)} u where u.kind = 'commune')
  select coalesce(sum(r.n), 0)::int as count, count(*)::int as communes from places p cross join lateral (
    select count(*) as n from reports where unit_id = p.id and state in ('draft', 'returned') offset 0) r`;

/** Whether a commune's head approves its report before it is sent. */
@Injectable()
export class KeepApprovalRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    const table = sql`report_approval_rules`;
    this.registry.keep('reportApproval', keepRules(this.database, { table, read: rules, among: sql`true`, insert }));
    this.registry.countBy(['reportApproval'], async (place) => {
      const row = await this.database.one<{ count: number; communes: number }>(open(place));
      return { what: 'approvals', stays: false, count: row?.count ?? 0, communes: row?.communes ?? 0 };
    });
  }
}

function insert(tx: Tx, { unitId, directiveId, from, value }: NewRule) {
  const { isNeeded } = value as Extract<RuleValue, { kind: 'reportApproval' }>;
  return tx.insert(ReportApprovalRule, { id: v7(), unitId, directiveId, validity: rangeText(from), isNeeded });
}
