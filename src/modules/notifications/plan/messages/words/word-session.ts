/** When and where a session is, and what has changed, as the reader's language says it. */
import { dateInVietnam, formatDateNear, formatTime, type Lang, weekdayName } from '#i18n';
import type { MessageId } from '#i18n/server/messages.vi';
import type { SessionParams, TimeAndPlace } from '../message-definition.ts';
import { word } from './word.ts';

interface Reader {
  language: Lang;
  /** Local day: days of its year carry no year. */
  today: string;
}

/** Values for the places of a session's words; what does not apply is empty. */
export function sessionWords(session: SessionParams, language: Lang, now: Date): Record<string, string> {
  const reader = { language, today: dateInVietnam(now) };
  const { before, wished, kept, bring, provider, trainer } = session;
  const say = (id: MessageId, values: Record<string, string | number> = {}) => word(id, language, values);
  const where = ({ place }: TimeAndPlace) => (place ? say('session.at', { place }) : say('session.online'));
  const whole = (at: TimeAndPlace) => `${spanOf(at, reader)}, ${where(at)}`;
  return {
    provider,
    trainer,
    when: spanOf(session, reader),
    day: dayOf(session.startsAt, reader),
    where: where(session),
    bring: bring ? say('session.bring', { what: bring }) : '',
    held: kept ? say('session.held', { count: kept.count, day: near(kept.day, reader) }) : '',
    wished: wished ? whole(wished) : '',
    before: before ? whole(before) : '',
    change: before ? changeOf(before, session, reader, say) : '',
    seat: say('session.seat'),
  };
}

/** "Thứ Ba 24/5, 14:00 đến 16:30" */
function spanOf({ startsAt, endsAt }: TimeAndPlace, reader: Reader): string {
  const until = reader.language === 'vi' ? 'đến' : 'to';
  const end = dateInVietnam(startsAt) === dateInVietnam(endsAt) ? formatTime(endsAt) : momentOf(endsAt, reader);
  return `${momentOf(startsAt, reader)} ${until} ${end}`;
}

function changeOf(
  before: TimeAndPlace,
  now: TimeAndPlace,
  reader: Reader,
  say: (id: MessageId, values?: Record<string, string>) => string,
): string {
  if (dateInVietnam(before.startsAt) !== dateInVietnam(now.startsAt))
    return say('session.movedDay', { new: momentOf(now.startsAt, reader), old: momentOf(before.startsAt, reader) });
  if (before.startsAt !== now.startsAt)
    return say('session.movedTime', { new: formatTime(now.startsAt), old: formatTime(before.startsAt) });
  if (before.endsAt !== now.endsAt)
    return say('session.movedEnd', { new: formatTime(now.endsAt), old: formatTime(before.endsAt) });
  return say('session.movedPlace');
}

const near = (day: string, { today, language }: Reader): string => formatDateNear(day, today, language, true);

function dayOf(at: string, reader: Reader): string {
  const day = dateInVietnam(at);
  return `${weekdayName(day, reader.language)} ${near(day, reader)}`;
}

const momentOf = (at: string, reader: Reader): string => `${dayOf(at, reader)}, ${formatTime(at)}`;
