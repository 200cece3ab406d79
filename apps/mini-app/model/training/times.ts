/** When a session is, in the words of its screens. Viet Nam's clock. */
import { dateInVietnam, daysBetween, formatTime } from '#i18n/dates';
import { weekdayName } from '#i18n/weekdays';
import { deadlineText } from '#i18n/deadlines';
import { now, today } from '../clock.ts';
import { dayText, lang, t, tidy } from '../words/words.ts';
import { phaseOf } from './answers.ts';

interface Times {
  startsAt: string;
  endsAt: string;
}

export const dayOfSession = ({ startsAt }: Pick<Times, 'startsAt'>): string => dateInVietnam(startsAt);

/** "8 giờ sáng", "2 giờ chiều (14:00)": nobody has to ask which half of the day. */
export function hourText(at: string): string {
  const time = formatTime(at);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (lang.value === 'en') return time;
  const part = hour < 11 ? 'tr.morning' : hour < 13 ? 'tr.noon' : hour < 18 ? 'tr.afternoon' : 'tr.evening';
  const clock = `${hour > 12 ? hour - 12 : hour} giờ${minute ? ` ${minute}` : ''}`;
  return tidy(t(part, { clock }) + (hour > 12 ? ` (${time})` : ''));
}

/** "Thứ Ba, 2 giờ chiều (14:00) đến 4 giờ 30 chiều (16:30)". */
export function whenText({ startsAt, endsAt }: Times): string {
  const [day, until] = [dateInVietnam(startsAt), dateInVietnam(endsAt)];
  const values = { day: weekdayName(day, lang.value), from: hourText(startsAt), to: hourText(endsAt) };
  return day === until ? t('tr.when', values) : t('tr.when.twoDays', { ...values, until: dayText(until) });
}

/** "Thứ Ba 22/11, 2 giờ chiều (14:00)": for rows. */
export const startText = ({ startsAt }: Pick<Times, 'startsAt'>): string =>
  tidy(
    `${weekdayName(dateInVietnam(startsAt), lang.value)} ${dayText(dateInVietnam(startsAt))}, ${hourText(startsAt)}`,
  );

/** "Còn 4 ngày", "Hôm nay", "Đang diễn ra". */
export function howLong(times: Times): string {
  const phase = phaseOf(times, now());
  if (phase !== 'before') return t(phase === 'running' ? 'tr.running' : 'tr.over');
  const day = dayOfSession(times);
  const days = daysBetween(today(), day);
  if (days < 2) return t(days === 1 ? 'tr.tomorrow' : 'tr.today');
  return tidy(deadlineText(day, now(), 'countdown', lang.value));
}

/** What of time and place is new: "Đổi giờ: 14:00 thay cho 13:30". */
export function movedTexts(
  after: Times & { place: string | null },
  before: Times & { place: string | null },
): string[] {
  const lines: string[] = [];
  if (after.startsAt !== before.startsAt)
    lines.push(
      dayOfSession(after) === dayOfSession(before)
        ? t('tr.moved.time', { now: hourText(after.startsAt), before: hourText(before.startsAt) })
        : t('tr.moved.day', { now: startText(after), before: startText(before) }),
    );
  else if (after.endsAt !== before.endsAt)
    lines.push(t('tr.moved.time', { now: spanText(after), before: spanText(before) }));
  if (after.place !== before.place)
    lines.push(
      t('tr.moved.place', {
        now: after.place ?? t('tr.place.online'),
        before: before.place ?? t('tr.place.online'),
      }),
    );
  return lines;
}

const spanText = ({ startsAt, endsAt }: Times) => `${hourText(startsAt)} – ${hourText(endsAt)}`;
