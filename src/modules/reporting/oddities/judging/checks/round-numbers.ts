import type { Cell, Check, Usual } from '../series.ts';
import { hasPast, sideOff } from '../usual.ts';

/** Of smaller counts too many end in a nought by themselves. */
const SMALLEST = 100;
const FAR = { score: 3, times: 1.5 };
/** One count in fifty is a multiple of fifty; three in a row are an estimate. */
const OFTEN = 3;
const STEP = 50;

/** A round figure outside of what is usual, or round figures month after month. Round alone is no reason to ask. */
export const roundNumbers: Check = {
  id: 'roundNumbers',
  minimumMonths: 0,
  judge({ value, before, own, peers, movement, isStock }: Cell) {
    if (value === null || isStock || value < SMALLEST || value % STEP !== 0) return undefined;
    const isUsualHere = hasPast(own) && sideOff(value, own, FAR, movement) === 0;
    if (isRound(value) && !isUsualHere) {
      if (peers && sideOff(value, peers, FAR) !== 0)
        return { reason: 'roundNumbers.peers', params: rangeOf(value, peers), expected: peers.middle };
      if (hasPast(own)) return { reason: 'roundNumbers.own', params: rangeOf(value, own), expected: own.middle };
    }
    const times = before.length - before.findLastIndex((other) => !isMultiple(other));
    return times >= OFTEN ? { reason: 'roundNumbers.often', params: { value, times }, expected: null } : undefined;
  },
};

/** Whole hundreds. */
const isRound = (value: number): boolean => value % 100 === 0;
const isMultiple = (value: number | null): boolean => value !== null && value >= SMALLEST && value % STEP === 0;
const rangeOf = (value: number, { low, high }: Usual) => ({ value, low, high });
