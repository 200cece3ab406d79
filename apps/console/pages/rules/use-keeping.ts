import { isKeepingKind } from '#contracts/organization/keeping-terms';
import { api, client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Hold } from './keeping.ts';
import type { Rule } from './rule-kinds.ts';

const touches = ['/keeping'] as const;

/** Who sets how long things are kept holds them back too. */
export const mayKeep = (rules: readonly Rule[]): boolean =>
  rules.some(({ kind, maySet }) => isKeepingKind(kind) && maySet);

export const useKeeping = () => api.useQuery('get', '/keeping', {});

export function useHold(onDone: () => void) {
  const { t } = useI18n();
  return useCommand({
    send: (body: Schemas['HoldInput'], header) => client.POST('/keeping/holds', { params: { header }, body }),
    touches,
    done: () => {
      showNotice(t('keeping.held'));
      onDone();
    },
  });
}

export function useEndHold(onDone: () => void) {
  const { t } = useI18n();
  return useCommand({
    send: ({ id }: Hold, header) =>
      client.POST('/keeping/holds/{holdId}/end', { params: { path: { holdId: id }, header } }),
    touches,
    done: () => {
      showNotice(t('keeping.endDone'));
      onDone();
    },
  });
}

/** "Tin trong hộp thư của xã Minh Sơn" */
export function useHoldText() {
  const { t } = useI18n();
  return ({ kind, person, unit }: Hold): string => {
    const what = kind ? t(`rules.k.${kind}`) : t('keeping.what.all');
    const whose = person?.fullName ?? unit?.fullName;
    return whose ? t('keeping.what.of', { what, whose }) : what;
  };
}
