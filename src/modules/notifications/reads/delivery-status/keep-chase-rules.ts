import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { keepRules, type NewRule, RuleRegistry, type RuleValue, rangeText } from '#modules/organization';
import { Database, sql, type Tx } from '#platform/database';
import { ChaseRule } from '../../plan/messages/facts/chase.entity.ts';

const ladders = sql`(select unit_id, validity, directive_id, null::text as citation, jsonb_build_object('kind', 'chase',
  'replyDays', reply_days, 'remindHours', remind_hours, 'supporterHours', supporter_hours, 'callListHours', call_list_hours,
  'remindEveryHours', remind_every_hours, 'urgentPercent', urgent_percent) as value from chase_rules)`;

/** The steps of chasing, as a unit sets them. */
@Injectable()
export class KeepChaseRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    const table = sql`chase_rules`;
    this.registry.keep('chase', keepRules(this.database, { table, read: ladders, among: sql`true`, insert }));
  }
}

function insert(tx: Tx, { unitId, directiveId, from, value }: NewRule) {
  const { kind: _, ...steps } = value as Extract<RuleValue, { kind: 'chase' }>;
  return tx.insert(ChaseRule, { id: v7(), unitId, directiveId, validity: rangeText(from), ...steps });
}
