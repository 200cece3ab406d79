import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';

/** "trễ 3 trong 6 kỳ trước", of a unit that is likely to be late; undefined for others. */
export function usePastText(lateBefore: readonly Schemas['LateBefore'][]): (unitId: string) => string | undefined {
  const { t } = useI18n();
  return (unitId) => {
    const past = lateBefore.find((each) => each.unitId === unitId);
    return past && t('rb.past', { n: past.late, of: past.of });
  };
}
