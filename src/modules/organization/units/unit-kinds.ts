import type { UnitKind } from '#contracts/enums';

/** Which kinds may stand directly above which. A commune stands below a province since districts ended. */
const parents: Record<UnitKind, readonly UnitKind[]> = {
  country: [],
  province: ['country'],
  district: ['province'],
  commune: ['district', 'province'],
  hamlet: ['commune'],
};

export function mayStandBelow(kind: UnitKind, parent: UnitKind | undefined): boolean {
  return parent === undefined ? kind === 'country' || kind === 'province' : parents[kind].includes(parent);
}
