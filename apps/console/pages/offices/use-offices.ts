import type { officeFilters } from '#contracts/organization/office-kinds';
import { placeInside } from '#i18n/places';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { usePages } from '../../api/use-pages.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Tone } from '../../ui/layout.tsx';
import type { IconName } from '../../ui/icon.tsx';

export type OfficeCard = Schemas['OfficeCard'];
export type OneOfficeCard = Schemas['OneOfficeCard'];
export type OfficeInput = Schemas['OfficeInput'];
export type Filter = (typeof officeFilters)[number];
export const officePaths = [
  '/units/{unitId}/offices',
  '/units/{unitId}/office',
  '/units/{unitId}/contact',
  '/units/{unitId}/readiness',
] as const;

export interface Sought {
  filter: Filter;
  q: string;
}

/** The offices below, those that lack most first, page after page. */
export function useOffices({ filter, q }: Sought) {
  const { post } = useIdentity();
  const unitId = post.unit.id;
  return usePages(
    '/units/{unitId}/offices',
    { unitId, filter, q },
    (cursor) =>
      client.GET('/units/{unitId}/offices', { params: { path: { unitId }, query: { filter, q, ...cursor } } }),
    { idOf: (card: OfficeCard) => card.unit.id },
  );
}

export function useOffice(unitId: string) {
  return api.useQuery('get', '/units/{unitId}/office', { params: { path: { unitId } } });
}

/** '0512 ••• 678': a list that many look at shows enough to recognise a number. */
export const maskedPhone = (phone: string): string => phone.replace(/^(\S+) \S+ (\S+)$/, '$1 ••• $2');

export function useLook(card: OfficeCard): { tone: Tone; icon: IconName; text: string } {
  const { t, lang } = useI18n();
  const inside = (name: string) => (lang === 'vi' ? placeInside(name) : name);
  const [first] = card.doubts;
  if (first === 'noPhone') return { tone: 'late', icon: 'alert-circle', text: t('office.doubt.noPhone') };
  if (first === 'unanswered') return { tone: 'doing', icon: 'phone-off', text: t('office.doubt.unanswered') };
  if (first === 'personal') return { tone: 'doing', icon: 'user', text: t('office.doubt.personal') };
  if (first === 'shared')
    return { tone: 'doing', icon: 'copy', text: t('office.doubt.shared', { other: inside(card.sharedWith ?? '') }) };
  return { tone: 'doing', icon: 'help-hexagon', text: t('office.doubt.unchecked') };
}

/** "Gọi thử không ai nghe": whoever keeps the card sees it. */
export function useUnanswered(card: OfficeCard) {
  const { t } = useI18n();
  return useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/office/unanswered', { params: { path: { unitId: card.unit.id }, header } }),
    touches: officePaths,
    done: () => showNotice(t('office.unansweredKept', { unit: card.unit.fullName })),
  });
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
