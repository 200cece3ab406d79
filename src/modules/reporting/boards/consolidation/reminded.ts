import type { ReportData } from '../../reports/report/report.rows.ts';

/** Reminders that went out, and the last day on which somebody reminded by hand. */
export const remindedOf = (report: Pick<ReportData, 'reminded' | 'chasedOn'> | undefined) => ({
  steps: report?.reminded ?? [],
  byHandOn: report?.chasedOn ?? null,
});
