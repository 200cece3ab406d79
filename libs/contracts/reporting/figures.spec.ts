import fc from 'fast-check';
import { absent, faultOf, figureOf, type Pair, percentOfPlan, sumPairs } from './figures.ts';

const part = fc.record({
  numerator: fc.option(fc.integer({ min: 0, max: 1e6 })),
  denominator: fc.option(fc.integer({ min: 0, max: 1e6 })),
});
interface Tree {
  own: Pair[];
  below: Tree[];
}
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    own: fc.array(part, { maxLength: 4 }),
    below: fc.oneof({ maxDepth: 4 }, fc.constant<Tree[]>([]), fc.array(tie('tree'), { maxLength: 3 })),
  }),
}));
const leaves = ({ own, below }: Tree): Pair[] => [...own, ...below.flatMap(leaves)];
const stepwise = ({ own, below }: Tree): Pair => sumPairs([...own, ...below.map(stepwise)]);

describe('Sums of figures', () => {
  it('are the same level by level and all at once, on any tree', () =>
    fc.assert(
      fc.property(tree, (given) => {
        expect(stepwise(given)).toEqual(sumPairs(leaves(given)));
      }),
      { numRuns: 1_000 },
    ));

  it('of ratios are ratios of sums: 1 of 1 and 1 of 99 are 2 %, not the mean', () => {
    const total = sumPairs([
      { numerator: 1, denominator: 1 },
      { numerator: 1, denominator: 99 },
    ]);
    expect(figureOf(total, 'ratio')).toBe(2);
  });

  it('tell not reported from nothing', () => {
    expect(sumPairs([])).toEqual(absent);
    expect(sumPairs([absent, { numerator: 0, denominator: null }]).numerator).toBe(0);
    expect(figureOf({ numerator: 3, denominator: 0 }, 'ratio')).toBeNull();
    expect(figureOf({ numerator: 0, denominator: 7 }, 'ratio')).toBe(0);
    expect(figureOf({ numerator: 1, denominator: 3 }, 'ratio')).toBe(33.3);
  });

  it('are measured against the plan', () =>
    expect([percentOfPlan(90, 120), percentOfPlan(5, 0), percentOfPlan(null, 5), percentOfPlan(5, null)]).toEqual([
      75,
      null,
      null,
      null,
    ]));
});

describe('A typed figure', () => {
  it.each([
    [{ numerator: -1, denominator: null }, 'sum', 'lượt', 'negative'],
    [{ numerator: 5, denominator: 4 }, 'ratio', '%', 'partAboveWhole'],
    [{ numerator: 5, denominator: 4 }, 'ratio', 'người', undefined],
    [{ numerator: 5, denominator: null }, 'ratio', '%', 'denominatorMissing'],
    [{ numerator: 0, denominator: 0 }, 'ratio', '%', 'denominatorZero'],
    [{ numerator: 1.5, denominator: null }, 'sum', 'hộ', 'notWhole'],
    [{ numerator: 4, denominator: 4 }, 'ratio', '%', undefined],
    [absent, 'ratio', '%', undefined],
  ] as const)('%j of a %s in %s: %s', (pair, aggregation, unit, fault) =>
    expect(faultOf(pair, aggregation, unit)).toBe(fault),
  );
});
