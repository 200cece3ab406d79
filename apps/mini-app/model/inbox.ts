/** Messages: the count for the tab at once, the list when opened. */
import { computed, signal } from '@preact/signals';
import { type InboxEntry, type InboxPage, take } from '#client';
import { api } from './api.ts';
import { read, write } from './local.ts';
import { session } from './session.ts';
import { type LoadState, failureCode } from './tasks.ts';

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

export async function loadInbox(): Promise<void> {
  inboxLoad.value = 'loading';
  try {
    const page = await take(api.GET('/me/inbox'));
    inbox.value = page;
    write('snapshot.inbox', { ...page, items: page.items.slice(0, 30) });
    inboxLoad.value = 'idle';
  } catch (error) {
    inboxLoad.value = { failed: failureCode(error) };
  }
}

/** Older messages, appended. */
export async function loadOlder(): Promise<void> {
  const page = inbox.value;
  if (!page?.nextCursor) return;
  const next = await take(api.GET('/me/inbox', { params: { query: { cursor: page.nextCursor } } }));
  inbox.value = { ...next, items: [...page.items, ...next.items] };
}
