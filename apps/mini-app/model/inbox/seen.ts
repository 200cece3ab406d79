/** Which messages the reader has had open; queued, so that it counts without a network too. */
import { type InboxEntry, take } from '#client';
import { api } from '../api.ts';
import { now } from '../clock.ts';
import { seen } from '../queue/commands.ts';
import { inbox, isSeen, seenHere } from './inbox.ts';
import { enqueue } from '../queue/enqueue.ts';

const toldNow = (ids: string[]) => enqueue(seen(ids, new Date(now()).toISOString()));

export function markSeen(entry: InboxEntry): Promise<unknown> {
  if (isSeen(entry)) return Promise.resolve();
  seenHere.value = new Set([...seenHere.value, entry.id]);
  return toldNow([entry.id]);
}

/** So long "Đã xem hết" can be taken back; nothing has left the phone until then. */
export const TAKE_BACK_MS = 5000;

/** All but the duties, also those that are not on the screen yet. Gives the function that takes it back. */
export function markAllSeen(duties: readonly string[]): () => void {
  const before = seenHere.value;
  const here = (inbox.value?.items ?? []).filter((entry) => !isSeen(entry)).map(({ id }) => id);
  const mine = (ids: string[]) => ids.filter((id) => !duties.includes(id));
  seenHere.value = new Set([...before, ...mine(here)]);
  const timer = setTimeout(() => {
    void take(api.GET('/me/inbox', { params: { query: { unseen: 'true', limit: 100 } } }))
      .then(
        ({ items }) => items.map(({ id }) => id),
        () => here,
      )
      .then((ids) => mine([...new Set([...here, ...ids])]))
      .then((ids) => {
        seenHere.value = new Set([...seenHere.value, ...ids]);
        return ids.length > 0 ? toldNow(ids.slice(0, 200)) : undefined;
      });
  }, TAKE_BACK_MS);
  return () => {
    clearTimeout(timer);
    seenHere.value = before;
  };
}
