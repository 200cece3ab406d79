import { Injectable } from '@nestjs/common';
import { nearestRule } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { ChaseRule } from './chase.entity.ts';

type Rule = Pick<
  ChaseRule,
  'replyDays' | 'remindHours' | 'supporterHours' | 'callListHours' | 'remindEveryHours' | 'urgentPercent'
>;

/** The nearest unit's rule of a day, or the one without a unit: `r` beside a row of assignments called `a`. */
export const chaseRuleOf = (day: string): Sql => sql`
  lateral ${nearestRule(sql`chase_rules`, sql`a.issuer_unit_id`, sql`${day}::date`)} r`;

@Injectable()
export class ChaseRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string): Promise<Rule> {
    const row = await this.database.one<Rule>(
      sql`select r.reply_days as "replyDays", r.remind_hours as "remindHours", r.supporter_hours as "supporterHours",
              r.call_list_hours as "callListHours", r.remind_every_hours as "remindEveryHours",
              r.urgent_percent as "urgentPercent"
         from (select ${unitId}::uuid as issuer_unit_id) a, ${chaseRuleOf(this.clock.today())}`,
    );
    if (!row) throw new Error('chase_rules holds no rule for today');
    return row;
  }

  /** Whoever was reminded since is left alone for now. */
  async remindedBefore(unitId: string): Promise<Date> {
    const { remindEveryHours } = await this.of(unitId);
    return new Date(this.clock.now().getTime() - remindEveryHours * 3_600_000);
  }
}

/** Hours after issue at which a step comes, for an order whose answer is asked within `days` days. */
export function stepHours(
  hours: number,
  { replyDays, urgentPercent }: Pick<Rule, 'replyDays' | 'urgentPercent'>,
  { days, urgent }: { days: number; urgent: boolean },
): number {
  return Math.round((hours * Math.max(days, 0.25) * (urgent ? urgentPercent / 100 : 1)) / replyDays);
}
