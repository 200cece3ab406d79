import type { restatedVi } from './restated.vi.ts';

export const restatedEn: Record<keyof typeof restatedVi, string> = {
  'rst.label': 'Read the figures by',
  'rst.then': 'Units of then',
  'rst.now': 'Units of today',
  'rst.title': '{unit}, {month}, in the units of today',
  'rst.unchanged': 'The sent report stays as it is. This table only reads its figures in the borders of today.',
  'rst.from.report': 'Whole reports of: {names}.',
  'rst.from.share': 'Divided by the teams that came here: {names}.',
  'rst.from.records': 'From records, as the unit ended within the period: {names}.',
  'rst.missing': 'Not sent for this period, so not in the table: {names}.',
  'rst.none': 'No figures of this period in the units of today.',
  'rst.table': 'Figures in the units of today',
  'rst.head.name': 'Indicator',
  'rst.head.then': 'Then',
  'rst.head.now': 'Today',
  'rst.unknown': 'Cannot be divided',
  'rst.why': 'It comes from rosters, registers or typing of a unit that was divided; no records by team could part it.',
  'rst.whichHeir': 'Unit that follows',
  'rst.more': '{names} and {n} more',
};
