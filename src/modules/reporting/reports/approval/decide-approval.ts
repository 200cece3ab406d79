import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';

import { Outbox } from '#platform/outbox';
import { ReportAccess } from '../report/report-access.ts';
import type { ReportData } from '../report/report.rows.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { approvalRefused, reportApproved } from '../../reporting.events.ts';
import { SubmitReport } from '../reports/submit-report.ts';
import { ApprovalQueries } from '../report/approval.queries.ts';
import { ReportApproval } from '../report/report-approval.entity.ts';

/** What the head of a unit does with a report that was put before them. Nobody approves what they asked for themselves. */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly access: ReportAccess,
    private readonly approvals: ApprovalQueries,
    private readonly submitting: SubmitReport,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Approves the words and figures that were read and sends them in the same moment.
   * @throws platform.denied, report.approverOnly, approvalNotAsked, and what refuses the sending
   */
  async approve(actor: Actor, reportId: string, input: RouteBody<typeof routes.approveReport>): Promise<void> {
    await this.access.change(actor, reportId, 'report.approve', async (tx, report, now) => {
      const asked = await this.asked(actor, report);
      const { withMissing } = asked;
      const lateReason = input.lateReason ?? asked.lateReason ?? undefined;
      const version = await this.submitting.send(tx, actor, {
        report,
        input: { ...input, lateReason, withMissing },
        by: asked.askedBy,
        now,
      });
      await tx.update(
        ReportApproval,
        { id: asked.id },
        { outcome: 'approved', decidedAt: now, decidedBy: actor.personId, version },
      );
      const event = reportApproved({ reportId, approvalId: asked.id, version }, { unitId: report.unitId });
      await this.outbox.append(tx, event, actor);
    });
  }

  /** @throws platform.denied, report.approverOnly, approvalNotAsked */
  async refuse(actor: Actor, reportId: string, { reason }: RouteBody<typeof routes.refuseApproval>): Promise<void> {
    await this.access.change(actor, reportId, 'report.approve', async (tx, report, now) => {
      const { id } = await this.asked(actor, report);
      await tx.update(
        ReportApproval,
        { id },
        { outcome: 'refused', decidedAt: now, decidedBy: actor.personId, reason },
      );
      const event = approvalRefused({ reportId, approvalId: id }, { unitId: report.unitId });
      await this.outbox.append(tx, event, actor);
    });
  }

  private async asked(actor: Actor, report: ReportData) {
    const asked = await this.approvals.open(report.id);
    const heads = await this.approvals.heads(report.unitId);
    if (!heads.includes(actor.personId)) throw reportErrors.approverOnly();
    if (!asked) throw reportErrors.approvalNotAsked();
    const approvers = await this.approvals.approvers(report.unitId, asked.askedBy);
    if (!approvers.includes(actor.personId)) throw reportErrors.approverOnly();
    return asked;
  }
}
