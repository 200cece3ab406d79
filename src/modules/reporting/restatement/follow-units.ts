import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { organizationSql } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { obligationPassedOn } from '../reporting.events.ts';
import { Report } from '../reports/report/report.entity.ts';
import { BeginHeirs } from './begin-heirs.ts';
import { FollowOffices, isReplaced } from './follow-offices.ts';
import { keepDraft } from './left-drafts.ts';
import { Lineage } from '../reports/report/lineage.ts';

const EVERY_MS = 3_600_000;

type Left = Pick<Report, 'id' | 'unitId' | 'campaignId'>;

/**
 * What is owed follows the units. A unit that ended within a period owes nothing for it: its heirs, which have the teams,
 * do. What it owed for a period that was over by then, or when somebody said that it had ended, stays under its own name and
 * is written by the heirs. An office that ended has nothing to sum up. Nothing that was ever sent is touched, and what was written
 * in a report that is owed no more stays readable for the heirs.
 */
@Injectable()
export class FollowUnits {
  constructor(
    private readonly database: Database,
    private readonly lineage: Lineage,
    private readonly heirs: BeginHeirs,
    private readonly offices: FollowOffices,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives how many obligations were passed on. */
  @Tick('reporting.follow-units', EVERY_MS)
  run(): Promise<number> {
    return this.database.tx(async (tx) => {
      await this.offices.follow(tx);
      const left = await this.passOnAll(tx, sql`true`);
      const unitIds = [...new Set(left.map(({ unitId }) => unitId))];
      if (unitIds.length > 0) await this.heirs.begin(tx, unitIds);
      return left.length;
    });
  }

  /** What these units owe that have just ended, and what their heirs begin with. */
  async follow(tx: Tx, unitIds: readonly string[]): Promise<void> {
    await this.passOnAll(tx, sql`r.unit_id = any(${unitIds}::uuid[])`);
    await this.heirs.begin(tx, unitIds);
  }

  private async passOnAll(tx: Tx, of: Sql): Promise<Left[]> {
    await this.keepOwn(tx, of);
    const left = await rowsOf<Left>(
      tx,
      sql`select r.id, r.unit_id as "unitId", r.campaign_id as "campaignId" from reports r
        join ${organizationSql.units} u on u.id = r.unit_id
        where r.version = 0 and upper(u.validity) <= ${this.clock.today()}::date and r.stands_on is null
          and (r.kind = 'roster' or upper(u.validity) <= r.ends_on or r.unit_kind <> 'commune' and not ${isReplaced(sql`u`)})
          and ${of} order by r.id for update of r`,
    );
    for (const report of left) await this.passOn(tx, report);
    return left;
  }

  /**
   * Months of a commune that were over when it became known that it had ended before their last day: what it has sent of them
   * stands, so whatever it has not is no heir's, and shows the commune as it was last. Where an heir has that month already,
   * midnight came in between.
   */
  private async keepOwn(tx: Tx, of: Sql): Promise<void> {
    await execute(
      tx,
      sql`update reports r set stands_on = upper(u.validity) - 1 from ${organizationSql.units} u
        where u.id = r.unit_id and u.kind = 'commune' and upper(u.validity) <= ${this.clock.today()}::date
          and r.kind = 'monthly' and r.stands_on is null and r.month >= date_trunc('month', upper(u.validity)::timestamp)
          and r.ends_on >= upper(u.validity) and r.ends_on < ${this.clock.today()}::date and ${of}
          and not exists (select 1 from ${organizationSql.unitSuccessors} s
            join ${organizationSql.units} h on h.id = s.to_unit_id and lower(h.validity) = upper(u.validity)
            join reports o on o.unit_id = h.id and o.kind = 'monthly' and o.month = r.month where s.from_unit_id = u.id)`,
    );
  }

  private async passOn(tx: Tx, { id, unitId, campaignId }: Left): Promise<void> {
    // The month's report of the heirs is opened with everybody's; a campaign's is not.
    for (const heirId of campaignId ? await this.lineage.heirs(unitId) : [])
      await execute(
        tx,
        sql`insert into reports (id, unit_id, unit_kind, kind, campaign_id, month, starts_on, ends_on, fixed_due_on, due_on,
          receiver_id, opened_at)
         select ${v7()}, u.id, u.kind, r.kind, r.campaign_id, r.month, r.starts_on, r.ends_on, r.fixed_due_on, r.due_on,
           r.receiver_id, ${this.clock.now()}
           from reports r cross join ${organizationSql.units} u where r.id = ${id} and u.id = ${heirId}
             and u.kind = r.unit_kind on conflict do nothing`,
      );
    await keepDraft(tx, id, this.clock.now());
    await execute(tx, sql`delete from report_looks where report_id = ${id}`);
    await execute(tx, sql`delete from report_approvals where report_id = ${id}`);
    await tx.delete(Report, { id });
    await this.outbox.append(tx, obligationPassedOn({ reportId: id }, { unitId }));
  }
}
