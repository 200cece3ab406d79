import { Injectable } from '@nestjs/common';
import { dateInVietnam } from '#i18n';
import type { Actor } from '#platform/auth';
import { rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ReportAccess } from '../report/report-access.ts';
import type { ReportData } from '../report/report.rows.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { reportWithdrawn } from '../../reporting.events.ts';
import { Report } from '../report/report.entity.ts';

/** Takes back a month's report that was opened by mistake. Nobody had written in it, so nothing is lost. */
@Injectable()
export class WithdrawReport {
  constructor(
    private readonly access: ReportAccess,
    private readonly outbox: Outbox,
  ) {}

  /** @throws report.notWithdrawable */
  async execute(actor: Actor, reportId: string): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report) => {
      if (!isWithdrawable(report)) throw reportErrors.notWithdrawable();
      await rowsOf(tx, sql`delete from report_approvals where report_id = ${reportId}`);
      await rowsOf(tx, sql`delete from report_looks where report_id = ${reportId}`);
      await tx.delete(Report, { id: reportId });
      const extra = { unitId: report.unitId, changes: { month: report.month } };
      await this.outbox.append(tx, reportWithdrawn({ reportId }, extra), actor);
    });
  }
}

type Opened = Pick<ReportData, 'kind' | 'version' | 'wordsVersion' | 'fixedDueOn' | 'openedAt'>;

/** What is owed is opened before it is due and would be opened again; what was opened later was somebody's wish. */
export function isWithdrawable({ kind, version, wordsVersion, fixedDueOn, openedAt }: Opened): boolean {
  return kind === 'monthly' && version === 0 && wordsVersion === 0 && dateInVietnam(openedAt) > fixedDueOn;
}
