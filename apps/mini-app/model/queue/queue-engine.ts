/** Builds the queue over IndexedDB and the network, and reads the answers of commands. */
import {
  type Command,
  CommandQueue,
  type CommandStore,
  type QuickReportAnswer,
  type SendResult,
  type TaskReceipt,
  withdrawCommandAt,
  mirroredStore,
  noCommandStore,
  openCommandStore,
  sendCommandTo,
} from '#client';
import { apiBase } from '../api.ts';
import { host, hosted } from '../device/host.ts';
import { now } from '../clock.ts';
import { heard, heardNothing } from '../device/network.ts';
import { forgetSession, me, session, token } from '../sign-in/session.ts';
import { absorb, loadTask } from '../task-details.ts';
import { loadTasks } from '../tasks.ts';
import { read, write } from '../local.ts';
import { isReceipt } from './answer-shapes.ts';
import { type LeftBehind, commands, refused, unsent } from './kept-commands.ts';
import { withPending } from './overlay.ts';
import type { Signal } from '../signals.ts';
import { overlay } from '../tasks-shown.ts';
import { readTrainingOutcome } from '../training/outcomes.ts';

/** @param queueRead becomes true when what is kept stands on the screens */
export function startEngine(queueRead: Signal<boolean>): CommandQueue {
  const send = sendCommandTo({ baseUrl: apiBase, token });
  const withdraw = withdrawCommandAt({ baseUrl: apiBase, token });
  const queue = new CommandQueue({
    store: storeOfPhone(),
    now,
    send: async (command, path, onUploaded) => {
      // Whoever is signed in now does not send what another person of this phone has done.
      if (command.personId !== session.value?.personId) return { kind: 'later' };
      const started = Date.now();
      const heardBack = await send(command, path, onUploaded);
      const isDoubtful = heardBack.kind === 'sent' && !isReceipt(command.kind, heardBack.answer);
      const result: SendResult = isDoubtful ? { kind: 'later' } : heardBack;
      if (result.kind === 'offline') heardNothing();
      else heard(command.blob ? 0 : Date.now() - started);
      // This phone thinks of another day: the next list says which it is.
      if (result.kind === 'refused' && result.refusal.code === 'progress.inFuture') void loadTasks();
      return result;
    },
    withdraw,
    outcome: readOutcome,
    locks: navigator.locks,
    onSignedOut: () => forgetSession(true),
  });
  overlay.value = withPending;
  knowWhatIsKept(queue, queueRead);
  queue.subscribe((items) => {
    commands.value = items;
    if (queueRead.value) remember();
  });
  followOtherTabs(queue);
  queue.listen(window);
  return queue;
}

/**
 * What is kept is known once the store was read. The page may know of items that its store has no more: somebody has cleared
 * it, and that is not passed over in silence.
 */
function knowWhatIsKept(queue: CommandQueue, queueRead: Signal<boolean>): void {
  const open = queue.open.bind(queue);
  queue.open = async (personId) => {
    const before = read<LeftBehind>('unsent');
    const isRead = await open(personId);
    if (!isRead) return false;
    if (before?.personId === personId && before.n > 0 && queue.list().length === 0) write('lost', before);
    queueRead.value = true;
    remember();
    return true;
  };
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

function leftBehind(): LeftBehind | undefined {
  if (commands.value.every((item) => item.state === 'sent')) return undefined;
  const open = [...unsent.value, ...refused.value];
  return {
    personId: me.value?.person.id ?? '',
    n: new Set(open).size,
    name: me.value?.person.fullName ?? '',
    since: Math.min(...open.map(({ createdAt }) => createdAt)),
  };
}
/** Two tabs show one list: whoever changes it tells the others. */
function followOtherTabs(queue: CommandQueue): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel('to-so-queue');
  let told = '';
  queue.subscribe((items) => {
    const stands = items.map(({ id, state }) => id + state).join();
    if (stands !== told && items.every(({ state }) => state !== 'sending')) channel.postMessage((told = stands));
  });
  channel.onmessage = ({ data }) => {
    if (data === told) return;
    told = data as string;
    void queue.reload();
  };
}

/** Web views of other apps may lose the page's database: there the host keeps the commands too. */
function storeOfPhone(): CommandStore {
  const store = typeof indexedDB === 'undefined' ? noCommandStore : openCommandStore();
  if (!hosted) return store;
  const kept = async () => (await host()).storage;
  return mirroredStore(store, {
    get: async (key) => (await kept()).get(key),
    set: async (key, value) => (await kept()).set(key, value),
    remove: async (key) => (await kept()).remove(key),
  });
}

/** What somebody has left here unsent, also while nobody is signed in. */
export const leftBy = async (personId: string): Promise<Command[]> =>
  (await storeOfPhone().load(personId)).filter(({ state }) => state !== 'sent');

/** The server's answer is the truth about the task; its receipt and ids are what later commands and screens need. */
export function readOutcome(
  command: Pick<Command, 'kind'> & Partial<Pick<Command, 'view'>>,
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
  if (command.kind === 'quick' || command.kind === 'quick.apart') {
    const { entry } = answer as QuickReportAnswer;
    const taskId = command.view?.taskId;
    // The task counts more, or less, from now on.
    if (taskId) void loadTask(String(taskId)).catch(() => {});
    return { receipt: entry.receipt, refs: { entryId: entry.id } };
  }
  if (command.kind.startsWith('training.')) return readTrainingOutcome(command.kind, answer);
  return {};
}
