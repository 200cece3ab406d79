/** Builds the queue over IndexedDB and the network, and reads the answers of commands. */
import {
  type Command,
  CommandQueue,
  type CommandStore,
  type QuickReportAnswer,
  type TaskReceipt,
  memoryCommandStore,
  mirroredStore,
  openCommandStore,
  sendCommandTo,
} from '#client';
import { apiBase } from '../api.ts';
import { host, hosted } from '../device/host.ts';
import { heard, heardNothing } from '../device/network.ts';
import { forgetSession, token } from '../session.ts';
import { absorb } from '../tasks.ts';
import { readTrainingOutcome } from '../training/outcomes.ts';

export function startEngine(onChange: (items: readonly Command[]) => void): CommandQueue {
  const send = sendCommandTo({ baseUrl: apiBase, token });
  const queue = new CommandQueue({
    store: storeOfPhone(),
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

/** Web views of other apps may lose the page's database: there the host keeps the commands too. */
function storeOfPhone(): CommandStore {
  const store = typeof indexedDB === 'undefined' ? memoryCommandStore() : openCommandStore();
  if (!hosted) return store;
  const kept = async () => (await host()).storage;
  return mirroredStore(store, {
    get: async (key) => (await kept()).get(key),
    set: async (key, value) => (await kept()).set(key, value),
    remove: async (key) => (await kept()).remove(key),
  });
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
  if (command.kind.startsWith('training.')) return readTrainingOutcome(command.kind, answer);
  return {};
}
