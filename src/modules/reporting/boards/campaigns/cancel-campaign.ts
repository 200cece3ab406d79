import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { campaignErrors } from '../../reporting.errors.ts';
import { campaignCancelled } from '../../reporting.events.ts';
import { Campaign } from './campaign.entity.ts';

type Answer = RouteAnswer<typeof routes.cancelCampaign>;

/** Takes a campaign back: nobody owes it any more and reminders stop. What was sent is a record and stays. */
@Injectable()
export class CancelCampaign {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws campaign.notFound; a second time as well */
  async execute(
    actor: Actor,
    campaignId: string,
    { reason }: RouteBody<typeof routes.cancelCampaign>,
  ): Promise<Answer> {
    const place: { unitId: string; recallUntil: Date } | null = await this.database.manager.findOne(Campaign, {
      select: { unitId: true, recallUntil: true },
      where: { id: campaignId },
    });
    if (!place) throw campaignErrors.notFound();
    await this.scope.require(actor, 'report.receive', { unitId: place.unitId });
    return this.database.tx(async (tx) => {
      const [campaign] = await rowsOf(
        tx,
        sql`update campaigns set cancelled_at = ${this.clock.now()}, cancelled_by = ${actor.personId}, cancel_reason = ${reason}
          where id = ${campaignId} and cancelled_at is null returning id`,
      );
      if (!campaign) throw campaignErrors.notFound();
      await rowsOf(tx, looks(campaignId));
      await rowsOf(tx, approvals(campaignId));
      const withdrawn = await rowsOf<{ unitId: string }>(tx, unsent(campaignId));
      const [{ kept } = { kept: 0 }] = await rowsOf<{ kept: number }>(tx, sent(campaignId, place.unitId));
      // The office's own sum was asked for by nobody.
      const unitIds = withdrawn.map(({ unitId }) => unitId).filter((unitId) => unitId !== place.unitId);
      const silent = this.clock.now() < place.recallUntil;
      await this.outbox.append(tx, campaignCancelled({ campaignId, unitIds, silent }, { unitId: place.unitId }), actor);
      return { withdrawn: unitIds.length, kept };
    });
  }
}

const looks = (campaignId: string) => sql`
  delete from report_looks l using reports r where r.id = l.report_id and r.campaign_id = ${campaignId} and r.version = 0`;
const approvals = (campaignId: string) => sql`
  delete from report_approvals a using reports r where r.id = a.report_id and r.campaign_id = ${campaignId} and r.version = 0`;
const unsent = (campaignId: string) =>
  sql`delete from reports where campaign_id = ${campaignId} and version = 0 returning unit_id as "unitId"`;
const sent = (campaignId: string, unitId: string) => sql`
  select count(*)::int as kept from reports where campaign_id = ${campaignId} and unit_id <> ${unitId}`;
