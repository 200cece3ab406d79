/**
 * A month of a year ago for a unit of today: what it was made of then, from what was sent of it, else from what was imported.
 * The two are never added, and who was divided between this unit and others is in neither. Pure.
 */
import { type Pair, sumPairs } from '#contracts/reporting/figures';
import type { ImportedFigure } from './past-figures.queries.ts';
import type { PastUnit } from './past-units.ts';

export interface Sent {
  figures: ReadonlyMap<string, { now: Pair }>;
  communeIds: readonly string[];
}
export interface Ago {
  from: 'records' | 'imported';
  known: number;
  of: number;
  figures: { code: string; pair: Pair }[];
  importIds: string[];
}

/** Whose figures are wholly the unit's: all that it became is the unit, or below it. */
export function wholly(units: readonly PastUnit[], day: string): PastUnit[] {
  const below = new Set(units.filter(({ to }) => to === null || to > day).map(({ id }) => id));
  return units.filter(({ heirs }) => heirs.length > 0 && heirs.every((id) => below.has(id)));
}

export const stoodOn = (units: readonly PastUnit[], day: string): PastUnit[] =>
  units.filter(({ from, to }) => from <= day && (to === null || to > day));

/** @param then those that stood in the month  @param sent null for a whole year */
export function yearAgoOf(
  then: readonly PastUnit[],
  sent: Sent | null,
  imported: readonly ImportedFigure[],
): Ago | null {
  if (sent && sent.communeIds.length > 0) {
    const figures = [...sent.figures].map(([code, { now }]) => ({ code, pair: now }));
    return { from: 'records', known: sent.communeIds.length, of: then.length, figures, importIds: [] };
  }
  if (imported.length === 0) return null;
  const has = new Set(imported.map(({ unitId }) => unitId));
  const known = then.filter(
    ({ id, heirs }) => has.has(id) || (heirs.length > 0 && heirs.every((heir) => has.has(heir))),
  );
  const codes = [...new Set(imported.map(({ code }) => code))].sort();
  return {
    from: 'imported',
    known: known.length,
    of: then.length,
    figures: codes.map((code) => ({ code, pair: sumPairs(imported.filter((one) => one.code === code)) })),
    importIds: [...new Set(imported.map(({ importId }) => importId))],
  };
}
