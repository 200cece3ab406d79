import { useEffect, useState } from 'react';
import type { Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import type { Pages } from '../../../api/use-pages.ts';
import { type Chosen, choose, everything, isChosen, nothing } from '../../../ui/table/chosen.ts';
import { keyOf, neverIn, type OfficerPost } from '../use-posts.ts';

export interface ChosenPosts {
  /** In the order of the list; all of it only once the rest has been fetched. */
  rows: readonly OfficerPost[];
  count: number;
  has: (row: OfficerPost) => boolean;
  may: (row: OfficerPost) => boolean;
  /** These, among those that are here. */
  set: (rows: readonly OfficerPost[], picked: ReadonlySet<string>) => void;
  all: () => void;
  clear: () => void;
  /** Whether the rest of the list is still on its way. */
  isWaiting: boolean;
}

/** @param asked what the list shows: another question begins with nothing chosen */
export function useChosenPosts(pages: Pages<OfficerPost, Schemas['OfficerPostPage']>, asked: string): ChosenPosts {
  const { may } = useIdentity();
  const [kept, keep] = useState<{ asked: string; chosen: Chosen }>({ asked, chosen: nothing });
  const chosen = kept.asked === asked ? kept.chosen : nothing;
  const { more, hasMore } = pages;
  useEffect(() => {
    if (chosen.all) more?.();
  }, [chosen.all, more]);
  // What a caretaker has follows from the other posts. Who may only invite chooses whom to invite.
  const canChoose = (row: OfficerPost) => (may('post.manage') ? !row.caretaker : neverIn(row));
  const set = (next: Chosen) => keep({ asked, chosen: next });
  const rows = pages.rows.filter((row) => canChoose(row) && isChosen(chosen, keyOf(row)));
  return {
    rows,
    count: rows.length,
    has: (row) => canChoose(row) && isChosen(chosen, keyOf(row)),
    may: canChoose,
    set: (here, picked) => set(choose(chosen, here.map(keyOf), picked)),
    all: () => set(everything),
    clear: () => set(nothing),
    isWaiting: chosen.all && hasMore,
  };
}
