import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { ReportAccess } from '../report/report-access.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { approvalAsked, approvalDropped } from '../../reporting.events.ts';
import { SubmitReport } from '../reports/submit-report.ts';
import { ApprovalQueries } from '../report/approval.queries.ts';
import { ReportApproval } from '../report/report-approval.entity.ts';

/** Puts a report before the head of its unit, or takes it back from there. */
@Injectable()
export class AskApproval {
  constructor(
    private readonly access: ReportAccess,
    private readonly approvals: ApprovalQueries,
    private readonly submitting: SubmitReport,
    private readonly outbox: Outbox,
  ) {}

  /**
   * What could not be sent is not put before anybody.
   * @throws report.approvalNotNeeded, approvalAsked, noApprover, and what refuses the sending
   */
  async execute(actor: Actor, reportId: string, input: RouteBody<typeof routes.askApproval>): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report, now) => {
      if (!(await this.approvals.isNeeded(report))) throw reportErrors.approvalNotNeeded();
      if (report.approvalAskedAt) throw reportErrors.approvalAsked();
      await this.submitting.check(tx, report, input, now);
      const approvers = await this.approvals.approvers(report.unitId, actor.personId);
      if (approvers.length === 0) throw reportErrors.noApprover();
      const id = v7();
      await tx.insert(ReportApproval, {
        id,
        reportId,
        askedAt: now,
        askedBy: actor.personId,
        note: input.note || null,
        lateReason: input.lateReason ?? null,
        withMissing: input.withMissing,
      });
      await this.outbox.append(tx, approvalAsked({ reportId, approvalId: id }, { unitId: report.unitId }), actor);
    });
  }

  /** @throws report.approvalNotAsked */
  async drop(actor: Actor, reportId: string): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report, now) => {
      const asked = await this.approvals.open(reportId);
      if (!asked) throw reportErrors.approvalNotAsked();
      await tx.update(
        ReportApproval,
        { id: asked.id },
        { outcome: 'dropped', decidedAt: now, decidedBy: actor.personId },
      );
      const event = approvalDropped({ reportId, approvalId: asked.id }, { unitId: report.unitId });
      await this.outbox.append(tx, event, actor);
    });
  }
}
