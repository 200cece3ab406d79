/** Messages: the count for the tab at once, the list when opened. */
import { computed, signal } from '../signals.ts';
import type { InboxEntry, InboxPage } from '#client';
import { read } from '../local.ts';
import { session } from '../sign-in/session.ts';
import type { LoadState } from '../tasks.ts';

export const inbox = signal<InboxPage | undefined>(session.value && read<InboxPage>('snapshot.inbox'));
export const inboxLoad = signal<LoadState>('idle');
/** Seen in this run, perhaps not yet known to the server. */
export const seenHere = signal<ReadonlySet<string>>(new Set());

export const isSeen = (entry: InboxEntry): boolean => entry.seenAt !== null || seenHere.value.has(entry.id);
export const unseenCount = computed(() => {
  const page = inbox.value;
  if (!page) return 0;
  return Math.max(
    0,
    page.unseen - page.items.filter((entry) => entry.seenAt === null && seenHere.value.has(entry.id)).length,
  );
});
