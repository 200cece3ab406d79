import { aboutReport } from './about-report.ts';
import type { MessageDefinition } from './message-definition.ts';

/** The cells are named; what was written about each stays behind the sign-in. */
export const reportSentBackMessage: MessageDefinition<{ reportId: string; version: number }> = {
  kind: 'reportSentBack',
  repeatable: true,
  mandatory: 'all',
  opens: 'report',
  async draft({ reportId, version }, occurrence, facts) {
    const report = await facts.reporting.report(reportId);
    if (report?.state !== 'returned' || report.version !== version) return undefined;
    const returned = await facts.reporting.returned(reportId, version);
    return aboutReport(report, occurrence, {
      personIds: await facts.reportAudience.writers(report.writtenBy),
      reason: returned?.note ?? null,
      more: { cells: returned?.cells ?? [] },
    });
  },
};
