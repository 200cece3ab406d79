import { useI18n } from '../../i18n/i18n.tsx';

/** "4 ngày", "3 ngày 22 giờ", "2 giờ", "55 phút": how long a state lasts. */
export function useDuration() {
  const { t } = useI18n();
  return (since: string, now = Date.now()): string => {
    const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    if (days >= 4) return t('time.days', { n: days });
    if (days >= 1)
      return hours % 24
        ? `${t('time.days', { n: days })} ${t('time.hours', { n: hours % 24 })}`
        : t('time.days', { n: days });
    if (hours >= 1) return t('time.hours', { n: hours });
    return minutes >= 1 ? t('time.minutes', { n: minutes }) : t('time.justNow');
  };
}
