/** The queue of this phone, opened for the person who is signed in. */
import { computed, signal } from '@preact/signals';
import { type Command, type CommandDraft, CommandQueue, type QuickReportAnswer, type TaskReceipt, memoryCommandStore, openCommandStore, sendCommandTo } from '#client';
import { apiBase } from './api.ts';
import { isQuiet } from './commands.ts';
import { heard, heardNothing } from './network.ts';
import { forgetSession, token } from './session.ts';
import { absorb } from './tasks.ts';

export const commands = signal<readonly Command[]>([]);
export const worthShowing = computed(() => commands.value.filter((item) => !isQuiet(item.kind)));
export const unsent = computed(() => worthShowing.value.filter((item) => item.state === 'saved' || item.state === 'sending'));
export const refused = computed(() => worthShowing.value.filter((item) => item.state === 'refused'));

const send = sendCommandTo({ baseUrl: apiBase, token });

export const queue = new CommandQueue({
  store: typeof indexedDB === 'undefined' ? memoryCommandStore() : openCommandStore(),
  send: async (command, path, onUploaded) => {
    const started = Date.now();
    const result = await send(command, path, onUploaded);
    if (result.kind === 'offline') heardNothing();
    else heard(command.blob ? 0 : Date.now() - started);
    return result;
  },
  outcome: readOutcome,
  locks: navigator.locks,
  onSignedOut: forgetSession,
});
queue.subscribe((items) => {
  commands.value = items;
});

function readOutcome(command: Command, answer: unknown): { receipt?: string | null; refs?: Record<string, string> } {
  if (command.kind.startsWith('task.')) {
    const { task, receipt, alreadyBy } = answer as TaskReceipt;
    absorb(task);
    const entry = receipt ? task.entries.find((one) => one.receipt === receipt) : undefined;
    return { receipt, refs: { ...(entry && { entryId: entry.id }), ...(alreadyBy && { alreadyBy: alreadyBy.fullName }) } };
  }
  if (command.kind === 'quick') {
    const { entry } = answer as QuickReportAnswer;
    return { receipt: entry.receipt, refs: { entryId: entry.id } };
  }
  return {};
}

let asked = false;
export async function enqueue(...drafts: CommandDraft[]): Promise<Command[]> {
  if (!asked) {
    asked = true;
    void navigator.storage?.persist?.().catch(() => false);
  }
  return queue.add(...drafts);
}

export const commandById = (id: string): Command | undefined => commands.value.find((item) => item.id === id);
