/** Which unit a row means: one that stood in its month, one that had ended, or one of today. Pure. */
import { foldMarks, foldTone } from '#i18n/fold';

export interface UnitName {
  type: string;
  name: string;
  code: string | null;
  /** First day. */
  from: string;
  /** The day after its last; null while it holds. */
  to: string | null;
}

/** A commune of the place today, or one that went into those. */
export interface PastUnit {
  id: string;
  fullName: string;
  code: string | null;
  from: string;
  to: string | null;
  /** Communes of today that it is or became. */
  heirs: string[];
  names: UnitName[];
}

export type Meant = { unit: PastUnit; as: 'stood' | 'ended' | 'later' } | { unit: undefined; found: PastUnit[] };

const types = /^(?:ubnd|uy ban nhan dan)?\s*(?:xa|phuong|thi tran|dac khu)\s+/;
const ended = /\s*\(?\s*(?:cu|truoc day)\s*\)?$/;

const stoodOn = ({ from, to }: { from: string; to: string | null }, day: string): boolean =>
  from <= day && (to === null || to > day);

/** @param day the last one of the row's month */
export function unitMeant(
  line: { unit: string; code: string; unitId?: string | undefined },
  day: string,
  units: readonly PastUnit[],
): Meant {
  const chosen = line.unitId && units.find(({ id }) => id === line.unitId);
  if (chosen) return { unit: chosen, as: asOf(chosen, day) };
  const found = line.unitId ? [] : foundBy(line, day, units);
  const [only] = found;
  return only && found.length === 1 ? { unit: only, as: asOf(only, day) } : { unit: undefined, found };
}

function asOf(unit: PastUnit, day: string): 'stood' | 'ended' | 'later' {
  if (stoodOn(unit, day)) return 'stood';
  return unit.from > day ? 'later' : 'ended';
}

/** By its name of the day; else of those that stood on it, whatever they were called; else of any day. */
function foundBy({ unit, code }: { unit: string; code: string }, day: string, units: readonly PastUnit[]): PastUnit[] {
  const text = foldMarks(unit);
  const isEnded = ended.test(text);
  const number = [code, unit].map((one) => one.trim()).find((one) => /^\d+$/.test(one));
  const named = (fits: (name: UnitName) => boolean) => units.filter(({ names }) => names.some(fits));
  const byDay = (fits: (name: UnitName) => boolean): PastUnit[] => {
    const all = named(fits);
    if (isEnded) {
      const gone = all.filter(({ to }) => to !== null);
      if (gone.length > 0) return gone;
    }
    const pools = [
      units.filter((one) => stoodOn(one, day) && one.names.some((name) => fits(name) && stoodOn(name, day))),
      all.filter((one) => stoodOn(one, day)),
      all,
    ];
    return pools.find((pool) => pool.length > 0) ?? [];
  };
  if (number !== undefined) {
    const coded = byDay((name) => name.code === number);
    if (coded.length > 0 || /^\d+$/.test(unit.trim())) return coded;
  }
  const bare = text.replace(ended, '').trim();
  const key = bare.replace(types, '').trim();
  const type = bare
    .slice(0, bare.length - key.length)
    .replace(/^(?:ubnd|uy ban nhan dan)\s+/, '')
    .trim();
  const exact = foldTone(unit).replace(/\s*\(?\s*cũ\s*\)?$/, '');
  const found = byDay((name) => foldMarks(name.name) === key);
  if (found.length < 2) return found;
  // Of several that read alike without marks, the one that is written so; then the one of the kind that is named.
  const written = found.filter(({ names }) => names.some((name) => exact.endsWith(foldTone(name.name))));
  const left = written.length > 0 ? written : found;
  const ofType = left.filter(({ names }) => names.some((name) => foldMarks(name.type) === type));
  return ofType.length === 1 ? ofType : left;
}
