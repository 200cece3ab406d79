import type { Aggregation, Pillar } from '#contracts/enums';
import { type Planned, reachByPillar } from './pillar-reach.ts';

const one = (code: string, pillar: Pillar, aggregation: Aggregation = 'sum') => ({ code, pillar, aggregation });
const indicators = [
  one('CQ01', 'digital_government'),
  one('CQ02', 'digital_government'),
  one('KT01', 'digital_economy'),
  one('TC02', 'organization', 'ratio'),
];
const of = (known: Record<string, Planned>) => (code: string) => known[code];
const count = (numerator: number, plan: number, units = 1): Planned => ({
  pair: { numerator, denominator: null },
  plan,
  units,
});

describe('The reach of a pillar', () => {
  const reach = reachByPillar(
    indicators,
    of({
      CQ01: count(50, 100),
      CQ02: count(300, 100),
      // Two communes planned 100 % and 80 %: 81 of 90 hamlets are 90 %.
      TC02: { pair: { numerator: 81, denominator: 90 }, plan: 180, units: 2 },
    }),
    of({ CQ01: count(20, 100) }),
  );
  const ofPillar = (pillar: Pillar) => reach.find((row) => row.pillar === pillar);

  it('is the mean over what was planned, and no plan counts for more than all of it', () =>
    expect(ofPillar('digital_government')).toMatchObject({ percent: 75, before: 20 }));

  it('takes the plan of a ratio as a percentage of each unit', () =>
    expect(ofPillar('organization')).toMatchObject({ percent: 100, before: null }));

  it('is unknown where nothing was planned', () =>
    expect(ofPillar('digital_economy')).toMatchObject({ percent: null, before: null }));
});
