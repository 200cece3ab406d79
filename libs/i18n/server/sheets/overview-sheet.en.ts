import type { OverviewSheetWords } from './overview-sheet.vi.ts';

/** English words of the overview as a workbook. */
export const overviewSheetEn: OverviewSheetWords = {
  file: 'Overview - {unit} - {month}',
  tab: 'Overview',
  title: 'OVERVIEW OF {month}: {unit}',
  window: 'Figures from {from} to {to} · reports by the end of {due} · by the units of {at} · taken at {time} on {day}',
  commune: 'Commune',
  hamlet: 'Hamlet',
  active: 'Teams with activity',
  teams: 'Teams',
  share: '% of teams with activity',
  report: 'Report',
  daysLate: 'Days late',
  due: 'Tasks due',
  inTime: 'Done in time',
  shareInTime: '% in time',
  silent: 'Silent teams',
  waiting: 'Results to confirm',
  difficulties: 'Open difficulties',
  overdue: 'Overdue difficulties',
  total: 'Total',
  'report.on_time': 'in time',
  'report.late': 'late',
  'report.returned': 'given back',
  'report.missing': 'overdue, not sent',
  'report.not_due': 'not due yet',
};
