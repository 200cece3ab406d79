import type { Part } from './work-parts.ts';
import { groupsOf, monthIn, totalOf } from './work-parts.ts';

const part = (kind: Part['kind'], count: number, ...days: (string | null)[]): Part => ({
  kind,
  count,
  first: days.map((dueOn, n) => ({ id: `${kind}${n}`, label: kind, dueOn })),
});

describe('open work of a post', () => {
  const parts = [
    part('difficulty', 2, '2026-11-29', null),
    part('result', 5, '2026-12-05'),
    part('extension', 1, '2026-11-27'),
    part('order', 1, null),
  ];

  it('stands in four groups in one order, each with its sum and its nearest day', () => {
    expect(groupsOf(parts).map(({ group, count, nearest }) => [group, count, nearest])).toEqual([
      ['drafts', 1, null],
      ['decisions', 6, '2026-11-27'],
      ['difficulties', 2, '2026-11-29'],
    ]);
    expect(totalOf(parts)).toBe(9);
  });

  it('knows a report by its month', () => {
    expect([monthIn('2026-11'), monthIn('2026-09 · Xã Pù Nhi'), monthIn('Phụ lục 1')]).toEqual([11, 9, null]);
  });
});
