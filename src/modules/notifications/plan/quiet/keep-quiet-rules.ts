import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { addDays } from '#i18n';
import { keepRules, type NewRule, RuleRegistry, type RuleValue, rangeText } from '#modules/organization';
import { ENV, type Env } from '#platform/config';
import { Database, type Sql, sql, type Tx } from '#platform/database';
import { QuietRule } from './quiet-rule.entity.ts';

/** The rules of units, and the hours of the installation where nobody has set any. */
const quietHours = ({ QUIET_FROM, QUIET_TO }: Pick<Env, 'QUIET_FROM' | 'QUIET_TO'>): Sql => sql`(
  select unit_id, validity, directive_id, null::text as citation, jsonb_build_object('kind', 'quiet', 'wholeDays', whole_days,
         'quietFrom', quiet_from, 'quietTo', quiet_to, 'lastDay', (upper(validity) - 1)::text) as value from quiet_rules
  union all
  select null, '[2022-01-01,)'::daterange, null, null, jsonb_build_object('kind', 'quiet', 'wholeDays', false,
         'quietFrom', ${QUIET_FROM}::text, 'quietTo', ${QUIET_TO}::text, 'lastDay', null))`;

/** The calendar of harvest and Tết: a rule ends with its own last day, if it names one. */
@Injectable()
export class KeepQuietRules implements OnModuleInit {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    const table = sql`quiet_rules`;
    const rules = { table, read: quietHours(this.env), among: sql`true`, insert };
    this.registry.keep('quiet', keepRules(this.database, rules));
  }
}

function insert(tx: Tx, { unitId, directiveId, from, value }: NewRule) {
  const { wholeDays, quietFrom, quietTo, lastDay } = value as Extract<RuleValue, { kind: 'quiet' }>;
  const validity = rangeText(from, lastDay === null ? null : addDays(lastDay, 1));
  return tx.insert(QuietRule, { id: v7(), unitId, directiveId, validity, wholeDays, quietFrom, quietTo });
}
