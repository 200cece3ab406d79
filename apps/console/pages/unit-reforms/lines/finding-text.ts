import { formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Finding } from '../reform-looks.ts';

/** What is not settled, in a sentence, with the row of the list where there is one. */
export function useFindingText(): (finding: Finding) => string {
  const { t, lang } = useI18n();
  return ({ code, params, unit, row }) => {
    const on = typeof params['on'] === 'string' && formatDate(params['on'], lang, { withYear: true });
    const text = t(`ur.find.${code}`, { ...params, unit: unit?.fullName ?? '', ...(on && { on }) });
    return row === null ? text : t('ur.rowWrong', { row, text });
  };
}
