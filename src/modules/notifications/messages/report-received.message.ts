import { aboutReport } from './about-report.ts';
import type { MessageDefinition } from './message-definition.ts';

/** The receiving office has a version to look at; one that was decided on or sent anew meanwhile stays untold. */
export const reportReceivedMessage: MessageDefinition<{ reportId: string; version: number }> = {
  kind: 'reportReceived',
  repeatable: false,
  mandatory: 'nobody',
  digest: true,
  opens: 'report',
  async draft({ reportId, version }, occurrence, facts) {
    const report = await facts.reporting.report(reportId);
    if (report?.state !== 'submitted' || report.version !== version) return undefined;
    const daysLate = await facts.reporting.daysLate(reportId, version);
    return aboutReport(report, occurrence, {
      personIds: await facts.reportAudience.receivers(report.receiver_id),
      more: { daysLate },
    });
  },
};
