import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { SendContent } from '#contracts/membership/send-requests';
import { type Reach, SecondApproval } from '#modules/membership';
import { Scope } from '#modules/organization';
import { type Held, HeldActs, type TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { campaignErrors } from '../../reporting.errors.ts';
import { reportChased } from '../../reporting.events.ts';
import type { Report } from '../../reports/report/report.entity.ts';
import { Campaign } from './campaign.entity.ts';

/** Persisted. */
const KIND = 'reporting.chase';
type Chased = Pick<Report, 'id' | 'unitId'> & { before: string | null };
interface Before {
  on: string;
  reports: { id: string; before: string | null }[];
}
/** Of which report units are reminded: a month's, from the receiver's board, or a campaign's. */
export type AskedReminder = Extract<SendContent, { kind: 'reportReminder' | 'campaignReminder' }>;

/** Reports of these units, and those of them that are not sent and were not reminded of today. */
const asked = (one: AskedReminder): Sql =>
  one.kind === 'campaignReminder'
    ? sql`campaign_id = ${one.campaignId} and unit_id = any(${one.unitIds}::uuid[])`
    : sql`receiver_id = ${one.unitId} and kind = 'monthly' and month = ${`${one.month}-01`}::date
        and unit_id = any(${one.unitIds}::uuid[])`;
const due = (today: string): Sql => sql`state in ('draft', 'returned') and chased_on is distinct from ${today}::date`;
/** Those who write the reports. */
const reachOf = (rows: readonly { unitId: string }[]): Reach => ({
  unitIds: rows.map(({ unitId }) => unitId),
  action: 'report.write',
});

/** Units that have not sent are reminded by hand; whoever was reminded today already is left alone. */
@Injectable()
export class ChaseReports implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly approval: SecondApproval,
    private readonly outbox: Outbox,
    private readonly acts: HeldActs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<Before>(KIND, (tx, before) => this.putBack(tx, before));
  }

  /** @throws campaign.notFound, sendRequest.needed */
  async execute(actor: Actor, reminder: AskedReminder): Promise<RouteAnswer<typeof routes.remindReports>> {
    const { unitId } = await this.place(actor, reminder);
    return this.database.tx(async (tx) => {
      const rows = await this.mark(tx, reminder);
      await this.approval.refuseUnapproved(unitId, reachOf(rows));
      const act = rows.length > 0 ? this.acts.begin() : null;
      await this.tell(tx, actor, rows, act);
      return { reminded: rows.length, skipped: new Set(reminder.unitIds).size - rows.length, act };
    });
  }

  /** What a second officer has approved stands at once. Gives the units. @throws campaign.notFound */
  async approved(actor: Actor, reminder: AskedReminder): Promise<string[]> {
    await this.place(actor, reminder);
    return this.database.tx(async (tx) => {
      const rows = await this.mark(tx, reminder);
      await this.tell(tx, actor, rows, null);
      return rows.map(({ unitId }) => unitId);
    });
  }

  /** Whom it would reach now, from which office, and what it is about. @throws campaign.notFound */
  async weigh(actor: Actor, reminder: AskedReminder): Promise<{ unitId: string; title: string; reach: Reach }> {
    const place = await this.place(actor, reminder);
    return { ...place, reach: reachOf(await this.due(reminder)) };
  }

  due(reminder: AskedReminder): Promise<{ unitId: string }[]> {
    return this.database.rows(
      sql`select unit_id as "unitId" from reports where ${asked(reminder)} and ${due(this.clock.today())}`,
    );
  }

  private async place(actor: Actor, reminder: AskedReminder): Promise<{ unitId: string; title: string }> {
    const place =
      reminder.kind === 'reportReminder'
        ? { unitId: reminder.unitId, title: reminder.month }
        : await this.database.manager.findOne(Campaign, {
            select: { unitId: true, title: true },
            where: { id: reminder.campaignId },
          });
    if (!place) throw campaignErrors.notFound();
    await this.scope.require(actor, 'report.receive', { unitId: place.unitId });
    return place;
  }

  private mark(tx: Tx, reminder: AskedReminder): Promise<Chased[]> {
    const today = this.clock.today();
    return rowsOf<Chased>(
      tx,
      sql`with was as (
          select id, chased_on from reports where ${asked(reminder)} and ${due(today)} for update)
        update reports r set chased_on = ${today}::date from was where r.id = was.id
        returning r.id, r.unit_id as "unitId", was.chased_on::text as before`,
    );
  }

  private async tell(tx: Tx, actor: Actor, rows: readonly Chased[], act: Held | null): Promise<void> {
    await this.outbox.appendMany(
      tx,
      rows.map(({ id, unitId }) => reportChased({ reportId: id, ...(act && { act }) }, { unitId })),
      actor,
    );
    const reports = rows.map(({ id, before }) => ({ id, before }));
    await this.acts.keep(tx, act, actor, KIND, { on: this.clock.today(), reports } satisfies Before);
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
