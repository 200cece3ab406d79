import { aboutReport } from './about-report.ts';
import type { MessageDefinition } from './message-definition.ts';

/** The sender hears that nothing is left to do. */
export const reportAcceptedMessage: MessageDefinition<{ reportId: string; version: number }> = {
  kind: 'reportAccepted',
  repeatable: false,
  mandatory: 'nobody',
  digest: true,
  opens: 'report',
  async draft({ reportId }, occurrence, facts) {
    const report = await facts.reporting.report(reportId);
    if (report?.state !== 'accepted') return undefined;
    return aboutReport(report, occurrence, { personIds: await facts.reportAudience.writers(report.writtenBy) });
  },
};
