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
import { AllowanceRule } from './allowance-rule.entity.ts';

const allowances = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'allowance', 'basis', basis, 'amount', amount) as value from allowance_rules)`;
/** Months that are open keep the days with which they were opened. */
const open = (place: RulePlace): Sql => sql`
  with places as materialized (select id from ${touchedUnits(place)} u where u.kind <> 'hamlet')
  select coalesce(sum(r.n), 0)::int as count from places p cross join lateral (
    select count(*) as n from reports where unit_id = p.id and kind = 'monthly' and first_submitted_at is null offset 0) r`;

/** What is paid, as a province sets it, and which reports another window of months leaves alone. */
@Injectable()
export class ReportingRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    const table = sql`allowance_rules`;
    this.registry.keep('allowance', keepRules(this.database, { table, read: allowances, among: sql`true`, insert }));
    this.registry.countBy(['period'], async (place) => {
      const row = await this.database.one<{ count: number }>(open(place));
      return { what: 'reports', stays: true, count: row?.count ?? 0, communes: null };
    });
  }
}

function insert(tx: Tx, { unitId, directiveId, from, value }: NewRule) {
  const { basis, amount } = value as Extract<RuleValue, { kind: 'allowance' }>;
  return tx.insert(AllowanceRule, { id: v7(), unitId, directiveId, validity: rangeText(from), basis, amount });
}
