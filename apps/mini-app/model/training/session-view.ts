/** A session as the first screen shows it. */
import { dateInVietnam, formatDate, formatTime } from '#i18n/dates';
import type { SessionView } from '../home-extras.ts';
import { lang, momentText, t } from '../words/words.ts';
import { type ShownSession, asksMe, thereAt } from './answers.ts';

/** So long before the start a tap opens the check-in code instead of the session. */
const CODE_AHEAD_MS = 3_600_000;

/** How I stand with a session of today; undefined when it is none of mine. */
function lineOfToday(session: ShownSession): string | undefined {
  const { mine, pending } = session;
  if (session.state === 'cancelled') return t('tr.home.cancelled');
  if (pending) return t('tr.home.pending');
  const there = thereAt(session);
  if (there) return t('tr.home.there', { time: momentText(there) });
  if (mine.state === 'seated') return t('tr.home.seated');
  if (mine.state === 'waiting') return t('tr.home.waiting', { n: mine.place ?? 1 });
  return undefined;
}

/** The row of the first screen, or nothing when the session neither asks nor is today. */
export function sessionView(session: ShownSession, at: number): SessionView | undefined {
  const day = dateInVietnam(session.startsAt);
  const isToday = day === dateInVietnam(at);
  const [starts, ends] = [Date.parse(session.startsAt), Date.parse(session.endsAt)];
  const asks = asksMe(session, at);
  const late = isToday && session.state === 'cancelled';
  const line = asks && !late ? t(isToday ? 'tr.home.asks' : 'tr.home.asksLater') : isToday && lineOfToday(session);
  if (!line || ends <= at || !['published', 'cancelled'].includes(session.state)) return undefined;
  const toCode = !asks && !late && session.mine.state === 'seated' && !thereAt(session) && starts - at <= CODE_AHEAD_MS;
  const place = session.place ?? t('tr.place.online');
  return {
    to: ['tap-huan', session.id, ...(toCode ? ['ma'] : [])],
    time: isToday ? formatTime(session.startsAt) : formatDate(day, lang.value),
    line,
    title: session.title,
    place: isToday ? place : `${formatTime(session.startsAt)}, ${place}`,
    until: asks && !late ? starts : ends,
    asks,
    late,
  };
}
