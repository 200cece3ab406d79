import { skewOf } from './database-facts.ts';

it.each([
  ['the same time', 1_000, 1_000, 1_000, 0],
  ['a time within the way', 1_020, 1_000, 1_050, 0],
  ['a clock that goes ahead', 4_050, 1_000, 1_050, 3],
  ['a clock that is behind', 1_000, 3_500, 3_510, 2.5],
])('%s', (_, there, before, after, skew) => expect(skewOf(there, before, after)).toBe(skew));
