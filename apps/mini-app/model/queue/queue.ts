/**
 * The queue of this phone as the screens use it. Its machinery is a chunk of its own: it loads when the first list
 * stands, when something is done, or at once when the last run left something unsent.
 */
import { signal } from '../signals.ts';
import type { CommandQueue } from '#client';
import { session } from '../sign-in/session.ts';

let engine: Promise<CommandQueue> | undefined;
let openFor: string | undefined;

/** What this phone keeps is on the screens; before that nobody can say that nothing waits. */
export const queueRead = signal(false);

/** The queue, loaded and opened for whoever is signed in. */
export async function openQueue(): Promise<CommandQueue> {
  engine ??= import('./queue-engine.ts').then(({ startEngine }) => startEngine(queueRead));
  engine.catch(() => {
    engine = undefined;
  });
  const queue = await engine;
  const personId = session.value?.personId;
  if (personId && openFor !== personId) {
    openFor = personId;
    if (!(await queue.open(personId))) openFor = undefined;
    void queue.flush();
  }
  return queue;
}

export async function flushQueue(): Promise<void> {
  await (await openQueue()).flush();
}

/** The list leaves the screens; what is unsent stays stored under its person. */
export function closeQueue(): void {
  openFor = undefined;
  queueRead.value = false;
  void engine?.then((queue) => queue.close());
}
