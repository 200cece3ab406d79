import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, formatDate } from '#i18n';
import { api, client, isProblem, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { type OfficerPost, postPaths } from '../use-posts.ts';

export type Preview = Schemas['HandoverPreview'];
export type Mode = 'replace' | 'stand_in' | 'vacate';
/** Somebody who is not among the unit's people. */
export const OTHER = 'other';

export interface Form {
  mode: Mode;
  receiver: string;
  fullName: string;
  phone: string;
  email: string;
  from: string;
  lastDay: string;
  basis: string;
}

/** A hand-over for good is decided for another day; a stand-in often begins today. */
export function useHandoverForm(first: Mode) {
  const { me } = useIdentity();
  const tomorrow = addDays(me.today, 1);
  const startOf = (mode: Mode) => (mode === 'stand_in' ? me.today : tomorrow);
  const [form, setForm] = useState<Form>({
    mode: first,
    receiver: '',
    fullName: '',
    phone: '',
    email: '',
    from: startOf(first),
    lastDay: addDays(me.today, 2),
    basis: '',
  });
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  const setMode = (mode: Mode) => set({ mode, from: startOf(mode) });
  const named = form.receiver !== '' && (form.receiver !== OTHER || form.fullName.trim() !== '');
  const isReady =
    form.mode === 'vacate' ||
    (named && (form.mode === 'replace' ? form.basis.trim() !== '' : form.lastDay >= form.from));
  return { form, set, setMode, isReady };
}

export function useHandoverPreview(postId: string, from: string) {
  return api.useQuery(
    'get',
    '/officers/{postId}/handover',
    { params: { path: { postId }, query: { from } } },
    { placeholderData: keepPreviousData },
  );
}

export function useHandOver(form: Form, done: (person: Schemas['PersonRef'] | null) => void) {
  const { t, lang } = useI18n();
  const { mode, receiver, fullName, phone, email, from, lastDay, basis } = form;
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  const other = { fullName: fullName.trim(), ...(phone && { phone }), ...(email && { email }) };
  return useCommand({
    send: (postId: string, header) =>
      client.POST('/officers/{postId}/handover', {
        params: { path: { postId }, header },
        body: {
          mode,
          from,
          ...(mode === 'stand_in' && { lastDay }),
          ...(mode !== 'vacate' && (receiver === OTHER ? other : { personId: receiver })),
          ...(basis.trim() && { basis: basis.trim() }),
        },
      }),
    touches: [...postPaths, '/me/handovers'],
    done: ({ person }) => {
      showNotice(t(`handover.done.${mode}`, { name: person?.fullName ?? '', from: day(from), to: day(lastDay) }));
      done(receiver === OTHER ? person : null);
    },
    failed: isProblem,
  });
}

/** Before its day, from the row. */
export function useTakeBack(row: OfficerPost) {
  const { t } = useI18n();
  return useCommand({
    send: (handoverId: string, header) =>
      client.POST('/handovers/{handoverId}/take-back', { params: { path: { handoverId }, header } }),
    touches: [...postPaths, '/me/handovers'],
    done: () => showNotice(t('handover.takenBack', { name: row.person?.fullName ?? '' })),
  });
}
