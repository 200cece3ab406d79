/** Fetches messages; the first screen only counts what was kept. */
import { take } from '#client';
import { api } from '../api.ts';
import { inbox, inboxLoad } from './inbox.ts';
import { write } from '../local.ts';
import { failureCode } from '../tasks.ts';

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
