/** Which messages the reader has had open; queued, so that it counts without a network too. */
import type { InboxEntry } from '#client';
import { now } from './clock.ts';
import { seen } from './queue/commands.ts';
import { inbox, isSeen, seenHere } from './inbox.ts';
import { enqueue } from './queue/queue.ts';
import { myTasks } from './tasks.ts';

export function markSeen(entry: InboxEntry): void {
  if (isSeen(entry)) return;
  seenHere.value = new Set([...seenHere.value, entry.id]);
  void enqueue(seen([entry.id], new Date(now()).toISOString()));
}

/** A duty stays on top until it is done: seen, or answered when it is about a task. */
export function openDuty(): InboxEntry | undefined {
  return inbox.value?.items.find((entry) => {
    if (!entry.mandatory) return false;
    if (!entry.taskId) return !isSeen(entry);
    return myTasks.value?.tasks.some((task) => task.id === entry.taskId && task.state === 'assigned') ?? false;
  });
}
