import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import '../../i18n/organization/office-words.ts';
import type { Tone } from '../../ui/layout.tsx';
import type { IconName } from '../../ui/icon.tsx';

export type OfficeCard = Schemas['OfficeCard'];
export type OfficeInput = Schemas['OfficeInput'];
export type Filter = 'all' | 'none' | 'look';
export const officePaths = ['/units/{unitId}/offices', '/units/{unitId}/readiness'] as const;

export function useOffices() {
  const { post } = useIdentity();
  return api.useQuery('get', '/units/{unitId}/offices', { params: { path: { unitId: post.unit.id } } });
}

export const needsLook = ({ doubts, phone }: OfficeCard): boolean => phone !== null && doubts.length > 0;

/** Pure: what the filter and the words searched for leave. */
export function shownOf(items: readonly OfficeCard[], filter: Filter, q: string): OfficeCard[] {
  const asked = q.trim().toLocaleLowerCase('vi');
  const digits = asked.replace(/\D/g, '');
  return items.filter((card) => {
    if (filter === 'none' && card.phone !== null) return false;
    if (filter === 'look' && !needsLook(card)) return false;
    const inPhone = digits.length >= 3 && (card.phone ?? '').replace(/\D/g, '').includes(digits);
    return asked === '' || inPhone || card.unit.fullName.toLocaleLowerCase('vi').includes(asked);
  });
}

/** '0512 ••• 678': a list that many look at shows enough to recognise a number. */
export const maskedPhone = (phone: string): string => phone.replace(/^(\S+) \S+ (\S+)$/, '$1 ••• $2');

export function useLook(card: OfficeCard): { tone: Tone; icon: IconName; text: string } {
  const { t } = useI18n();
  const [first] = card.doubts;
  if (first === 'noPhone') return { tone: 'late', icon: 'alert-circle', text: t('office.doubt.noPhone') };
  if (first === 'personal') return { tone: 'doing', icon: 'user', text: t('office.doubt.personal') };
  if (first === 'shared')
    return { tone: 'doing', icon: 'copy', text: t('office.doubt.shared', { other: card.sharedWith ?? '' }) };
  return { tone: 'doing', icon: 'help-hexagon', text: t('office.doubt.unchecked') };
}

export function useSave(card: OfficeCard, onSaved: () => void) {
  const { t } = useI18n();
  const path = { unitId: card.unit.id };
  return useCommand({
    send: (body: OfficeInput | null, header) =>
      body === null
        ? client.POST('/units/{unitId}/office/check', { params: { path, header } })
        : client.PUT('/units/{unitId}/office', { params: { path, header }, body }),
    touches: officePaths,
    failed: () => true,
    done: () => {
      showNotice(t('office.saved', { unit: card.unit.fullName }));
      onSaved();
    },
  });
}
