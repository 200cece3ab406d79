import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { keepRules, type NewRule, RuleRegistry, type RuleValue, rangeText } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql, type Tx } from '#platform/database';
import { ReplyRule } from '../orders/order/reply-rule.entity.ts';
import { DifficultyRule } from '../difficulties/difficulty.entity.ts';
import { SamplingRule } from '../work/sampling/sampling-rule.entity.ts';

type Of<K extends RuleValue['kind']> = NewRule<Extract<RuleValue, { kind: K }>>;

const replies = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'reply', 'days', days) as value from reply_rules)`;
const clocks = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'difficulty', 'days', days) as value from difficulty_rules)`;
const samples = sql`(select unit_id, validity, directive_id, null::text as citation,
  jsonb_build_object('kind', 'sampling', 'below', below, 'oneIn', one_in) as value from sampling_rules)`;

/** The rules of how long teams and communes have for an answer, and of which results are looked at. */
@Injectable()
export class TasksRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const among = sql`true`;
    this.registry.keep(
      'reply',
      keepRules(this.database, { table: sql`reply_rules`, read: replies, among, insert: answered }),
    );
    this.registry.keep(
      'difficulty',
      keepRules(this.database, { table: sql`difficulty_rules`, read: clocks, among, insert: settled }),
    );
    this.registry.keep(
      'sampling',
      keepRules(this.database, {
        table: sql`sampling_rules`,
        read: samples,
        among,
        insert: (tx, rule) => drawn(tx, rule, this.clock.now()),
      }),
    );
  }
}

const row = ({ unitId, directiveId, from }: NewRule) => ({ id: v7(), unitId, directiveId, validity: rangeText(from) });

const answered = (tx: Tx, rule: NewRule) =>
  tx.insert(ReplyRule, { ...row(rule), days: (rule as Of<'reply'>).value.days });

const settled = (tx: Tx, rule: NewRule) =>
  tx.insert(DifficultyRule, { ...row(rule), days: (rule as Of<'difficulty'>).value.days });

function drawn(tx: Tx, rule: NewRule, setAt: Date) {
  const { below, oneIn } = (rule as Of<'sampling'>).value;
  return tx.insert(SamplingRule, { ...row(rule), below, oneIn, seed: randomUUID(), setBy: rule.personId, setAt });
}
