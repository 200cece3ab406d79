import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import {
  keepRules,
  type NewRule,
  RuleRegistry,
  type RulePlace,
  type RuleValue,
  rangeText,
  type Touched,
} from '#modules/organization';
import { Database, raw, type Sql, sql, type Tx } from '#platform/database';
import { SecondFactorRule } from './second-factor-rule.entity.ts';

const rules = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'secondFactor', 'roles', roles, 'askAgain', ask_again) as value from second_factor_rules)`;
/** People who hold one of the posts on the day. */
const holders = ({ day, value }: RulePlace, have: boolean): Sql => sql`
  select count(*)::int as count from (
    select distinct o.person_id from posts o
     where o.validity @> ${day}::date and o.role = any(${value.kind === 'secondFactor' ? value.roles : []})) h
   where ${raw(have ? '' : 'not')} exists (
     select 1 from second_factors f where f.person_id = h.person_id and f.confirmed_at is not null)`;

/** Of whom a second factor is required, as a dated rule. */
@Injectable()
export class KeepFactorRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    const table = sql`second_factor_rules`;
    this.registry.keep('secondFactor', keepRules(this.database, { table, read: rules, among: sql`true`, insert }));
    const kinds = ['secondFactor'] as const;
    this.registry.countBy(kinds, (place) => this.count(holders(place, false), { what: 'toEnrol', stays: false }));
    this.registry.countBy(kinds, (place) => this.count(holders(place, true), { what: 'enrolled', stays: true }));
  }

  private async count(of: Sql, touched: Pick<Touched, 'what' | 'stays'>): Promise<Touched> {
    const row = await this.database.one<{ count: number }>(of);
    return { ...touched, count: row?.count ?? 0, communes: null };
  }
}

function insert(tx: Tx, { unitId, directiveId, from, value }: NewRule) {
  const { roles, askAgain } = value as Extract<RuleValue, { kind: 'secondFactor' }>;
  const validity = rangeText(from);
  return tx.insert(SecondFactorRule, { id: v7(), unitId, directiveId, validity, roles: [...new Set(roles)], askAgain });
}
