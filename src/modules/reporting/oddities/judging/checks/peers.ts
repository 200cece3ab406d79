import type { Cell, Check } from '../series.ts';
import { hasPast, sideOff } from '../usual.ts';

const FAR = { score: 3.5, times: 3 };
/** A place that has always been different is no news; one that has also left its own past is. */
const FAR_FROM_OWN = { score: 3, times: 2 };

/** A figure far from places of like size. It is the only comparison of places whose past is short. */
export const peers: Check = {
  id: 'peers',
  minimumMonths: 0,
  judge({ value, own, peers, movement }: Cell) {
    if (peers === null || value === null || value <= 0) return undefined;
    const side = sideOff(value, peers, FAR);
    if (side === 0 || (hasPast(own) && sideOff(value, own, FAR_FROM_OWN, movement) !== side)) return undefined;
    const { low, high, count } = peers;
    return { reason: 'peers', params: { places: count, low, high }, expected: peers.middle };
  },
};
