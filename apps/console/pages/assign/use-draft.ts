/**
 * The draft in memory, saved to the server two seconds after the last change and when the wizard is left; its id is in the
 * address. What the server does not have yet this machine keeps, by who typed it.
 */
import { useEffect, useRef, useState } from 'react';
import { api, client, isProblem, type Schemas } from '../../api/client.ts';
import { keep, readKept } from '../../api/kept.ts';
import { useAgain } from '../../api/use-again.ts';
import { useIdentity } from '../../api/me.tsx';
import { refresh } from '../../api/use-command.ts';
import { type Draft, emptyDraft, fromContent } from './draft.ts';

const autosaveMs = 2_000;

/** Drafts whose orders were just sent from here: what the wizard writes as it is left would bring them back. */
const sent = new Set<string>();
const keyOf = (draftId: string, personId: string): string => `to-so.assignment-draft.${personId}.${draftId}`;

export function dropDraft(draftId: string, personId: string): void {
  sent.add(draftId);
  keep(keyOf(draftId, personId), null);
}

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

/** Saves one after the other: whoever waits knows that nothing older comes after it. */
function useSaves(draftId: string, initial: Draft) {
  const { post, me } = useIdentity();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [isDown, setDown] = useState(false);
  const [refused, setRefused] = useState<Schemas['Problem'] | null>(null);
  const saved = useRef(JSON.stringify(initial));
  const typed = useRef(saved.current);
  const key = keyOf(draftId, me.person.id);
  const note = (value: Draft) => {
    typed.current = JSON.stringify(value);
    if (!sent.has(draftId)) keep(key, typed.current === saved.current || !value.templateCode ? null : value);
  };
  const write = async (value: Draft) => {
    const text = JSON.stringify(value);
    if (text === saved.current || !value.templateCode || sent.has(draftId)) return;
    const { response, error } = await client.PUT('/units/{unitId}/assignment-drafts/{draftId}', {
      params: { path: { unitId: post.unit.id, draftId } },
      body: { title: value.title.slice(0, 200), content: { ...value } },
    });
    setRefused(isProblem(error) ? error : null);
    if (!response.ok) return;
    saved.current = text;
    // The wizard may have been opened again meanwhile, and more been chosen.
    if (typed.current === text && JSON.stringify(readKept(key)) === text) keep(key, null);
    setSavedAt(Date.now());
    refresh(['/units/{unitId}/assignment-drafts']);
  };
  const pending = useRef(Promise.resolve());
  const save = (value: Draft): Promise<void> =>
    (pending.current = pending.current
      .then(() => write(value))
      .then(
        () => setDown(false),
        () => setDown(true),
      ));
  return { savedAt, isDown, refused, note, save };
}

export function useDraft(draftId: string, handed: Draft = emptyDraft()) {
  const { me } = useIdentity();
  const [initial] = useState(() => {
    sent.delete(draftId);
    const kept = readKept<Parameters<typeof fromContent>[0]>(keyOf(draftId, me.person.id));
    return kept ? fromContent(kept) : handed;
  });
  const [draft, setDraft] = useState(initial);
  const { savedAt, isDown, refused, note, save } = useSaves(draftId, handed);
  const latest = useRef(() => save(draft));
  latest.current = () => save(draft);
  useEffect(() => {
    note(draft);
    const timer = setTimeout(() => void latest.current(), autosaveMs);
    return () => clearTimeout(timer);
  }, [draft]);
  useAgain(isDown, () => latest.current());
  // Who leaves the wizard at once has chosen all the same.
  useEffect(() => () => void latest.current(), []);
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part })),
    save: (value: Draft = draft) => save(value),
    savedAt,
    isDown,
    refused,
  };
}
