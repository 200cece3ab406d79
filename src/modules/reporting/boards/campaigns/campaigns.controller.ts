import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { Campaigns } from './campaigns.ts';
import { CancelCampaign } from './cancel-campaign.ts';
import { PlanCampaign } from './plan-campaign.ts';
import { ReadCampaign } from './read-campaign.ts';
import { ChaseReports } from './chase-reports.ts';
import { StartCampaign } from './start-campaign.ts';

/** What is asked for once of every commune below. */
@Controller()
export class CampaignsController {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly one: ReadCampaign,
    private readonly plan: PlanCampaign,
    private readonly starting: StartCampaign,
    private readonly cancelling: CancelCampaign,
    private readonly chasing: ChaseReports,
  ) {}

  @Handle(routes.listCampaigns)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.campaigns.list(actor, unitId);
  }

  @Handle(routes.listLongPeriods)
  periods(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.plan.periods(actor, unitId);
  }

  @Handle(routes.previewCampaign)
  preview(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.previewCampaign>,
  ) {
    return this.plan.preview(actor, unitId, query);
  }

  @Handle(routes.startCampaign)
  start(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.startCampaign>,
  ) {
    return this.starting.execute(actor, unitId, input);
  }

  @Handle(routes.readCampaign)
  campaign(@CurrentActor() actor: Actor, @PathId('campaignId') id: string) {
    return this.one.execute(actor, id);
  }

  @Handle(routes.remindCampaign)
  remind(
    @CurrentActor() actor: Actor,
    @PathId('campaignId') id: string,
    @Input() input: RouteBody<typeof routes.remindCampaign>,
  ) {
    return this.chasing.execute(actor, { kind: 'campaignReminder', campaignId: id, ...input });
  }

  @Handle(routes.cancelCampaign)
  cancel(
    @CurrentActor() actor: Actor,
    @PathId('campaignId') id: string,
    @Input() input: RouteBody<typeof routes.cancelCampaign>,
  ) {
    return this.cancelling.execute(actor, id, input);
  }
}
