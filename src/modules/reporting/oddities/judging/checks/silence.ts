import type { Cell, Check, Suspicion } from '../series.ts';
import { MONTHS_OF_PAST, scoreOf } from '../usual.ts';

/** Of a commune that helps ten people a month one month in ten thousand is empty by chance. */
const SCORE = 5;

/** Nothing where there was something every month. Where nothing of the whole month is reported, the chase asks. */
export const silence: Check = {
  id: 'silence',
  minimumMonths: MONTHS_OF_PAST,
  judge({ value, before, own, movement, teams, siblings }: Cell): Suspicion | undefined {
    if (own === null || (value ?? 0) > 0) return undefined;
    if (![...siblings.values()].some((other) => other.value !== null)) return undefined;
    const months = monthsWithFigures(before);
    const isExpected = [own.middle, own.middle * movement].every((middle) => scoreOf(0, { ...own, middle }) <= -SCORE);
    if (months < MONTHS_OF_PAST || !isExpected) return undefined;
    if (teams === null) return { reason: 'silence', params: { months }, expected: own.middle };
    return { reason: 'silence.teams', params: { months, teams }, expected: own.middle };
  },
};

/** In a row, up to the month before. */
const monthsWithFigures = (before: readonly (number | null)[]): number =>
  before.length - 1 - before.findLastIndex((value) => (value ?? 0) <= 0);
