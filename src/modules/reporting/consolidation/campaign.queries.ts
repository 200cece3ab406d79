import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { DueShift } from '#contracts/reporting/due-days';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { OpenReports } from '../periods/open-reports.ts';
import { WorkDays } from '../periods/work-days.ts';

/** What each commune below owes to a campaign. */
@Injectable()
export class CampaignQueries {
  constructor(
    private readonly database: Database,
    private readonly opening: OpenReports,
    private readonly days: WorkDays,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string, given: { startsOn: string; fixedOn: string; shift: DueShift }) {
    const dueOn = await this.dueOn(given.fixedOn, given.shift);
    const communes = await this.opening.owing(this.clock.today(), await this.below(unitId));
    return communes.map((unit) => ({
      id: v7(),
      unitId: unit.unitId,
      month: `${given.fixedOn.slice(0, 7)}-01`,
      startsOn: given.startsOn,
      endsOn: given.fixedOn,
      fixedDueOn: given.fixedOn,
      dueOn,
      receiverId: unit.receiverId,
    }));
  }

  /** How many communes stand below today. */
  async communes(unitId: string): Promise<number> {
    return (await this.below(unitId)).length;
  }

  async dueOn(fixedOn: string, shift: DueShift): Promise<string> {
    return (await this.days.due(fixedOn, shift)).dueOn;
  }

  private async below(unitId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select c.descendant_id as id from unit_closure c join units_at(${this.clock.today()}::date) u on u.id = c.descendant_id
        where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'`,
    );
    return rows.map(({ id }) => id);
  }
}
