import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { execute, sql, type Tx } from '#platform/database';
import type { ReportData } from '../report.rows.ts';
import { countedIn, sentMonths } from './counted-in.ts';
import { windowsOf } from './windows.ts';

/**
 * Writes down which confirmed lines a report counts, before its figures are read in the same snapshot. A line that is
 * confirmed later for a day of this period finds the period closed and goes into the next as a late fact.
 */
@Injectable()
export class KeepFacts {
  constructor(private readonly organization: OrganizationApi) {}

  async ofReport(tx: Tx, report: ReportData): Promise<void> {
    if (report.kind !== 'monthly' || report.unitKind !== 'commune') return;
    const rule = await this.organization.periodRule(report.unitId, report.endsOn);
    const { year } = windowsOf(report.month, rule);
    // What was counted once and does not count any more: its confirmation was taken back within its minute.
    await execute(
      tx,
      sql`delete from report_facts f where f.report_id = ${report.id}
          and not exists (select 1 from counted_lines l where l.entry_id = f.entry_id and l.position = f.position
            and l.confirmed_value is not null)`,
    );
    const month = `${report.month}-01`;
    const window = { yearFrom: year.startsOn, until: report.endsOn, startDay: rule.windowStartDay };
    await execute(
      tx,
      sql`with asked as (select ${report.unitId}::uuid as commune_id), ${sentMonths},
            lines as (${countedIn(sql`l.entry_id, l.position`, window)})
       insert into report_facts (entry_id, position, report_id, month, is_late)
       select entry_id, position, ${report.id}::uuid, ${month}::date, is_late from lines where month = ${month}
        on conflict (entry_id, position) do nothing`,
    );
  }
}
