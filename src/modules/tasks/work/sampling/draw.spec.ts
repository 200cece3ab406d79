import { randomUUID } from 'node:crypto';
import { type Drawable, lookReason, type RuleToday } from './draw.ts';

const rule: RuleToday = { id: randomUUID(), below: 10, oneIn: 5, seed: 'b0a4c1de-0000-4000-8000-000000000001' };
const results = (n: number, value = 3): Drawable[] =>
  Array.from({ length: n }, (_, i) => ({ id: `${String(i).padStart(8, '0')}-0000-4000-8000-000000000000`, value }));

it('always has large results looked at, and draws of the smaller ones only', () => {
  expect(results(50, 10).every((result) => lookReason(rule, result) === 'size')).toBe(true);
  expect(new Set(results(500, 9).map((result) => lookReason(rule, result)))).toEqual(new Set(['drawn', undefined]));
});

it('draws one in so many', () => {
  for (const oneIn of [2, 5, 20]) {
    const drawn = results(20_000).filter((result) => lookReason({ ...rule, oneIn }, result)).length;
    expect(Math.abs(drawn * oneIn - 20_000) / 20_000).toBeLessThan(0.1);
  }
});

it('draws the same at every look, and others under another rule', () => {
  const drawn = (seed: string) => results(200).map((result) => lookReason({ ...rule, seed }, result));
  expect(drawn(rule.seed)).toEqual(drawn(rule.seed));
  expect(drawn(rule.seed)).not.toEqual(drawn(randomUUID()));
});
