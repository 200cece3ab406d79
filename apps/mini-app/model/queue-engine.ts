/** Builds the queue over IndexedDB and the network, and reads the answers of commands. */
import {
  type Command,
  CommandQueue,
  type QuickReportAnswer,
  type TaskReceipt,
  memoryCommandStore,
  openCommandStore,
  sendCommandTo,
} from '#client';
import { apiBase } from './api.ts';
import { heard, heardNothing } from './network.ts';
import { forgetSession, token } from './session.ts';
import { absorb } from './tasks.ts';

export function startEngine(onChange: (items: readonly Command[]) => void): CommandQueue {
  const send = sendCommandTo({ baseUrl: apiBase, token });
  const queue = new CommandQueue({
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
  queue.subscribe(onChange);
  queue.listen(window);
  return queue;
}

/** The server's answer is the truth about the task; its receipt and ids are what later commands and screens need. */
export function readOutcome(
  command: Pick<Command, 'kind'>,
  answer: unknown,
): { receipt?: string | null; refs?: Record<string, string> } {
  if (command.kind.startsWith('task.')) {
    const { task, receipt, alreadyBy } = answer as TaskReceipt;
    absorb(task);
    const entry = receipt ? task.entries.find((one) => one.receipt === receipt) : undefined;
    return {
      receipt,
      refs: { ...(entry && { entryId: entry.id }), ...(alreadyBy && { alreadyBy: alreadyBy.fullName }) },
    };
  }
  if (command.kind === 'quick') {
    const { entry } = answer as QuickReportAnswer;
    return { receipt: entry.receipt, refs: { entryId: entry.id } };
  }
  return {};
}
