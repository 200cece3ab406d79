import { keepPreviousData } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { MergeProof } from '#contracts/access/merge-kinds';
import { api, client, isProblem, type Schemas } from '../../../api/client.ts';
import { teamPaths, useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';

export type Side = Schemas['MergeSide'];
export type Candidate = Schemas['MergeCandidate'];
export type Preview = Schemas['MergePreview'];

export interface Form {
  survivorProof: MergeProof | null;
  absorbedProof: MergeProof | null;
  reason: string;
}

export function useCandidates(personId: string) {
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 200);
  const query = api.useQuery(
    'get',
    '/people/{personId}/merge-candidates',
    { params: { path: { personId }, query: asked === '' ? {} : { q: asked } } },
    { placeholderData: keepPreviousData },
  );
  return { q, setQ, query };
}

export const useMergePreview = (personId: string, absorbedId: string) =>
  api.useQuery('get', '/people/{personId}/merge', { params: { path: { personId }, query: { absorbedId } } });

export function useMergeForm() {
  const [form, setForm] = useState<Form>({ survivorProof: null, absorbedProof: null, reason: '' });
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  return { form, set, isReady: form.survivorProof && form.absorbedProof && form.reason.trim() !== '' };
}

export function useMerge({ survivor, absorbed }: Preview, form: Form, done: () => void) {
  const { t } = useI18n();
  const { survivorProof, absorbedProof, reason } = form;
  return useCommand({
    send: (_: void, header) =>
      client.POST('/people/{personId}/merge', {
        params: { path: { personId: survivor.person.id }, header },
        body: {
          absorbedId: absorbed.person.id,
          reason: reason.trim(),
          survivorProof: survivorProof ?? 'met',
          absorbedProof: absorbedProof ?? 'met',
        },
      }),
    touches: [...teamPaths, '/units/{unitId}/posts'],
    done: () => {
      showNotice(t('merge.done', { name: survivor.person.fullName }));
      done();
    },
    failed: isProblem,
  });
}
