import { Injectable } from '@nestjs/common';
import { type KeepingKind, keepingTerms } from '#contracts/organization/keeping-terms';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { RetentionPort } from '#platform/retention';
import type { KeepingRule } from './keeping-rule.entity.ts';

const DAY_MS = 86_400_000;

/** For how long something is kept, by the rule of today; what forgets it asks here each time. */
@Injectable()
export class KeepingTerms extends RetentionPort {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** What is older than this has been kept for its time. */
  async before(kind: KeepingKind): Promise<Date> {
    const amount = await this.amount(kind);
    const now = this.clock.now();
    if (keepingTerms[kind].unit === 'days') return new Date(now.getTime() - amount * DAY_MS);
    const before = new Date(now);
    before.setUTCMonth(before.getUTCMonth() - amount);
    return before;
  }

  /** How long what begins then is kept, in days. */
  async until(kind: 'keepLists' | 'keepUploads', from: Date): Promise<Date> {
    return new Date(from.getTime() + (await this.amount(kind)) * DAY_MS);
  }

  /** Months or days, by the kind. */
  async amount(kind: KeepingKind): Promise<number> {
    const row = await this.database.one<Pick<KeepingRule, 'amount'>>(
      sql`select amount from keeping_rules where kind = ${kind} and validity @> ${this.clock.today()}::date
        order by unit_id nulls last limit 1`,
    );
    return row?.amount ?? keepingTerms[kind].usual;
  }
}
