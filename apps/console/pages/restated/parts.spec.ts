import { isBegun, isWhole, leftOf, partsToSend } from './parts.ts';

const heirs = ['north', 'south'];
const count = (numerator: number | null) => ({ numerator, denominator: null });
const figures = [
  { code: 'TT01', pair: count(402) },
  { code: 'TC02', pair: { numerator: 2, denominator: 3 } },
];

it('says what is left of a figure, and when all of it is given to somebody', () => {
  expect(leftOf(count(402), { north: count(300) })).toEqual(count(102));
  expect(leftOf(count(402), { north: count(300), south: count(110) })).toEqual(count(-8));
  expect(isWhole(count(402), { north: count(402) }, heirs)).toBe(false);
  expect(isWhole(count(402), { north: count(402), south: count(0) }, heirs)).toBe(true);
  const ratio = { numerator: 2, denominator: 3 };
  expect(isWhole(ratio, { north: { numerator: 2, denominator: 2 }, south: count(0) }, heirs)).toBe(false);
  expect(
    isWhole(ratio, { north: { numerator: 2, denominator: 2 }, south: { numerator: 0, denominator: 1 } }, heirs),
  ).toBe(true);
});

it('sends what was begun, once all of that is whole', () => {
  expect([isBegun({}), isBegun({ north: count(null) }), isBegun({ north: count(0) })]).toEqual([false, false, true]);
  expect(partsToSend(figures, {}, heirs)).toBeUndefined();
  expect(partsToSend(figures, { TT01: { north: count(300) } }, heirs)).toBeUndefined();
  expect(partsToSend(figures, { TT01: { north: count(300), south: count(102) } }, heirs)).toEqual([
    {
      code: 'TT01',
      parts: [
        { unitId: 'north', numerator: 300, denominator: null },
        { unitId: 'south', numerator: 102, denominator: null },
      ],
    },
  ]);
});
