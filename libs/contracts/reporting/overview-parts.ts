import type { UnitKind } from '../enums.ts';

/** What an overview is divided into: a country into provinces, a commune into hamlets, any other unit into communes. */
export function overviewPartKind(kind: UnitKind): 'province' | 'commune' | 'hamlet' {
  if (kind === 'country') return 'province';
  return kind === 'commune' ? 'hamlet' : 'commune';
}
