/**
 * The promise that nothing a member typed is lost: commands are stored first, shown at once, and sent when the
 * network allows, in order per lane, exactly once. Only their owner removes them.
 */
import { type Command, type CommandDraft, type SendResult, backOffMs } from './command.ts';
import type { CommandStore } from './command-store.ts';
import type { Send } from './send-command.ts';
import { uuid } from './uuid.ts';

export interface QueueOptions {
  store: CommandStore;
  send: Send;
  /** Reads receipt and references out of an answer, by kind of command. */
  outcome?: (command: Command, answer: unknown) => { receipt?: string | null; refs?: Record<string, string> };
  now?: () => number;
  random?: () => number;
  /** One tab flushes at a time; absent where the Web Locks API is. */
  locks?: Pick<LockManager, 'request'> | undefined;
  onSignedOut?: () => void;
}

/** Sent commands stay visible for a day ("Xong hôm nay"). */
const KEEP_SENT_MS = 86_400_000;

export class CommandQueue {
  private readonly options: QueueOptions;
  private readonly listeners = new Set<(items: readonly Command[]) => void>();
  private items: Command[] = [];
  private personId: string | undefined;
  private flushing: Promise<void> | undefined;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wakeAt: number | undefined;
  private seq = 0;

  constructor(options: QueueOptions) {
    this.options = options;
  }

  /** Loads the commands of a person; those of others on the same phone stay stored and unseen. */
  async open(personId: string): Promise<void> {
    this.personId = personId;
    const rows = await this.options.store.load(personId);
    const old = this.now() - KEEP_SENT_MS;
    const gone = rows.filter((row) => row.state === 'sent' && (row.sentAt ?? 0) < old);
    const made = this.items.filter((item) => item.personId === personId && !rows.some((row) => row.id === item.id));
    this.items = [...rows.filter((row) => !gone.includes(row)), ...made]
      .map((row) => (row.state === 'sending' ? { ...row, state: 'saved' as const } : row))
      .sort(byAge);
    this.changed();
    for (const row of gone) await this.options.store.remove(row.id);
  }

  /** Forgets the list in memory, not on the phone. */
  close(): void {
    this.personId = undefined;
    this.items = [];
    clearTimeout(this.timer);
    this.changed();
  }

  list(): readonly Command[] {
    return this.items;
  }

  unsent(): Command[] {
    return this.items.filter((item) => item.state !== 'sent');
  }

  subscribe(listener: (items: readonly Command[]) => void): () => void {
    this.listeners.add(listener);
    listener(this.items);
    return () => this.listeners.delete(listener);
  }

  /** Stores first, then tries to send. Resolves when the commands are safe on the phone. */
  async add(...drafts: CommandDraft[]): Promise<Command[]> {
    if (!this.personId) throw new Error('the queue is not open');
    const made = drafts.map(
      (draft): Command => ({
        ...draft,
        id: draft.id ?? uuid(),
        personId: this.personId as string,
        state: 'saved',
        createdAt: this.now(),
        seq: this.seq++,
        attempts: 0,
      }),
    );
    for (const command of made) await this.options.store.put(command);
    this.items = [...this.items, ...made];
    this.changed();
    void this.flush();
    return made;
  }

  /** The owner drops a command; what depends on it goes with it. One that is leaving right now stays. */
  async remove(id: string): Promise<boolean> {
    const item = this.items.find((candidate) => candidate.id === id);
    if (!item || item.state === 'sending') return false;
    const going = this.items.filter((candidate) => candidate.id === id || candidate.after === id);
    this.items = this.items.filter((candidate) => !going.includes(candidate));
    this.changed();
    for (const command of going) await this.options.store.remove(command.id);
    return true;
  }

  /** A way out of a refusal: the same content under a new command; its photos follow the new one. */
  async replace(id: string, draft: CommandDraft): Promise<void> {
    const followers = this.items.filter((item) => item.after === id && item.state !== 'sent');
    const newId = draft.id ?? uuid();
    for (const follower of followers) await this.update(follower, { after: newId, lane: draft.lane });
    await this.add({ ...draft, id: newId });
    await this.remove(id);
  }

  /** Sends what may leave now. Calls made meanwhile join the running one and cause one more round. */
  flush(): Promise<void> {
    this.again = true;
    this.flushing ??= this.run().finally(() => {
      this.flushing = undefined;
    });
    return this.flushing;
  }

  /** Flushes at the moments when a phone comes back: start, network, app shown again. */
  listen(target: Window): () => void {
    const wake = () => {
      if (target.document.visibilityState === 'hidden') return;
      for (const item of this.items) delete item.nextAttemptAt;
      void this.flush();
    };
    target.addEventListener('online', wake);
    target.document.addEventListener('visibilitychange', wake);
    return () => {
      target.removeEventListener('online', wake);
      target.document.removeEventListener('visibilitychange', wake);
    };
  }

  private async run(): Promise<void> {
    const rounds = async () => {
      while (this.again && this.personId) {
        this.again = false;
        await this.round();
      }
    };
    const { locks } = this.options;
    if (locks)
      await locks.request('to-so-queue', { ifAvailable: true }, (lock) => (lock ? rounds() : this.retryIn(2000)));
    else await rounds();
  }

  private async round(): Promise<void> {
    const waiting = new Set<string>();
    for (const { id } of this.items.filter((item) => item.state === 'saved')) {
      const item = this.items.find((candidate) => candidate.id === id);
      if (item?.state !== 'saved' || waiting.has(item.lane)) continue;
      const path = this.pathOf(item);
      if (!path) continue;
      if ((item.nextAttemptAt ?? 0) > this.now()) {
        waiting.add(item.lane);
        this.retryIn((item.nextAttemptAt ?? 0) - this.now());
        continue;
      }
      const goOn = await this.attempt(item, path);
      if (goOn === 'stop') return;
      if (goOn === 'lane') waiting.add(item.lane);
    }
  }

  /** The path with references filled in; undefined while the command that it follows is not through. */
  private pathOf(item: Command): string | undefined {
    if (!item.after) return item.path;
    const leader = this.items.find((candidate) => candidate.id === item.after);
    if (leader?.state !== 'sent') return undefined;
    const path = item.path.replace(/\{(\w+)\}/g, (place, name: string) => leader.refs?.[name] ?? place);
    return path.includes('{') ? undefined : path;
  }

  private async attempt(item: Command, path: string): Promise<'next' | 'lane' | 'stop'> {
    const sending = await this.update(item, { state: 'sending', attempts: item.attempts + 1 });
    const result = await this.options.send(sending, path, (share) => this.show(item.id, { uploaded: share }));
    await this.settle(sending, result);
    if (result.kind === 'offline' || result.kind === 'signed-out') return 'stop';
    return result.kind === 'later' ? 'lane' : 'next';
  }

  private async settle(item: Command, result: SendResult): Promise<void> {
    switch (result.kind) {
      case 'sent': {
        const { blob: _sentBytes, ...rest } = item;
        await this.update(
          rest,
          { state: 'sent', sentAt: this.now(), ...this.options.outcome?.(item, result.answer) },
          true,
        );
        return;
      }
      case 'refused':
        await this.update(item, { state: 'refused', refusal: result.refusal });
        return;
      case 'signed-out':
        await this.update(item, { state: 'saved' });
        this.options.onSignedOut?.();
        return;
      default: {
        const wait =
          (result.kind === 'later' ? result.afterMs : undefined) ??
          backOffMs(item.attempts, (this.options.random ?? Math.random)());
        await this.update(item, { state: 'saved', nextAttemptAt: this.now() + wait });
        this.retryIn(wait);
      }
    }
  }

  /** Wakes at the earliest of all moments asked for. */
  private retryIn(ms: number): void {
    const at = this.now() + Math.max(50, ms);
    if (this.wakeAt !== undefined && this.wakeAt <= at && this.wakeAt > this.now()) return;
    this.wakeAt = at;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.wakeAt = undefined;
      void this.flush();
    }, at - this.now());
    (this.timer as { unref?: () => void }).unref?.();
  }

  private async update(item: Command, change: Partial<Command>, whole = false): Promise<Command> {
    const current = whole ? item : (this.items.find((candidate) => candidate.id === item.id) ?? item);
    const next = { ...current, ...change };
    delete next.uploaded;
    await this.options.store.put(next);
    this.items = this.items.map((candidate) => (candidate.id === item.id ? next : candidate));
    this.changed();
    return next;
  }

  private show(id: string, change: Partial<Command>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item));
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener(this.items);
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}

const byAge = (a: Command, b: Command): number => a.createdAt - b.createdAt || a.seq - b.seq;
