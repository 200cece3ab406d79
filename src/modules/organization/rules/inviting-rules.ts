import { Injectable } from '@nestjs/common';
import { type Inviting, usualInviting } from '#contracts/access/inviting';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { nearestRule } from '../dated-rules/nearest-rule.ts';

/** When inviting is done in a unit and how it goes on paper, by the rule of the day. */
@Injectable()
export class InvitingRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string, at = this.clock.today()): Promise<Inviting> {
    const rule = await this.database.one<Inviting>(
      sql`select n.done_percent as "donePercent", n.slips_at_once as "slipsAtOnce", n.slip_days as "slipDays"
         from ${nearestRule(sql`inviting_rules`, sql`${unitId}::uuid`, sql`${at}::date`)} n`,
    );
    return rule ?? usualInviting;
  }
}
