import { Injectable } from '@nestjs/common';
import { type Attention, usualAttention } from '#contracts/organization/attention';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { nearestRule } from '../dated-rules/nearest-rule.ts';

/** From when on teams, supporters, communes and committees are named, by the rule of the day that is looked at. */
@Injectable()
export class AttentionRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string, at = this.clock.today()): Promise<Attention> {
    return (await this.ofEach([unitId], at))(unitId);
  }

  /** Of each of the units: some may have a rule of their own. */
  async ofEach(unitIds: readonly string[], at = this.clock.today()): Promise<(unitId: string) => Attention> {
    const rows = await this.database.rows<Attention & { forUnitId: string }>(
      sql`select w.id as "forUnitId", n.silent_days as "silentDays", n.busy_teams as "busyTeams", n.late_months as "lateMonths",
              n.late_times as "lateTimes", n.late_days as "lateDays", n.term_days as "termDays"
         from unnest(${[...new Set(unitIds)]}::uuid[]) as w(id)
        cross join lateral ${nearestRule(sql`attention_rules`, sql`w.id`, sql`${at}::date`)} n`,
    );
    const known = new Map(rows.map(({ forUnitId, ...rule }) => [forUnitId, rule]));
    return (unitId) => known.get(unitId) ?? usualAttention;
  }
}
