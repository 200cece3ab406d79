/** What a person does goes into the queue; comes with the first screen on which something can be done. */
import type { Command, CommandDraft, CommandQueue } from '#client';
import { openQueue } from './queue.ts';

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

export async function dropCommand(id: string): ReturnType<CommandQueue['remove']> {
  // What is changed and sent at once has the same id and is another act.
  last = undefined;
  return (await openQueue()).remove(id);
}
