import type { Affiliation } from '#contracts/enums';
import { useI18n } from '../../i18n/i18n.tsx';

/** Whose place in a committee it is: of the Youth Union it is its secretary's. */
export function useAffiliationWord(): (affiliation: Affiliation) => string {
  const { t } = useI18n();
  return (affiliation) =>
    affiliation === 'youth_union' ? t('committee.check.youth') : t(`affiliation.${affiliation}`);
}
