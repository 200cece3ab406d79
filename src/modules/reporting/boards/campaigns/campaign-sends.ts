import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendKinds } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { campaignErrors } from '../../reporting.errors.ts';
import { PlanCampaign } from './plan-campaign.ts';
import { StartCampaign } from './start-campaign.ts';

/** A report asked for once that waits for a second officer: who is asked is chosen by the day on which it is approved. */
@Injectable()
export class CampaignSends implements OnModuleInit {
  constructor(
    private readonly kinds: SendKinds,
    private readonly plan: PlanCampaign,
    private readonly starting: StartCampaign,
    private readonly organization: OrganizationApi,
  ) {}

  onModuleInit(): void {
    this.kinds.keep('campaign', {
      action: 'report.receive',
      prepare: async (actor, content) => {
        const { unitId, campaign } = content;
        const reach = await this.plan.weigh(actor, unitId, campaign);
        await this.requireDirective(campaign.directiveId);
        return { unitId, title: campaign.title, content, reach };
      },
      chosen: ({ unitId, campaign }) => this.plan.unitIds(unitId, campaign),
      send: async (actor, { unitId, campaign }, approved) => {
        const { id } = await this.starting.execute(actor, unitId, campaign, approved);
        return { resultId: id, sentIds: await this.plan.unitIds(unitId, campaign) };
      },
    });
  }

  private async requireDirective(id: string | undefined): Promise<void> {
    if (id && !(await this.organization.directives([id])).has(id))
      throw campaignErrors.directiveUnknown({ path: 'directiveId' });
  }
}
