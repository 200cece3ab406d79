import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { SecondApproval } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import { ReportingApi } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { ReportAudience } from '../../plan/messages/facts/report-audience.ts';
import { PreviewTold, type ToldPlace } from '../../plan/planning/preview-told.ts';

type Answer = RouteAnswer<typeof routes.previewRemind>;

/** Who would be told of a reminder and by which route, as the message itself chooses them. */
@Injectable()
export class PreviewRemind {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly reporting: ReportingApi,
    private readonly audience: ReportAudience,
    private readonly told: PreviewTold,
    private readonly approval: SecondApproval,
  ) {}

  async ofMonth(
    actor: Actor,
    unitId: string,
    { month, unitIds }: RouteBody<typeof routes.previewRemind>,
  ): Promise<Answer> {
    await this.scope.require(actor, 'report.receive', { unitId });
    return this.preview(actor, unitId, await this.reporting.owed(unitId, month, unitIds), 'reportChased');
  }

  /** @throws platform.notFound */
  async ofCampaign(
    actor: Actor,
    campaignId: string,
    { unitIds }: RouteBody<typeof routes.previewCampaignReminder>,
  ): Promise<Answer> {
    const campaign = await this.reporting.campaign(campaignId);
    if (!campaign) throw platformErrors.notFound();
    await this.scope.require(actor, 'report.receive', { unitId: campaign.unitId });
    const owed = await this.reporting.owedToCampaign(campaignId, unitIds);
    return this.preview(actor, campaign.unitId, owed, 'reportChased');
  }

  /** After the right to ask for it. */
  async preview(
    actor: Actor,
    officeId: string,
    owed: Awaited<ReturnType<ReportingApi['owed']>>,
    kind: 'reportChased' | 'formChased',
  ): Promise<Answer> {
    const asked = await this.audience.askedForEach(owed);
    const units = await this.organization.unitRefs(owed.map((report) => report.unitId));
    const told: ToldPlace[] = [];
    const left: Answer['left'] = [];
    for (const [index, { unitId: id, isOpen, isChased }] of owed.entries()) {
      const people = asked[index] ?? [];
      const named = { id, name: units.get(id)?.fullName ?? '' };
      const why = !isOpen ? 'sent' : isChased ? 'today' : people.length === 0 ? 'nobody' : null;
      if (why) left.push({ ...named, why });
      else told.push({ ...named, people });
    }
    const due = owed.filter(({ isOpen, isChased }) => isOpen && !isChased).map(({ unitId }) => unitId);
    const reach = { unitIds: due, action: 'report.write' } as const;
    const secondApproval = await this.approval.shown(officeId, 'report.receive', reach, actor.personId);
    return this.told.of({ kind, isDuty: true, told, left, secondApproval });
  }
}
