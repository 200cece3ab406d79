import { aboutReport, isOpen } from './about-report.ts';
import type { MessageDefinition } from './message-definition.ts';

/** The receiver asks by hand. */
export const reportChasedMessage: MessageDefinition<{ reportId: string }> = {
  kind: 'reportChased',
  repeatable: true,
  mandatory: 'all',
  opens: 'report',
  async draft({ reportId }, occurrence, facts) {
    const report = await facts.reporting.report(reportId);
    if (!report || !isOpen(report)) return undefined;
    return aboutReport(report, occurrence, { personIds: await facts.reportAudience.askedFor(report), days: 2 });
  },
};
