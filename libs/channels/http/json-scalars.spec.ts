import { numberOf, textOf } from './json-scalars.ts';

const strangers: unknown[] = [
  undefined,
  null,
  true,
  [],
  ['5'],
  {},
  { toString: {} },
  { valueOf: null, toString: null },
];

describe('a value that should be a text or a number', () => {
  it('is read from both', () => {
    expect([textOf('a1'), textOf(5_110_001), textOf(0)]).toEqual(['a1', '5110001', '0']);
    expect([numberOf('-216'), numberOf(1_780_000_000_000), numberOf('x')]).toEqual([
      -216,
      1_780_000_000_000,
      Number.NaN,
    ]);
  });

  it('is nothing when it is anything else, whatever the object says of itself', () => {
    expect(strangers.map(textOf)).toEqual(strangers.map(() => ''));
    expect(strangers.map(numberOf)).toEqual(strangers.map(() => Number.NaN));
  });
});
