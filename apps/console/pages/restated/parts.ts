/** Parts of a divided unit's figures while they are typed. Pure. */
import type { Pair } from '#contracts/reporting/figures';
import type { Schemas } from '../../api/client.ts';

export type Typed = Record<string, Pair>;
type Figure = Schemas['FigureParts']['figures'][number];

/** What is left of a sent figure, top and bottom; null where it has none. */
export function leftOf(sent: Pair, typed: Typed): Pair {
  const sum = (key: keyof Pair) => Object.values(typed).reduce((all, pair) => all + (pair[key] ?? 0), 0);
  const left = (key: keyof Pair) => (sent[key] === null ? null : (sent[key] ?? 0) - sum(key));
  return { numerator: left('numerator'), denominator: left('denominator') };
}

export const isBegun = (typed: Typed): boolean =>
  Object.values(typed).some(({ numerator, denominator }) => numerator !== null || denominator !== null);

/** Every heir has a figure, and nothing is left. */
export function isWhole(sent: Pair, typed: Typed, heirs: readonly string[]): boolean {
  const { numerator, denominator } = leftOf(sent, typed);
  const all = heirs.every((id) => {
    const pair = typed[id];
    return pair !== undefined && pair.numerator !== null && (sent.denominator === null || pair.denominator !== null);
  });
  return all && numerator === 0 && (denominator ?? 0) === 0;
}

/** What is sent: the figures that were begun; undefined while one of them is not whole, or none was begun. */
export function partsToSend(
  figures: readonly { code: string; pair: Pair }[],
  typed: Record<string, Typed>,
  heirs: readonly string[],
): Figure[] | undefined {
  const begun = figures.filter(({ code }) => isBegun(typed[code] ?? {}));
  if (begun.length === 0 || !begun.every(({ code, pair }) => isWhole(pair, typed[code] ?? {}, heirs))) return undefined;
  return begun.map(({ code }) => ({
    code,
    parts: heirs.map((unitId) => {
      const { numerator, denominator } = typed[code]?.[unitId] ?? { numerator: 0, denominator: null };
      return { unitId, numerator: numerator ?? 0, denominator };
    }),
  }));
}
