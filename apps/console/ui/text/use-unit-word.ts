import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';

/** What an indicator counts, in the reader's language: "hồ sơ", "applications". */
export function useUnitWord(indicator: Schemas['IndicatorRef']): string {
  const { lang } = useI18n();
  return lang === 'en' && indicator.unitEn ? indicator.unitEn : indicator.unit;
}
