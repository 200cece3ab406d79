import type { RestatedSheetWords } from './restated-sheet.vi.ts';

export const restatedSheetEn: RestatedSheetWords = {
  file: 'Figures in the units of today - {unit} - {month}',
  tab: 'Units of today',
  title: 'FIGURES OF {month} IN THE UNITS OF TODAY: {unit}',
  since: 'By the units since {since}',
  window: 'Period {from} to {to} · what was sent is not changed, only added up again · taken at {time} on {day}',
  unit: 'Unit of today',
  parts: 'Units of then',
  unknown: 'not known',
  atLeast: 'not known, at least {value}',
  undivided: 'Not divided yet',
  total: 'Total of {unit}',
  counted: '{n} units of then',
  equal: 'Equal to the total in the units of then, in every column. “not known” is neither “–” (not reported) nor 0.',
  differs: 'Not the total in the units of then in: {codes}. Units came from elsewhere or went there.',
};
