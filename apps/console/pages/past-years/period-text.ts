import { useI18n } from '../../i18n/i18n.tsx';
import { monthText } from '../../ui/text/months.ts';

/** "11/2025", "năm 2025". */
export function usePeriodText(): (period: string) => string {
  const { t } = useI18n();
  return (period) => (period.length === 4 ? t('pastYears.year', { year: period }) : monthText(period));
}
