/** A session as the first screen shows it. */
import { dateInVietnam, formatDate, formatTime } from '#i18n/dates';
import type { SessionView } from '../home-extras.ts';
import { lang, momentText, t } from '../words/words.ts';
import { type ShownSession, asksMe, hasNews, thereAt } from './answers.ts';
import { hourText } from './times.ts';

/** So long before the start a tap opens the check-in code instead of the session. */
const CODE_AHEAD_MS = 3_600_000;

/** How I stand with a session of today; undefined when it is none of mine. */
function lineOfToday(session: ShownSession): string | undefined {
  const { mine, pending } = session;
  if (pending) return t('tr.home.pending');
  const there = thereAt(session);
  if (there) return t('tr.home.there', { time: momentText(there) });
  if (mine.state === 'seated') return t('tr.home.seated');
  if (mine.state === 'waiting') return t('tr.home.waiting', { n: mine.place ?? 1 });
  return undefined;
}

/** What is new of a class that I have a place in: said, not asked. */
function newsLine({ startsAt, place, mine }: ShownSession): string {
  const seat = t(mine.state === 'waiting' ? 'tr.home.inLine' : 'tr.home.hasSeat');
  const { before } = mine;
  const day = dateInVietnam(startsAt);
  if (before && dateInVietnam(before.startsAt) !== day)
    return t('tr.home.movedDay', { day: formatDate(day, lang.value), time: hourText(startsAt), seat });
  if (before?.startsAt === startsAt && before.place !== place)
    return t('tr.home.movedPlace', { place: place ?? t('tr.place.online'), seat });
  return t('tr.home.movedTime', { time: hourText(startsAt), seat });
}

/** The row of the first screen, or nothing when the session neither asks nor is today. */
export function sessionView(session: ShownSession, at: number): SessionView | undefined {
  const day = dateInVietnam(session.startsAt);
  const isToday = day === dateInVietnam(at);
  const [starts, ends] = [Date.parse(session.startsAt), Date.parse(session.endsAt)];
  const asks = asksMe(session, at);
  const late = session.state === 'cancelled';
  const news = hasNews(session) && starts > at;
  const line = late
    ? isToday
      ? t('tr.home.cancelled')
      : news && t('tr.home.cancelledOn', { day: formatDate(day, lang.value) })
    : asks
      ? t(isToday ? 'tr.home.asks' : 'tr.home.asksLater')
      : news
        ? newsLine(session)
        : isToday && lineOfToday(session);
  if (!line || ends <= at || !['published', 'cancelled'].includes(session.state)) return undefined;
  const toCode =
    !asks && !late && !news && session.mine.state === 'seated' && !thereAt(session) && starts - at <= CODE_AHEAD_MS;
  const place = session.place ?? t('tr.place.online');
  return {
    to: ['tap-huan', session.id, ...(toCode ? ['ma'] : [])],
    time: isToday ? formatTime(session.startsAt) : formatDate(day, lang.value),
    line,
    title: session.title,
    place: `${hourText(session.startsAt)}, ${place}`,
    until: asks ? starts : ends,
    asks,
    late,
  };
}
