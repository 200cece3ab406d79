/** The draft in memory, saved to the server two seconds after the last change; its id is in the address. */
import { useEffect, useRef, useState } from 'react';
import { api, client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { refresh } from '../../api/use-command.ts';
import { type Draft, emptyDraft, fromContent } from './draft.ts';

const autosaveMs = 2_000;

export function useStoredDraft(draftId: string | undefined): { draft: Draft | null; ready: boolean } {
  const { post } = useIdentity();
  const drafts = api.useQuery(
    'get',
    '/units/{unitId}/assignment-drafts',
    { params: { path: { unitId: post.unit.id } } },
    { enabled: Boolean(draftId), staleTime: 0 },
  );
  const found = drafts.data?.find((each) => each.id === draftId);
  return { draft: found ? fromContent(found.content) : null, ready: !draftId || !drafts.isPending };
}

export function useDraft(draftId: string, initial: Draft = emptyDraft()) {
  const { post } = useIdentity();
  const [draft, setDraft] = useState(initial);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const saved = useRef(JSON.stringify(initial));
  const write = async (value: Draft) => {
    const text = JSON.stringify(value);
    if (text === saved.current || !value.templateCode) return;
    const { response } = await client.PUT('/units/{unitId}/assignment-drafts/{draftId}', {
      params: { path: { unitId: post.unit.id, draftId } },
      body: { title: value.title.slice(0, 200), content: { ...value } },
    });
    if (!response.ok) return;
    saved.current = text;
    setSavedAt(Date.now());
    refresh(['/units/{unitId}/assignment-drafts']);
  };
  const pending = useRef(Promise.resolve());
  /** One after the other: whoever waits for this knows that nothing older comes after it. A failure is tried with the next change. */
  const save = (value: Draft = draft): Promise<void> =>
    (pending.current = pending.current.then(() => write(value)).catch(() => undefined));
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const timer = setTimeout(() => void latest.current(draft), autosaveMs);
    return () => clearTimeout(timer);
  }, [draft]);
  return { draft, change: (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part })), save, savedAt };
}
