import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';

export interface ChaseRule {
  replyDays: number;
  remindHours: number;
  supporterHours: number;
  callListHours: number;
  remindEveryHours: number;
}

/** The nearest unit's rule, or the one without a unit. As SQL for a row of assignments called `a`, day in `$1`. */
export const chaseRuleOf = `
  lateral (select r.* from chase_rules r left join unit_closure c on c.ancestor_id = r.unit_id and c.descendant_id = a.issuer_unit_id
            where r.validity @> $1::date and (r.unit_id is null or c.descendant_id is not null) order by c.depth nulls last limit 1) r`;

@Injectable()
export class ChaseRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string): Promise<ChaseRule> {
    const row = await this.database.one<ChaseRule>(
      `select r.reply_days as "replyDays", r.remind_hours as "remindHours", r.supporter_hours as "supporterHours", r.call_list_hours as "callListHours", r.remind_every_hours as "remindEveryHours"
         from (select $2::uuid as issuer_unit_id) a, ${chaseRuleOf}`,
      [this.clock.today(), unitId],
    );
    if (!row) throw new Error('chase_rules holds no rule for today');
    return row;
  }
}

/** Hours after issue at which a step comes, for an order whose answer is asked within `days` days. */
export function stepHours(hours: number, replyDays: number, days: number): number {
  return Math.round((hours * Math.max(days, 0.25)) / replyDays);
}
