import { aboutReport } from './about-report.ts';
import type { MessageDefinition } from './message-definition.ts';

/** A closed report may be sent until a day. */
export const lateReportAllowedMessage: MessageDefinition<{ reportId: string }> = {
  kind: 'lateReportAllowed',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'report',
  async draft({ reportId }, occurrence, facts) {
    const report = await facts.reporting.report(reportId);
    if (!report?.exception_until) return undefined;
    return aboutReport(report, occurrence, {
      personIds: await facts.reportAudience.writers(report.writtenBy),
      until: report.exception_until,
      reason: report.exception_reason,
    });
  },
};
