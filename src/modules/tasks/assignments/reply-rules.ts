import { Injectable } from '@nestjs/common';
import { addDays } from '#contracts/reporting/periods';
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
      sql`select r.days from reply_rules r left join unit_closure c on c.ancestor_id = r.unit_id and c.descendant_id = ${unitId}
        where (r.unit_id is null or c.descendant_id is not null) and r.validity @> ${from}::date order by c.depth nulls last limit 1`,
    );
    const day = addDays(from, rule?.days ?? DEFAULT_DAYS);
    return day > dueOn ? dueOn : day;
  }
}
