import { Injectable } from '@nestjs/common';
import { openReportStates } from '#contracts/reporting/report-states';
import { organizationSql } from '#modules/organization';
import { TasksApi } from '#modules/tasks';
import { rowsOf, sql, type Tx } from '#platform/database';
import { OpenReports } from '../reports/periods/open-reports.ts';
import { Lineage } from '../reports/report/lineage.ts';

/** Confirmed work of so long before the day may be in no report yet. */
const BEFORE_DAYS = 92;

/** What the heirs of units that ended begin with: their month, and the work that those will not report any more. */
@Injectable()
export class BeginHeirs {
  constructor(
    private readonly lineage: Lineage,
    private readonly opening: OpenReports,
    private readonly tasks: TasksApi,
  ) {}

  async begin(tx: Tx, unitIds: readonly string[]): Promise<void> {
    await this.takeLines(tx, unitIds);
    await this.opening.openNow(await this.lineage.heirsOf(unitIds));
  }

  /**
   * What was confirmed counts where the teams are now, but for what a report of the old unit still counts: that of its own
   * month, or as a late fact the month after the last that was sent.
   */
  private async takeLines(tx: Tx, unitIds: readonly string[]): Promise<void> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`with sent as materialized (
            select r.unit_id, r.starts_on, r.ends_on, r.month from reports r
             where r.unit_id = any(${unitIds}::uuid[]) and r.kind = 'monthly' and r.state in ('submitted', 'accepted')),
          open as materialized (
            select r.unit_id, r.starts_on, r.ends_on, r.month from reports r
             where r.unit_id = any(${unitIds}::uuid[]) and r.kind = 'monthly' and r.state = any(${[...openReportStates]}))
        select distinct l.entry_id as id from ${organizationSql.units} u
          join counted_lines l on l.commune_id = u.id and l.happened_on >= upper(u.validity) - ${BEFORE_DAYS}::int
         where u.id = any(${unitIds}::uuid[])
           and not exists (select 1 from report_facts f where f.entry_id = l.entry_id and f.position = l.position)
           and not exists (select 1 from open o where o.unit_id = u.id and (
             l.happened_on between o.starts_on and o.ends_on
             or exists (select 1 from sent s where s.unit_id = u.id and l.happened_on between s.starts_on and s.ends_on)
               and o.month = (select max(s.month) + interval '1 month' from sent s where s.unit_id = u.id)))`,
    );
    await this.tasks.followHamlets(
      tx,
      rows.map(({ id }) => id),
    );
  }
}
