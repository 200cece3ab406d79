/** Which use of the log stands out. Pure: hours in, findings out. Numbers are people whose numbers were looked at one by one, not lists. */
import type { UnusualUse } from '#contracts/access/log-kinds';

export const UNUSUAL_DAYS = 7;
/** Within one hour: a commune has some forty teams with five people each, and nobody calls fifty in an hour. */
export const MANY_NUMBERS = 50;
/** Within one hour. */
export const MANY_LISTS = 5;
export const MANY_REFUSALS = 10;
/** By the clock of Viet Nam. */
export const NIGHT_STARTS = 22;
export const NIGHT_ENDS = 5;
/** Within one night. */
const NIGHT_NUMBERS = 10;
const MOST = 20;
const HOUR_MS = 3_600_000;
const VIET_NAM_MS = 7 * HOUR_MS;

/** What somebody did within one hour of the clock. */
export interface UsedHour {
  personId: string;
  /** The hour's first instant. */
  hour: Date;
  numbers: number;
  /** Of them those of units that are neither above nor below the own. */
  elsewhere: number;
  lists: number;
  refusals: number;
  first: Date;
  last: Date;
}

export interface Unusual {
  use: UnusualUse;
  personId: string;
  count: number;
  from: Date;
  to: Date;
}

const localHour = (hour: Date): number => new Date(hour.getTime() + VIET_NAM_MS).getUTCHours();
export const isNight = (hour: Date): boolean => localHour(hour) >= NIGHT_STARTS || localHour(hour) < NIGHT_ENDS;
/** One name for the hours of one night: that of the day on which it began. */
const nightOf = (hour: Date): string =>
  new Date(hour.getTime() + VIET_NAM_MS - 12 * HOUR_MS).toISOString().slice(0, 10);

/** Of several hours together; nothing where there was nothing. */
function together(use: UnusualUse, hours: readonly UsedHour[], countOf: (hour: UsedHour) => number): Unusual[] {
  const used = hours.filter((hour) => countOf(hour) > 0);
  const [one] = used;
  if (!one) return [];
  return [
    {
      use,
      personId: one.personId,
      count: used.reduce((sum, hour) => sum + countOf(hour), 0),
      from: new Date(Math.min(...used.map(({ first }) => first.getTime()))),
      to: new Date(Math.max(...used.map(({ last }) => last.getTime()))),
    },
  ];
}

function by<K>(hours: readonly UsedHour[], keyOf: (hour: UsedHour) => K): UsedHour[][] {
  const groups = new Map<K, UsedHour[]>();
  for (const hour of hours) groups.set(keyOf(hour), [...(groups.get(keyOf(hour)) ?? []), hour]);
  return [...groups.values()];
}

const ofPerson = (hours: readonly UsedHour[]): Unusual[] => {
  const each = (use: UnusualUse, countOf: (hour: UsedHour) => number, least: number) =>
    hours.flatMap((hour) => together(use, [hour], countOf)).filter(({ count }) => count >= least);
  const nights = by(
    hours.filter(({ hour }) => isNight(hour)),
    ({ hour }) => nightOf(hour),
  );
  return [
    ...each('many', ({ numbers }) => numbers, MANY_NUMBERS),
    ...nights
      .flatMap((night) => together('night', night, ({ numbers }) => numbers))
      .filter(({ count }) => count >= NIGHT_NUMBERS),
    ...together('elsewhere', hours, ({ elsewhere }) => elsewhere),
    ...each('exports', ({ lists }) => lists, MANY_LISTS),
    ...each('refusals', ({ refusals }) => refusals, MANY_REFUSALS),
  ];
};

/** Of each kind and person the strongest, of equal ones the later; the latest first. */
export function unusualIn(hours: readonly UsedHour[]): Unusual[] {
  const strongest = new Map<string, Unusual>();
  for (const found of by(hours, ({ personId }) => personId).flatMap(ofPerson)) {
    const key = `${found.use} ${found.personId}`;
    const known = strongest.get(key);
    if (!known || found.count > known.count || (found.count === known.count && found.to > known.to))
      strongest.set(key, found);
  }
  return [...strongest.values()].toSorted((a, b) => b.to.getTime() - a.to.getTime()).slice(0, MOST);
}
