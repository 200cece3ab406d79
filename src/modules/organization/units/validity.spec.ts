import fc from 'fast-check';
import { parseRange, rangeText } from './validity.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('validity', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(day, fc.option(day), (from, to) => expect(parseRange(rangeText(from, to))).toEqual({ from, to })),
    );
  });

  it('writes an open end as nothing', () => {
    expect(rangeText('2022-01-01')).toBe('[2022-01-01,)');
  });
});
