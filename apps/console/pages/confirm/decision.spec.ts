import { type Entry, liveEntries, partsOf, type ResultRow, sumOf, sumsOf } from './decision.ts';

const entry = (id: string, value: number, more: Partial<Entry> = {}): Entry => ({
  id,
  receipt: id,
  happenedOn: '2026-11-20',
  recordedAt: '2026-11-20T00:00:00Z',
  by: { id: 'p', fullName: 'Lê Thị Thắm', position: null },
  value,
  note: null,
  links: [],
  applicationCodes: [],
  photos: [],
  photosPending: 0,
  correctsId: null,
  correctedById: null,
  confirmedValue: null,
  confirmedAt: null,
  periodMonth: '2026-12',
  mine: false,
  ...more,
});
const result = { entries: [entry('a', 6), entry('b', 5), entry('c', 10)] } as ResultRow;

describe('a decision on a result', () => {
  it('returns everything when no part is confirmed', () => {
    expect(partsOf(result, {})).toEqual({ confirmed: 0, returned: 21, confirm: [] });
  });

  it('confirms parts of it and returns the rest', () => {
    expect(partsOf(result, { a: 6, c: 8 })).toEqual({
      confirmed: 14,
      returned: 7,
      confirm: [
        { entryId: 'a', value: 6 },
        { entryId: 'c', value: 8 },
      ],
    });
  });

  it('never confirms more than an entry says', () => {
    expect(partsOf(result, { b: 50 }).confirmed).toBe(5);
  });

  it('counts a correction instead of what it corrects, and leaves alone what was confirmed before', () => {
    const corrected = {
      entries: [
        entry('a', 6, { correctedById: 'd' }),
        entry('d', 4, { correctsId: 'a' }),
        entry('e', 3, { confirmedAt: '2026-11-21T00:00:00Z' }),
      ],
    } as ResultRow;
    expect(sumOf(liveEntries(corrected))).toBe(7);
    expect(partsOf(corrected, {}).returned).toBe(4);
  });

  it('comes to one sum for each thing that is counted', () => {
    const of = (code: string, ...entries: Entry[]) =>
      ({ task: null, report: { indicator: { code } }, entries }) as ResultRow;
    const many = [of('CQ01', entry('a', 6)), of('CQ02', entry('b', 5)), of('CQ01', entry('c', 1), entry('d', 2))];
    expect(sumsOf(many).map(({ indicator, sum }) => [indicator.code, sum])).toEqual([
      ['CQ01', 9],
      ['CQ02', 5],
    ]);
  });
});
