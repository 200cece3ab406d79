import { isKeepingKind } from '#contracts/organization/keeping-terms';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Hold } from './keeping.ts';
import type { Rule } from './rule-kinds.ts';

/** Who sets how long things are kept holds them back too. */
export const mayKeep = (rules: readonly Rule[]): boolean =>
  rules.some(({ kind, maySet }) => isKeepingKind(kind) && maySet);

export const useKeeping = () => api.useQuery('get', '/keeping', {});

/** "Tin trong hộp thư của xã Minh Sơn" */
export function useHoldText() {
  const { t } = useI18n();
  return ({ kind, person, unit }: Hold): string => {
    const what = kind ? t(`rules.k.${kind}`) : t('keeping.what.all');
    const whose = person?.fullName ?? unit?.fullName;
    return whose ? t('keeping.what.of', { what, whose }) : what;
  };
}
