import { useI18n } from '../i18n/i18n.tsx';

/** What the arrows of a calendar are called. */
export function useCalendarWords() {
  const { t } = useI18n();
  const [before, after] = [t('form.before'), t('form.after')];
  return {
    previousMonth: before,
    nextMonth: after,
    previousYear: before,
    nextYear: after,
    previousDecade: before,
    nextDecade: after,
  };
}
