/** What holds for every check, those that are added later too. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { poisson } from '../../../../../test/support/figures/counts.ts';
import { randomOf } from '../../../../../test/support/random.ts';
import { allChecks } from './all-checks.ts';
import { findOddities } from './find-oddities.ts';
import type { Figures } from './series.ts';

const months = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);
/** With both sides of the cross rule, and indicators that are only themselves. */
const indicators = ['KT03', 'KT04', 'A', 'B', 'C'];

const value = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: 600 }) },
  fc.constantFrom(null, 0, 0, 100, 500, 1e9, -3, 0.5, Number.NaN),
);
const figures: fc.Arbitrary<Figures> = fc
  .record({ length: fc.integer({ min: 0, max: 15 }), count: fc.integer({ min: 0, max: 14 }) })
  .chain(({ length, count }) => {
    const ids = Array.from({ length: count }, (_, i) => `p${i}`);
    const size = fc.option(fc.nat({ max: 9_000 }));
    const row = fc.array(value, { minLength: Math.max(0, length - 2), maxLength: length });
    return fc.record({
      months: fc.constant(months(length)),
      places: fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), size, teams: fc.option(fc.nat(20)) }))),
      series: fc
        .tuple(
          ...ids.flatMap((placeId) =>
            indicators.map((indicator) =>
              fc.record({
                placeId: fc.constant(placeId),
                indicator: fc.constant(indicator),
                values: row,
                isStock: fc.boolean(),
              }),
            ),
          ),
        )
        .chain((all) => fc.subarray(all)),
    });
  });

it('registers every file of the folder, each under a name of its own', () => {
  const files = readdirSync('src/modules/reporting/oddities/judging/checks').filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  expect(
    allChecks.map(({ id }) => `${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`).sort(),
  ).toEqual(files.sort());
});

describe.each(allChecks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it('never fails on gaps, noughts, nonsense and short series', () => {
    fc.assert(
      fc.property(figures, (given) => Array.isArray(findOddities(given, [check]))),
      { numRuns: 300 },
    );
  });

  it('says the same in whatever order places and figures come', () => {
    fc.assert(
      fc.property(figures, fc.integer(), (given, seed) => {
        const shuffled = <T>(rows: readonly T[]): T[] => {
          const random = randomOf(seed);
          return rows
            .map((row) => ({ row, at: random() }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
        };
        const other = { ...given, places: shuffled(given.places), series: shuffled(given.series) };
        expect(findOddities(other, [check])).toEqual(findOddities(given, [check]));
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing where fewer months are known than it needs', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const before = (values: readonly (number | null)[]) => values.slice(-13, -1);
        const knownOf = new Map(
          given.series.map(({ placeId, indicator, values }) => {
            const all = given.months.map((_month, i) => values[i]);
            return [`${placeId} ${indicator}`, before(all as number[]).filter((one) => Number.isFinite(one)).length];
          }),
        );
        for (const { placeId, indicator } of findOddities(given, [check]))
          expect(knownOf.get(`${placeId} ${indicator}`)).toBeGreaterThanOrEqual(check.minimumMonths);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves alone what only swings as counts do', () => {
    const random = randomOf(7);
    const places = Array.from({ length: 60 }, (_unused, i) => ({ id: `p${i}`, size: 2_000 + 100 * i, teams: 8 }));
    const series = places.flatMap(({ id, size }) =>
      [0.1, 0.5, 2, 10, 40, 150, 600].map((level, i) => ({
        placeId: id,
        indicator: `I${i}`,
        values: months(24).map(() => poisson((level * size) / 5_000, random)),
      })),
    );
    let said = 0;
    for (let length = 1; length <= 24; length += 1)
      said += findOddities(
        {
          months: months(length),
          places,
          series: series.map((one) => ({ ...one, values: one.values.slice(0, length) })),
        },
        [check],
      ).length;
    expect(said / (series.length * 24)).toBeLessThan(0.0005);
  });
});
