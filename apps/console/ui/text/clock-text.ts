/** "08:41" today, "06:30 mai" tomorrow, "hôm qua 9:12" and "16/11 9:12" else. */
import { dateInVietnam, daysBetween, formatMoment, formatTime, type Lang } from '#i18n';

export function clockText(at: string, now: number, lang: Lang): string {
  const ahead = daysBetween(dateInVietnam(now), dateInVietnam(at));
  if (ahead === 0) return formatTime(at, true);
  if (ahead === 1) return `${formatTime(at, true)} ${lang === 'vi' ? 'mai' : 'tomorrow'}`;
  return formatMoment(at, now, lang);
}
