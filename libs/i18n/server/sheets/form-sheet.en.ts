import type { FormSheetWords } from './form-sheet.vi.ts';

export const formSheetEn: FormSheetWords = {
  file: '{title} - {unit}',
  tab: 'Answers',
  asked: 'Asked by {unit}, due by the end of {due}. {answered} of {units} units have answered, taken on {on}.',
  apart: 'The sums leave out {count} cells that are being asked about again.',
  unit: 'Commune',
  standing: 'Standing',
  yes: 'Yes',
  no: 'No',
  total: 'Total',
  'standing.on_time': 'on time',
  'standing.late': 'late',
  'standing.returned': 'being mended',
  'standing.missing': 'overdue, no answer',
  'standing.not_due': 'no answer yet',
};
