import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openReportStates } from '#contracts/reporting/report-states';
import { organizationSql, type ReformDay, ReformParts, type Settled } from '#modules/organization';
import { TasksApi } from '#modules/tasks';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { reportCalled } from '../reports/report-called.ts';
import { FollowUnits } from './follow-units.ts';

/** Confirmed work of so long before the day may be in no report yet. */
const BEFORE_DAYS = 92;

/** What units that end owe, plan and have not reported yet is their heirs': what was sent stays as it is. */
@Injectable()
export class ReportsOfReform implements OnModuleInit {
  constructor(
    private readonly parts: ReformParts,
    private readonly owed: FollowUnits,
    private readonly tasks: TasksApi,
  ) {}

  onModuleInit(): void {
    this.parts.take({
      step: 'reports',
      numbers: {
        reports: ({ endingIds }) => sql`select r.id, ${reportCalled} as label, r.unit_id from reports r
          where r.unit_id = any(${endingIds}::uuid[]) and r.state = any(${[...openReportStates]})`,
      },
      begin: (tx) => this.owed.receivers(tx),
      settle: (tx, day, units) => this.settle(tx, day, units),
    });
  }

  private async settle(tx: Tx, day: ReformDay, units: readonly Settled[]): Promise<void> {
    const ended = units.filter((unit) => unit.ended);
    const ids = ended.map(({ id }) => id);
    await this.owed.follow(tx, ids);
    await this.takeLines(tx, day, ids);
    await this.addPlans(tx, day, [...new Set(ended.flatMap(({ heirIds }) => heirIds))], ids);
  }

  /** The month that the reform cuts is its heirs' to report: what was confirmed in it counts where the teams are now. */
  private async takeLines(tx: Tx, { onDate }: ReformDay, unitIds: readonly string[]): Promise<void> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select distinct l.entry_id as id from counted_lines l
        where l.commune_id = any(${unitIds}::uuid[]) and l.happened_on >= ${onDate}::date - ${BEFORE_DAYS}::int
          and not exists (select 1 from report_facts f where f.entry_id = l.entry_id and f.position = l.position)
          and not exists (select 1 from reports r where r.unit_id = l.commune_id and r.kind = 'monthly' and r.state in ('submitted', 'accepted')
            and l.happened_on between r.starts_on and r.ends_on)`,
    );
    await this.tasks.followHamlets(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /**
   * A new unit plans what all its parts planned, of each indicator that all of them planned; of a divided part nothing is guessed.
   * Once, with the first of its parts.
   */
  private async addPlans(
    tx: Tx,
    { onDate, byId }: ReformDay,
    heirIds: readonly string[],
    unitIds: readonly string[],
  ): Promise<void> {
    await execute(
      tx,
      sql`with part as materialized (
            select s.to_unit_id, s.from_unit_id, count(*) over (partition by s.to_unit_id) as n,
                min(s.from_unit_id::text) over (partition by s.to_unit_id) as first,
                (select count(*) from ${organizationSql.unitSuccessors} o where o.from_unit_id = s.from_unit_id) as heirs
              from ${organizationSql.unitSuccessors} s join ${organizationSql.units} h on h.id = s.to_unit_id and lower(h.validity) = ${onDate}::date
             where s.to_unit_id = any(${heirIds}::uuid[])),
          whole as (select to_unit_id from part group by to_unit_id having max(heirs) = 1 and min(first) = any(${unitIds}::text[]))
        insert into figure_plans (unit_id, year, code, value, by_id, at)
        select p.to_unit_id, f.year, f.code, sum(f.value), ${byId}, max(f.at)
          from part p join figure_plans f on f.unit_id = p.from_unit_id and f.year >= extract(year from ${onDate}::date)
         where p.to_unit_id in (select to_unit_id from whole)
         group by p.to_unit_id, f.year, f.code, p.n having count(*) = p.n
        on conflict do nothing`,
    );
  }
}
