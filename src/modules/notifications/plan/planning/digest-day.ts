import { addDays } from '#i18n';
import type { Clock } from '#platform/clock';
import type { Env } from '#platform/config';

/** The day with whose digest something goes out that comes now: today's until it is made, then tomorrow's. */
export function digestDayOf(clock: Clock, { DIGEST_AT }: Pick<Env, 'DIGEST_AT'>): string {
  const now = clock.now();
  const today = clock.dayOf(now);
  return clock.timeOf(now) < DIGEST_AT ? today : addDays(today, 1);
}
