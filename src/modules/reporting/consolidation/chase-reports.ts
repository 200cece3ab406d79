import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import { type Held, HeldActs, type TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { campaignErrors } from '../reporting.errors.ts';
import { reportChased } from '../reporting.events.ts';
import type { Report } from '../reports/report.entity.ts';

/** Persisted. */
const KIND = 'reporting.chase';
type Chased = Pick<Report, 'id' | 'unitId'> & { before: string | null };
interface Before {
  on: string;
  reports: { id: string; before: string | null }[];
}

/** Units that have not sent are reminded by hand; whoever was reminded today already is left alone. */
@Injectable()
export class ChaseReports implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly acts: HeldActs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<Before>(KIND, (tx, before) => this.putBack(tx, before));
  }

  /** From the receiver's board. */
  async ofMonth(
    actor: Actor,
    unitId: string,
    { month, unitIds }: RouteBody<typeof routes.remindReports>,
  ): Promise<RouteAnswer<typeof routes.remindReports>> {
    await this.scope.require(actor, 'report.receive', { unitId });
    return this.chase(actor, unitIds, sql`receiver_id = ${unitId} and kind = 'monthly' and month = ${`${month}-01`}`);
  }

  /** Those of a campaign. @throws campaign.notFound */
  async ofCampaign(
    actor: Actor,
    campaignId: string,
    { unitIds }: RouteBody<typeof routes.remindCampaign>,
  ): Promise<RouteAnswer<typeof routes.remindCampaign>> {
    const place = await this.database.one<{ unitId: string }>(
      sql`select unit_id as "unitId" from campaigns where id = ${campaignId}`,
    );
    if (!place) throw campaignErrors.notFound();
    await this.scope.require(actor, 'report.receive', { unitId: place.unitId });
    return this.chase(actor, unitIds, sql`campaign_id = ${campaignId}`);
  }

  private chase(
    actor: Actor,
    unitIds: readonly string[],
    condition: Sql,
  ): Promise<RouteAnswer<typeof routes.remindReports>> {
    return this.database.tx(async (tx) => {
      const today = this.clock.today();
      const rows = await rowsOf<Chased>(
        tx,
        sql`with was as (
            select id, chased_on from reports where ${condition} and unit_id = any(${unitIds}::uuid[])
               and state in ('draft', 'returned') and chased_on is distinct from ${today}::date for update)
          update reports r set chased_on = ${today}::date from was where r.id = was.id
          returning r.id, r.unit_id as "unitId", was.chased_on::text as before`,
      );
      const act = await this.tell(tx, actor, rows);
      return { reminded: rows.length, skipped: new Set(unitIds).size - rows.length, act };
    });
  }

  private async tell(tx: Tx, actor: Actor, rows: readonly Chased[]): Promise<Held | null> {
    if (rows.length === 0) return null;
    const act = this.acts.begin();
    await this.outbox.appendMany(
      tx,
      rows.map(({ id, unitId }) => reportChased({ reportId: id, ...(act && { act }) }, { unitId })),
      actor,
    );
    const reports = rows.map(({ id, before }) => ({ id, before }));
    await this.acts.keep(tx, act, actor, KIND, { on: this.clock.today(), reports } satisfies Before);
    return act;
  }

  private async putBack(tx: Tx, { on, reports }: Before): Promise<TakenBack> {
    const rows = await rowsOf(
      tx,
      sql`update reports r set chased_on = b.before from unnest(${reports.map(({ id }) => id)}::uuid[],
            ${reports.map(({ before }) => before)}::date[]) as b(id, before)
        where r.id = b.id and r.chased_on = ${on}::date returning r.id`,
    );
    return { restored: rows.length, kept: [] };
  }
}
