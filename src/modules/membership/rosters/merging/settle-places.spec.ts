import fc from 'fast-check';
import { type PlaceToSettle, settlePlaces } from './settle-places.ts';

const row = (id: string, rank: number, from: string, to: string | null, key = 'team'): PlaceToSettle => ({
  id,
  rank,
  from,
  to,
  key,
});
const settle = (...rows: PlaceToSettle[]) => [...settlePlaces(rows)].sort();

describe('places that two records of one person have', () => {
  it('stay as they are where they do not meet', () => {
    expect(settle(row('a', 1, '2022-01-01', '2022-03-01'), row('b', 2, '2022-03-01', null))).toEqual([]);
    expect(settle(row('a', 1, '2022-01-01', null, 'one'), row('b', 2, '2022-01-01', null, 'other'))).toEqual([]);
  });

  it('are one place on the days that both have', () => {
    expect(settle(row('a', 1, '2022-02-01', null), row('b', 2, '2022-01-01', null))).toEqual([
      ['b', [{ from: '2022-01-01', to: '2022-02-01' }]],
    ]);
    expect(settle(row('a', 1, '2022-01-01', null), row('b', 2, '2022-02-01', '2022-04-01'))).toEqual([['b', []]]);
  });

  it('go on after the days of the higher role, which lie within', () => {
    expect(settle(row('deputy', 1, '2022-03-01', '2022-05-01'), row('member', 2, '2022-01-01', null))).toEqual([
      [
        'member',
        [
          { from: '2022-01-01', to: '2022-03-01' },
          { from: '2022-05-01', to: null },
        ],
      ],
    ]);
  });

  it('lose no day that one of the two was there, and have none twice', () => {
    const day = (n: number) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
    const range = fc
      .tuple(fc.nat(30), fc.nat(12), fc.nat(3))
      .map(([from, days, rank]) => ({ from: day(from), to: day(from + days + 1), rank }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const rows = ranges.map((one, n) => ({ ...one, id: String(n), key: 'team' }));
        const changed = settlePlaces(rows);
        const left = rows.flatMap((one) => changed.get(one.id) ?? [one]);
        for (let n = 0; n < 45; n += 1) {
          const holds = (one: { from: string; to: string | null }) =>
            one.from <= day(n) && (one.to === null || day(n) < one.to);
          expect(left.filter(holds)).toHaveLength(rows.some(holds) ? 1 : 0);
        }
      }),
    );
  });
});
