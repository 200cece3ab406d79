import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { openReportStates } from '#contracts/reporting/report-states';
import type { Actor } from '#platform/auth';
import { ReportAccess } from '../report-access.ts';
import type { ReportData } from '../report.rows.ts';
import { ReportPeople } from '../reports/report-people.ts';
import { ApprovalQueries } from './approval.queries.ts';

type Report = RouteAnswer<typeof routes.readReport>;
type Approvals = Awaited<ReturnType<ApprovalQueries['of']>>;

/** How far a report is on its way to the head of its unit. */
@Injectable()
export class ReadApproval {
  constructor(
    private readonly access: ReportAccess,
    private readonly approvals: ApprovalQueries,
    private readonly people: ReportPeople,
  ) {}

  async of(actor: Actor, report: ReportData): Promise<{ approval: Report['approval']; mayApprove: boolean }> {
    const isOpen = openReportStates.includes(report.state);
    const [isNeeded, approvers, all] = await Promise.all([
      this.approvals.isNeeded(report),
      this.approvals.approvers(report.unitId),
      this.approvals.of(report.id),
    ]);
    const last = all.at(-1);
    const asked = last?.outcome === null ? last : undefined;
    const refused = isOpen && last?.outcome === 'refused' ? last : undefined;
    const person = await this.people.people([...approvers, refused?.decidedBy ?? null]);
    const isOthers = asked !== undefined && asked.askedBy !== actor.personId;
    return {
      approval: {
        isNeeded: isNeeded && isOpen,
        asked: asked ? { note: asked.note, lateReason: asked.lateReason } : null,
        approvers: isNeeded || asked ? approvers.map(person) : [],
        refused: refused
          ? {
              by: person(refused.decidedBy as string),
              at: (refused.decidedAt as Date).toISOString(),
              reason: refused.reason ?? '',
            }
          : null,
      },
      mayApprove:
        isOthers && approvers.includes(actor.personId) && (await this.access.may(actor, 'report.approve', report)),
    };
  }

  /** Beside the versions that were sent. */
  async steps(reportId: string): Promise<Report['steps']> {
    const all: Approvals = await this.approvals.of(reportId);
    const person = await this.people.people(all.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]));
    const nothing = { version: null, daysLate: null };
    return all.flatMap(({ askedAt, askedBy, note, outcome, decidedAt, decidedBy, reason }) => {
      if (outcome === 'dropped') return [];
      const step = {
        ...nothing,
        kind: 'approval_asked' as const,
        at: askedAt.toISOString(),
        by: person(askedBy),
        note,
      };
      if (!outcome || !decidedAt || !decidedBy) return [step];
      const kind = outcome === 'approved' ? ('approved' as const) : ('approval_refused' as const);
      return [step, { ...nothing, kind, at: decidedAt.toISOString(), by: person(decidedBy), note: reason }];
    });
  }
}
