import type { yearAgoVi } from './year-ago.vi.ts';

export const yearAgoEn: Record<keyof typeof yearAgoVi, string> = {
  'ago.title': 'Against the same month a year ago',
  'ago.series': 'a year ago',
  'ago.seriesImported': 'a year ago (* imported)',
  'ago.head': 'A year ago',
  'ago.change': 'Change',
  'ago.points': '{n} points',
  'ago.year': 'all of {year}: {value}',
  'ago.imported': '* imported, not from records. Source: {sources}',
  'ago.partial': 'Not whole, so not compared: {months}',
  'ago.partialMonth': '{month} ({known}/{of} communes)',
};
