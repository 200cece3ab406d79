import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { type ReportData, reportColumns, reportTables } from '../../reports/report/report.rows.ts';
import { campaignErrors } from '../../reporting.errors.ts';
import { PresentReport } from '../../reports/reports/present-report.ts';
import { Campaigns } from './campaigns.ts';
import { standing } from '../consolidation/read-board.ts';
import { remindedOf } from '../consolidation/reminded.ts';
import { Campaign } from './campaign.entity.ts';

type View = RouteAnswer<typeof routes.readCampaign>;

/** A campaign with each unit that was asked: who has sent, who is late, whom reminders went to; and the office's own sum. */
@Injectable()
export class ReadCampaign {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly campaigns: Campaigns,
    private readonly present: PresentReport,
    private readonly clock: Clock,
  ) {}

  /** @throws campaign.notFound */
  async execute(actor: Actor, campaignId: string): Promise<View> {
    const place: { unitId: string } | null = await this.database.manager.findOne(Campaign, {
      select: { unitId: true },
      where: { id: campaignId },
    });
    if (!place) throw campaignErrors.notFound();
    await this.scope.require(actor, 'report.receive', { unitId: place.unitId });
    const campaign = (await this.campaigns.under(place.unitId)).find(({ id }) => id === campaignId);
    if (!campaign) throw campaignErrors.notFound();
    const reports = await this.database.rows<ReportData>(
      sql`select ${reportColumns} from ${reportTables} where r.campaign_id = ${campaignId}`,
    );
    const own = reports.find(({ unitId }) => unitId === place.unitId);
    const heads = await this.present.heads(reports.filter((report) => report !== own));
    const byId = new Map(reports.map((report) => [report.id, report]));
    const today = this.clock.today();
    const units = heads
      .map((head) => ({
        unit: head.unit,
        report: head,
        ...standing(head, today),
        reminded: remindedOf(byId.get(head.id)),
      }))
      .sort((a, b) => comparePlaces(a.unit.fullName, b.unit.fullName));
    return { ...campaign, ownReportId: own?.id ?? null, units };
  }
}
