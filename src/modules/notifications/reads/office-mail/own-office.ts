import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import { ReportingApi, type ToldReport } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';

/** Mailboxes and mails of a unit are kept where its reports are written, by nobody above. */
@Injectable()
export class OwnOffice {
  constructor(
    private readonly scope: Scope,
    private readonly reporting: ReportingApi,
  ) {}

  /** @throws platform.denied */
  async require(actor: Actor, ...unitIds: readonly string[]): Promise<void> {
    const own = this.scope.unitIds(actor, 'report.write').find((id) => unitIds.includes(id));
    if (!own) throw platformErrors.denied();
    await this.scope.require(actor, 'report.write', { unitId: own });
  }

  /** @throws platform.notFound, platform.denied */
  async report(actor: Actor, reportId: string): Promise<ToldReport> {
    const report = await this.reporting.report(reportId);
    if (!report) throw platformErrors.notFound();
    await this.require(actor, ...report.writtenBy);
    return report;
  }
}
