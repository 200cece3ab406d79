import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { openReportStates } from '#contracts/reporting/report-states';
import type { PersonRef } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { ReportAccess } from './report-access.ts';
import type { ReportData } from './report.rows.ts';
import { ReportPeople } from './report-people.ts';
import { ApprovalQueries } from './approval.queries.ts';

type Report = RouteAnswer<typeof routes.readReport>;
type Approval = Awaited<ReturnType<ApprovalQueries['of']>>[number];

/** How far a report is on its way to the head of its unit. */
@Injectable()
export class ReadApproval {
  constructor(
    private readonly access: ReportAccess,
    private readonly approvals: ApprovalQueries,
    private readonly people: ReportPeople,
  ) {}

  /** With each time that it was asked for, to stand beside the versions that were sent. */
  async of(
    actor: Actor,
    report: ReportData,
  ): Promise<{ approval: Report['approval']; mayApprove: boolean; steps: Report['steps'] }> {
    const [isNeeded, all] = await Promise.all([this.approvals.isNeeded(report), this.approvals.of(report.id)]);
    const last = all.at(-1);
    const asked = last?.outcome === null ? last : undefined;
    const isOpen = openReportStates.includes(report.state);
    const refused = isOpen && last?.outcome === 'refused' ? last : undefined;
    const askerId = asked?.askedBy ?? actor.personId;
    const approvers = (isNeeded && isOpen) || asked ? await this.approvals.approvers(report.unitId, askerId) : [];
    const person = await this.people.people([...approvers, ...all.flatMap((one) => [one.askedBy, one.decidedBy])]);
    return {
      approval: {
        isNeeded: isNeeded && isOpen,
        asked: asked ? { note: asked.note, lateReason: asked.lateReason } : null,
        approvers: approvers.map(person),
        refused:
          refused?.decidedBy && refused.decidedAt
            ? { by: person(refused.decidedBy), at: refused.decidedAt.toISOString(), reason: refused.reason ?? '' }
            : null,
      },
      mayApprove:
        asked !== undefined &&
        approvers.includes(actor.personId) &&
        (await this.access.may(actor, 'report.approve', report)),
      steps: all.flatMap((one) => stepsOf(one, person)),
    };
  }
}

/** What was taken back before anybody decided is no step. */
function stepsOf(one: Approval, person: (id: string) => PersonRef): Report['steps'] {
  const { askedAt, askedBy, note, outcome, decidedAt, decidedBy, reason } = one;
  if (outcome === 'dropped') return [];
  const nothing = { version: null, daysLate: null };
  const asked = { ...nothing, kind: 'approval_asked' as const, at: askedAt.toISOString(), by: person(askedBy), note };
  if (!outcome || !decidedAt || !decidedBy) return [asked];
  const kind = outcome === 'approved' ? ('approved' as const) : ('approval_refused' as const);
  return [asked, { ...nothing, kind, at: decidedAt.toISOString(), by: person(decidedBy), note: reason }];
}
