import { agoOf, changeOf, partialOf, sourcesOf, type YearAgo, yearOf } from './year-ago.ts';

const count = (numerator: number) => ({ numerator, denominator: null });
const by = { id: 'p', fullName: 'Trịnh Thị Bình', position: null };
const source = { importId: 'i', source: 'Báo cáo 88', by, at: '2026-11-20T02:20:00Z' };
const month = (name: string, ago: YearAgo['months'][number]['ago']) => ({
  month: name,
  before: name.replace('2026', '2025'),
  ago,
});
const imported = (known: number) => ({
  from: 'imported' as const,
  known,
  of: 3,
  figures: [{ code: 'CQ02', pair: count(40) }],
  sources: [source],
});
const view = {
  unit: { id: 'u', kind: 'province' as const, name: 'Thanh Hóa', fullName: 'Tỉnh Thanh Hóa' },
  months: [
    month('2026-09', null),
    month('2026-10', imported(2)),
    month('2026-11', imported(3)),
    month('2026-12', { ...imported(3), from: 'records', sources: [] }),
  ],
  year: { year: '2025', ago: imported(3) },
  indicators: [],
} satisfies YearAgo;

it('says what was a year ago, and whether it was imported', () => {
  expect(agoOf(view, '2026-11', 'CQ02')).toEqual({ pair: count(40), isImported: true });
  expect(agoOf(view, '2026-12', 'CQ02')).toEqual({ pair: count(40), isImported: false });
  expect(yearOf(view, 'CQ02')).toEqual({ pair: count(40), isImported: true });
  expect([agoOf(view, '2026-09', 'CQ02'), agoOf(view, '2026-11', 'XX01'), agoOf(undefined, '2026-11', 'CQ02')]).toEqual(
    [undefined, undefined, undefined],
  );
});

it('compares nothing with a part, and names it', () => {
  expect(agoOf(view, '2026-10', 'CQ02')).toBeUndefined();
  expect(partialOf(view)).toEqual([{ before: '2025-10', known: 2, of: 3 }]);
  expect(sourcesOf(view)).toEqual(['Báo cáo 88']);
});

it.each([
  [count(46), count(40), 'sum', { value: 15, isPoints: false }],
  [count(3), count(0), 'sum', null],
  [{ numerator: null, denominator: null }, count(4), 'sum', null],
  [{ numerator: 9, denominator: 10 }, { numerator: 3, denominator: 4 }, 'ratio', { value: 15, isPoints: true }],
] as const)('%j against %j', (now, ago, aggregation, change) => {
  expect(changeOf(now, ago, aggregation)).toEqual(change);
});
