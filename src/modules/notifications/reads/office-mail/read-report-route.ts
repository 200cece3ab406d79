import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import { ReportingApi } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { OwnMailbox } from './own-mailbox.ts';
import { ReadRecipients } from './read-recipients.ts';

/** To whom a report goes: its receiver, which reads it here, and the offices that it names. */
@Injectable()
export class ReadReportRoute {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly reporting: ReportingApi,
    private readonly recipients: ReadRecipients,
    private readonly ownMailbox: OwnMailbox,
  ) {}

  async execute(actor: Actor, reportId: string): Promise<RouteAnswer<typeof routes.reportRoute>> {
    const report = await this.reporting.report(reportId);
    if (!report) throw platformErrors.notFound();
    await this.scope.require(actor, 'report.read', { unitId: report.unitId });
    const [{ canMail, offices }, receiver] = await Promise.all([
      this.recipients.of(report.unitId),
      this.receiver(report.receiverId),
    ]);
    const named = report.kind === 'roster' ? [] : offices.filter(({ line }) => line !== null);
    return {
      canMail,
      receiver,
      offices: named.map(({ name, isPerson, used }) => ({ name, isPerson, address: used?.address ?? null })),
    };
  }

  private async receiver(unitId: string | null) {
    const unit = unitId && (await this.organization.unitRef(unitId));
    return unit ? { unit, address: await this.ownMailbox.address(unit.id) } : null;
  }
}
