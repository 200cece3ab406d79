import type { Cell, Check, Usual } from '../series.ts';
import { MONTHS_OF_PAST, sideOff, timesOf } from '../usual.ts';

/** The score of Iglewicz and Hoaglin; and a swing that people would ask about, however calm a place has been. */
const FAR = { score: 3.5, times: 2.5 };
/** A slip of a digit, with what a month swings anyhow. */
const TENFOLD = [7, 14] as const;

const isTenfold = (times: number): boolean => times >= TENFOLD[0] && times <= TENFOLD[1];

/** A figure far from the place's own past, also after allowing for what its peers did this month. Nothing at all is silence. */
export const ownPast: Check = {
  id: 'ownPast',
  minimumMonths: MONTHS_OF_PAST,
  judge({ value, own, movement }: Cell) {
    if (own === null || value === null || value <= 0) return undefined;
    const side = sideOff(value, own, FAR, movement);
    return side === 0 ? undefined : { ...wordOf(value, own, side), expected: own.middle };
  },
};

function wordOf(value: number, { middle, count }: Usual, side: 1 | -1) {
  const times = timesOf(value, middle) ** side;
  const params = { times: Math.round(times * 10) / 10, months: count, middle: Math.round(middle) };
  if (side === 1) return { reason: isTenfold(times) ? 'ownPast.tenfold' : 'ownPast.above', params } as const;
  return { reason: isTenfold(times) ? 'ownPast.tenth' : 'ownPast.below', params } as const;
}
