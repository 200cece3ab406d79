import { Injectable } from '@nestjs/common';
import { periodOfMonth } from '#contracts/periods';
import { OrganizationApi } from '#modules/organization';
import type { Tx } from '#platform/database';
import type { ReportData } from '../report.rows.ts';

/**
 * Writes down which confirmed lines a report counts, before its figures are read in the same snapshot. A line that is
 * confirmed later for a day of this period finds the period closed and goes into the next as a late fact.
 */
@Injectable()
export class KeepFacts {
  constructor(private readonly organization: OrganizationApi) {}

  async ofReport(tx: Tx, report: ReportData): Promise<void> {
    if (report.kind !== 'monthly' || report.unit_kind !== 'commune') return;
    const rule = await this.organization.periodRule(report.unit_id, report.ends_on);
    const year = periodOfMonth(`${report.month.slice(0, 4)}-01`, rule);
    // What was counted once and does not count any more: its confirmation was taken back within its minute.
    await tx.query(
      `delete from report_facts f where f.report_id = $1
          and not exists (select 1 from counted_lines l where l.entry_id = f.entry_id and l.position = f.position and l.confirmed_value is not null)`,
      [report.id],
    );
    await tx.query(
      `with sent as (select month, starts_on, ends_on from reports where unit_id = $2 and kind = 'monthly' and state in ('submitted', 'accepted')),
            open_from as (select (max(month) + interval '1 month')::date as month from sent)
       insert into report_facts (entry_id, position, report_id, month, is_late)
       select l.entry_id, l.position, $1, $3, s.month is not null from counted_lines l
         left join sent s on l.happened_on between s.starts_on and s.ends_on
        where l.commune_id = $2 and l.confirmed_value is not null and l.happened_on between $4::date - 92 and $5
          and case when s.month is not null then (select month from open_from) else report_month(l.happened_on, $6) end = $3
       on conflict (entry_id, position) do nothing`,
      [report.id, report.unit_id, `${report.month}-01`, year.startsOn, report.ends_on, rule.windowStartDay],
    );
  }
}
