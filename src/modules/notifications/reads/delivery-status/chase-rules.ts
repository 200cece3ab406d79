import { Injectable } from '@nestjs/common';
import { nearestRule } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { ChaseRule } from '../../plan/messages/facts/chase.entity.ts';

type Rule = Pick<
  ChaseRule,
  'replyDays' | 'remindHours' | 'supporterHours' | 'callListHours' | 'remindEveryHours' | 'urgentPercent'
>;

/** The nearest unit's rule of a day, or the one without a unit: `r` beside a row of assignments called `a`. */
export const chaseRuleOf = (day: string): Sql => sql`
  lateral ${nearestRule(sql`chase_rules`, sql`a.issuer_unit_id`, sql`${day}::date`)} r`;

const stepHoursOf = {
  remind: sql`r.remind_hours`,
  supporter: sql`r.supporter_hours`,
  call_list: sql`r.call_list_hours`,
};
export type Step = keyof typeof stepHoursOf;

/** The step comes so long after `from` where the answer is asked by `replyBy`: of an order `a` with its rule `r`. */
export function isDueAfter(step: Step, now: Date, from: Sql, replyBy: Sql): Sql {
  const days = sql`greatest(${replyBy} - (${from} at time zone 'Asia/Ho_Chi_Minh')::date, 0.25)`;
  const share = sql`case a.priority when 'urgent' then r.urgent_percent / 100.0 else 1 end`;
  return sql`${from} + interval '1 hour' * (${stepHoursOf[step]} * ${share} * ${days} / r.reply_days) <= ${now}::timestamptz`;
}

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
