import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { OpenReports } from '../periods/open-reports.ts';
import { WorkDays } from '../periods/work-days.ts';

/** What each commune below owes to a campaign. */
@Injectable()
export class CampaignRows {
  constructor(
    private readonly database: Database,
    private readonly opening: OpenReports,
    private readonly days: WorkDays,
    private readonly clock: Clock,
  ) {}

  async of(
    unitId: string,
    given: { id: string; startsOn: string; fixedOn: string; shift: 'none' | 'next' | 'previous' },
  ) {
    const below = await this.database.rows<{ id: string }>(
      `select descendant_id as id from unit_closure where ancestor_id = $1 and descendant_kind = 'commune'`,
      [unitId],
    );
    const ids = new Set(below.map(({ id }) => id));
    const { dueOn } = await this.days.due(given.fixedOn, given.shift);
    return (await this.opening.owing(this.clock.today(), null))
      .filter((unit) => unit.kind === 'commune' && ids.has(unit.unitId))
      .map((unit) => ({
        id: v7(),
        unit_id: unit.unitId,
        month: `${given.fixedOn.slice(0, 7)}-01`,
        starts_on: given.startsOn,
        ends_on: given.fixedOn,
        fixed_due_on: given.fixedOn,
        due_on: dueOn,
        receiver_id: unit.receiverId,
      }));
  }
}
