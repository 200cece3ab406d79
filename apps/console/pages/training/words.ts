/** How days, hours and places of a session are written, the same in the calendar, the cards and the drawers. */
import { dateInVietnam, formatDate, type Lang, type PlainDate, weekdayOf } from '#i18n';
import type { MessageId, Translate } from '../../i18n/i18n.tsx';
import { minutesOf, type Span, spanOf, writeHour } from './hours.ts';
import type { SessionRow } from './looks.ts';

export const shortWeekday = (t: Translate, day: PlainDate): string => t(`train.weekday.${weekdayOf(day)}` as MessageId);

export const dayOfSession = (session: Pick<SessionRow, 'startsAt'>, lang: Lang): string =>
  formatDate(dateInVietnam(session.startsAt), lang);

/** "T6 24/6, 14:00–16:30" */
export function spanText(t: Translate, lang: Lang, { day, from, to }: Span): string {
  return `${shortWeekday(t, day)} ${formatDate(day, lang)}, ${writeHour(from)}–${writeHour(to)}`;
}

export function whenText(t: Translate, lang: Lang, session: { startsAt: string; endsAt: string }): string {
  return spanText(t, lang, spanOf(session));
}

/** "Minh Sơn, Nhà văn hóa Thôn 6"; a commune knows its own name. */
export function placeText(t: Translate, session: Pick<SessionRow, 'place' | 'commune'>, withCommune: boolean): string {
  const place = session.place ?? t('train.online');
  return withCommune ? `${session.commune.name}, ${place}` : place;
}

type Seats = Pick<SessionRow, 'state' | 'startsAt' | 'taken' | 'attended' | 'capacity' | 'waiting'>;

/** "14:00 · 23/30 +4"; of a session that is done, who was there instead of who had a seat. */
export function seatsText(t: Translate, { state, startsAt, taken, attended, capacity, waiting }: Seats): string {
  const done = state === 'done';
  const seats =
    waiting > 0 && !done
      ? t('train.seatsWaiting', { taken, capacity, waiting })
      : t('train.seats', { taken: done ? attended : taken, capacity });
  return `${writeHour(minutesOf(startsAt))} · ${seats}`;
}
