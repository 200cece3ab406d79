/** The sessions of the next weeks at which I may check people in; kept for the day without network. */
import { signal } from '../signals.ts';
import { type TrainingSessionRow, take } from '#client';
import { addDays } from '#i18n/dates';
import { api } from '../api.ts';
import { now, today } from '../clock.ts';
import { read, write } from '../local.ts';
import { session } from '../sign-in/session.ts';

const AHEAD_DAYS = 14;
/** The pack holds so long after the end. */
const AFTER_MS = 3 * 3_600_000;

export type CheckInSession = Pick<TrainingSessionRow, 'id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'state'>;

export const checkInSessions = signal<CheckInSession[] | undefined>(read('snapshot.doors'));
session.subscribe((who) => {
  if (!who) checkInSessions.value = undefined;
});

/** Never throws: what is kept stands. */
export async function loadCheckInSessions(): Promise<void> {
  try {
    const query = { from: addDays(today(), -1), to: addDays(today(), AHEAD_DAYS) };
    const { sessions } = await take(api.GET('/training/sessions', { params: { query } }));
    checkInSessions.value = sessions
      .filter((one) => one.state === 'published' && Date.parse(one.endsAt) + AFTER_MS > now())
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
      .map(({ id, title, startsAt, endsAt, place, state }) => ({ id, title, startsAt, endsAt, place, state }));
    write('snapshot.doors', checkInSessions.value);
  } catch {
    // The list of the last time is better than none.
  }
}
