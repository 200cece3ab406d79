import { aboutReport } from './about-report.ts';
import type { MessageDefinition } from './message-definition.ts';

/** The sender wants a sent version back; the receiver gives it back by returning it. */
export const revisionAskedMessage: MessageDefinition<{ reportId: string; version: number }> = {
  kind: 'revisionAsked',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'report',
  async draft({ reportId }, occurrence, facts) {
    const report = await facts.reporting.report(reportId);
    if (!report?.revision_reason) return undefined;
    return aboutReport(report, occurrence, {
      personIds: await facts.reportAudience.receivers(report.receiver_id),
      reason: report.revision_reason,
    });
  },
};
