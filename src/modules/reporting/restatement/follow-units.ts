import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { organizationSql } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { obligationPassedOn } from '../reporting.events.ts';
import type { Report } from '../reports/report.entity.ts';
import { Lineage } from './lineage.ts';

const EVERY_MS = 3_600_000;

type Left = Pick<Report, 'id' | 'unitId' | 'campaignId'>;

/**
 * What is owed follows the units. A unit that ended within a period owes nothing for it: its heirs, which have the teams,
 * do. What it owed for an earlier period stays under its own name and is written by the heirs. Where an office above has
 * ended, the nearest one that stands receives. Nothing that was ever sent is touched.
 */
@Injectable()
export class FollowUnits {
  constructor(
    private readonly database: Database,
    private readonly lineage: Lineage,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives how many obligations were passed on. */
  @Tick('reporting.follow-units', EVERY_MS)
  run(): Promise<number> {
    return this.database.tx(async (tx) => {
      const left = await this.passOnAll(tx, sql`true`);
      await this.receivers(tx);
      return left;
    });
  }

  /** What these units owe that have just ended; whoever received from them has been asked before. */
  follow(tx: Tx, unitIds: readonly string[]): Promise<number> {
    return this.passOnAll(tx, sql`r.unit_id = any(${unitIds}::uuid[])`);
  }

  /** Open and undecided reports go to the nearest office that stands. */
  async receivers(tx: Tx): Promise<void> {
    const today = this.clock.today();
    await execute(
      tx,
      sql`update reports r set receiver_id = n.id
         from reports o join ${organizationSql.units} gone on gone.id = o.receiver_id and upper(gone.validity) <= ${today}::date
         cross join lateral (
           select c.ancestor_id as id from unit_closure c join ${organizationSql.units} a on a.id = c.ancestor_id
             and a.validity @> ${today}::date
            where c.descendant_id = o.unit_id and c.depth > 0 and c.ancestor_kind in ('district', 'province') order by c.depth limit 1) n
        where r.id = o.id and o.state in ('draft', 'returned', 'submitted')`,
    );
  }

  private async passOnAll(tx: Tx, of: Sql): Promise<number> {
    const left = await rowsOf<Left>(
      tx,
      sql`select r.id, r.unit_id as "unitId", r.campaign_id as "campaignId" from reports r
        join ${organizationSql.units} u on u.id = r.unit_id
        where r.version = 0 and upper(u.validity) <= ${this.clock.today()}::date
          and (r.kind = 'roster' or upper(u.validity) <= r.ends_on) and ${of} order by r.id for update of r`,
    );
    for (const report of left) await this.passOn(tx, report);
    return left.length;
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
    await execute(tx, sql`delete from report_looks where report_id = ${id}`);
    await execute(tx, sql`delete from report_approvals where report_id = ${id}`);
    await execute(tx, sql`delete from reports where id = ${id}`);
    await this.outbox.append(tx, obligationPassedOn({ reportId: id }, { unitId }));
  }
}
