/** How far the plans of a pillar are reached, in per cent: the mean over planned indicators, each capped at its plan. */
import { pillars, type Pillar } from '#contracts/enums';

export interface Reach {
  pillar: Pillar;
  percent: number | null;
}

export function reachByPillar(
  indicators: readonly { code: string; pillar: Pillar }[],
  percentOf: (code: string) => number | null,
): Reach[] {
  return pillars.map((pillar) => {
    const known = indicators
      .filter((indicator) => indicator.pillar === pillar)
      .map(({ code }) => percentOf(code))
      .filter((percent) => percent !== null)
      .map((percent) => Math.min(100, percent));
    const percent = known.length === 0 ? null : Math.round(known.reduce((a, b) => a + b, 0) / known.length);
    return { pillar, percent };
  });
}
