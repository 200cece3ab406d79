import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { DueShift } from '#contracts/reporting/due-days';
import type { CampaignKind } from '#contracts/reporting/report-states';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { OpenReports, type OwingUnit } from '../../reports/periods/open-reports.ts';
import { WorkDays } from '../../reports/periods/work-days.ts';

export interface Asked {
  kind: CampaignKind;
  startsOn: string;
  /** The last day of the work that is asked about; null where a list is asked for. */
  endsOn: string | null;
  /** The last day on time, before any shift and after it. */
  fixedOn: string;
  dueOn: string;
}

/** What each unit owes to a campaign. */
@Injectable()
export class CampaignQueries {
  constructor(
    private readonly database: Database,
    private readonly opening: OpenReports,
    private readonly days: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** Of each commune below; of work also of the offices that sum it up, the unit's own among them, which goes to nobody. */
  async of(unitId: string, asked: Asked) {
    const { startsOn, endsOn, fixedOn, dueOn } = asked;
    const units = await this.units(unitId, endsOn !== null);
    return units.map((unit) => ({
      id: v7(),
      unitId: unit.unitId,
      unitKind: unit.kind,
      month: `${fixedOn.slice(0, 7)}-01`,
      startsOn,
      endsOn: endsOn ?? fixedOn,
      fixedDueOn: fixedOn,
      dueOn,
      receiverId: unit.unitId === unitId ? null : unit.receiverId,
    }));
  }

  /** Units that would owe it today. */
  async unitIds(unitId: string, isSummed: boolean): Promise<string[]> {
    return (await this.units(unitId, isSummed)).map((unit) => unit.unitId);
  }

  /** How many communes stand below today. */
  async communes(unitId: string): Promise<number> {
    return (await this.below(unitId, false)).length;
  }

  async dueOn(fixedOn: string, shift: DueShift): Promise<string> {
    return (await this.days.due(fixedOn, shift)).dueOn;
  }

  private async units(unitId: string, isSummed: boolean): Promise<OwingUnit[]> {
    return this.opening.owing(this.clock.today(), await this.below(unitId, isSummed));
  }

  private async below(unitId: string, withOffices: boolean): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select c.descendant_id as id from unit_closure c join units_at(${this.clock.today()}::date) u on u.id = c.descendant_id
        where c.ancestor_id = ${unitId} and (c.descendant_kind = 'commune'
          or ${withOffices} and c.descendant_kind in ('district', 'province'))`,
    );
    return rows.map(({ id }) => id);
  }
}
