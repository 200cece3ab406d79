/**
 * The queue of this phone as the screens use it. Its machinery is a chunk of its own: it loads when the first list
 * stands, when something is done, or at once when the last run left something unsent.
 */
import { signal } from '@preact/signals';
import type { Command, CommandDraft, CommandQueue } from '#client';
import { type LeftBehind, commands, leftBehind } from './kept-commands.ts';
import { read, write } from '../local.ts';
import { session } from '../sign-in/session.ts';

let engine: Promise<CommandQueue> | undefined;
let openFor: string | undefined;

/** What this phone keeps is on the screens; before that nobody can say that nothing waits. */
export const queueRead = signal(false);

/** The queue, loaded and opened for whoever is signed in. */
export async function openQueue(): Promise<CommandQueue> {
  engine ??= import('./queue-engine.ts').then(({ startEngine }) =>
    startEngine((items) => {
      commands.value = items;
      if (queueRead.value) remember();
    }),
  );
  engine.catch(() => {
    engine = undefined;
  });
  const queue = await engine;
  const personId = session.value?.personId;
  if (personId && openFor !== personId) {
    openFor = personId;
    if (await queue.open(personId)) {
      queueRead.value = true;
      remember();
    } else openFor = undefined;
    void queue.flush();
  }
  return queue;
}

/**
 * What stays behind when its person is signed out is told on the screen that then stands. What another person has left
 * on this phone is not forgotten with it.
 */
function remember(): void {
  const left = leftBehind();
  const mine = read<Partial<LeftBehind>>('unsent')?.personId ?? session.value?.personId;
  if (session.value && (left || mine === session.value.personId)) write('unsent', left);
}

let asked = false;
/** A second touch of the same button on a busy phone comes this soon. */
const ONE_TOUCH_MS = 1000;
let last: { what: string; at: number; made: Promise<Command[]> } | undefined;

/** Resolves when the commands are safe on the phone, or kept in the page only. The same act within a second is one. */
export function enqueue(...drafts: CommandDraft[]): Promise<Command[]> {
  if (!asked) {
    asked = true;
    void navigator.storage?.persist?.().catch(() => false);
  }
  const [first] = drafts;
  const what = first?.id ?? JSON.stringify([first?.kind, first?.path, first?.body]);
  const at = performance.now();
  if (last?.what === what && at - last.at < ONE_TOUCH_MS) return last.made;
  const made = openQueue().then((queue) => queue.add(...drafts));
  last = { what, at, made };
  made.catch(() => {
    last = undefined;
  });
  return made;
}

export async function sendNow(): Promise<void> {
  await (await openQueue()).sendNow();
}

export async function flushQueue(): Promise<void> {
  await (await openQueue()).flush();
}
export async function dropCommand(id: string): ReturnType<CommandQueue['remove']> {
  // What is changed and sent at once has the same id and is another act.
  last = undefined;
  return (await openQueue()).remove(id);
}

/** The list leaves the screens; what is unsent stays stored under its person. */
export function closeQueue(): void {
  openFor = undefined;
  queueRead.value = false;
  void engine?.then((queue) => queue.close());
}
