/** Messages: the count for the tab at once, the list when opened, news by the live stream. */
import { computed, signal } from '@preact/signals';
import { type InboxEntry, type InboxPage, openEventStream, take } from '#client';
import { api, apiBase } from './api.ts';
import { seen } from './commands.ts';
import { now } from './clock.ts';
import { read, write } from './local.ts';
import { enqueue } from './queue.ts';
import { session, token } from './session.ts';
import { type LoadState, failureCode, loadTasks, myTasks } from './tasks.ts';

export const inbox = signal<InboxPage | undefined>(session.value && read<InboxPage>('snapshot.inbox'));
export const inboxLoad = signal<LoadState>('idle');
const seenHere = signal<ReadonlySet<string>>(new Set());

export const isSeen = (entry: InboxEntry): boolean => entry.seenAt !== null || seenHere.value.has(entry.id);
export const unseenCount = computed(() => {
  const page = inbox.value;
  if (!page) return 0;
  return Math.max(0, page.unseen - page.items.filter((entry) => entry.seenAt === null && seenHere.value.has(entry.id)).length);
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

/** A message that was open for a second; queued, so that it counts without a network too. */
export function markSeen(entry: InboxEntry): void {
  if (isSeen(entry)) return;
  seenHere.value = new Set([...seenHere.value, entry.id]);
  void enqueue(seen([entry.id], new Date(now()).toISOString()));
}

export const seenMoment = (entry: InboxEntry): string | undefined => entry.seenAt ?? undefined;

/** A duty stays on top until it is done: seen, or answered when it is about a task. */
export function openDuty(): InboxEntry | undefined {
  return inbox.value?.items.find((entry) => {
    if (!entry.mandatory) return false;
    if (!entry.taskId) return !isSeen(entry);
    return myTasks.value?.tasks.some((task) => task.id === entry.taskId && task.state === 'assigned') ?? false;
  });
}

export function listenForNews(): () => void {
  return openEventStream({
    url: `${apiBase}/me/inbox/stream`,
    token,
    onOpen: () => void loadInbox(),
    onEvent: ({ event }) => {
      if (event !== 'inbox') return;
      void loadInbox();
      void loadTasks();
    },
  });
}
