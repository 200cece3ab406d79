import { Injectable } from '@nestjs/common';
import { addDays } from '#contracts/reporting/periods';
import { nearestRule } from '#modules/organization';
import { Database, rowsOf, sql, type Tx } from '#platform/database';

/** Where nobody has set a rule. */
const DEFAULT_DAYS = 3;

/** The day by which a team is asked to answer: some days after the order by the rule of the date, never after the deadline. */
@Injectable()
export class ReplyRules {
  constructor(private readonly database: Database) {}

  async replyBy(unitId: string, from: string, dueOn: string, tx: Tx = this.database.manager): Promise<string> {
    const [rule] = await rowsOf<{ days: number }>(
      tx,
      sql`select r.days from ${nearestRule(sql`reply_rules`, sql`${unitId}::uuid`, sql`${from}::date`)} r`,
    );
    const day = addDays(from, rule?.days ?? DEFAULT_DAYS);
    return day > dueOn ? dueOn : day;
  }
}
