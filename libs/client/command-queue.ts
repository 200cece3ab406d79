/**
 * The promise that nothing a member typed is lost: commands are stored first, shown at once, and sent when the
 * network allows, in order per lane, exactly once. Only their owner removes them.
 */
import {
  type Arrival,
  type Command,
  type CommandDraft,
  LONGEST_WAIT_MS,
  type SendResult,
  backOffMs,
  isPhoto,
  mayHaveArrived,
} from './command.ts';
import { CommandList } from './command-list.ts';
import type { CommandStore } from './command-store.ts';
import { Stream } from './command-stream.ts';
import type { Send } from './send-command.ts';
import { uuid } from './uuid.ts';

export interface QueueOptions {
  store: CommandStore;
  send: Send;
  /** Takes back of an earlier attempt what has not arrived: it cannot arrive any more. */
  withdraw?: (command: Command) => Promise<Arrival>;
  /** Reads receipt and references out of an answer, by kind of command. */
  outcome?: (command: Command, answer: unknown) => { receipt?: string | null; refs?: Record<string, string> };
  /** Milliseconds, by the server's clock as far as it is known. */
  now?: () => number;
  random?: () => number;
  /** One tab flushes at a time; absent where the Web Locks API is. */
  locks?: Pick<LockManager, 'request'> | undefined;
  onSignedOut?: () => void;
}

export class CommandQueue {
  private readonly options: QueueOptions;
  private readonly items: CommandList;
  private readonly adding = new Map<string, Promise<Command[]>>();
  /** Photos have a stream of their own, which gives way to the other at each photo. */
  private readonly counts: Stream;
  private readonly photos: Stream;
  private personId: string | undefined;

  constructor(options: QueueOptions) {
    this.options = options;
    this.items = new CommandList(options.store);
    const { locks } = options;
    this.counts = new Stream({ name: 'to-so-queue', locks, round: () => this.round(false) });
    this.photos = new Stream({ name: 'to-so-photos', locks, round: () => this.round(true) });
  }

  /** Loads the commands of a person, false when they cannot be read; those of others on this phone stay stored and unseen. */
  async open(personId: string): Promise<boolean> {
    this.personId = personId;
    return this.items.load(personId, this.now());
  }

  /** Forgets the list in memory, not on the phone; what only this page has stays in it. */
  close(): void {
    this.personId = undefined;
    this.counts.stop();
    this.photos.stop();
    this.items.leave();
  }

  /** What only this page has of somebody who is signed out. */
  asideOf(personId: string): readonly Command[] {
    return this.items.asideOf(personId);
  }

  list(): readonly Command[] {
    return this.items.all();
  }

  unsent(): Command[] {
    return this.items.all().filter((item) => item.state !== 'sent');
  }

  subscribe(listener: (items: readonly Command[]) => void): () => void {
    return this.items.subscribe(listener);
  }

  /**
   * Stores all of them in one write, then tries to send. Resolves when they are safe on the phone, or `unstored` when it
   * cannot store. The first one's id stands for the act: a second tap, or another tab, gets what the first one made.
   */
  add(...drafts: CommandDraft[]): Promise<Command[]> {
    const act = drafts[0]?.id;
    if (!act) return this.addNow(drafts);
    const known = this.adding.get(act) ?? this.addNow(drafts).finally(() => this.adding.delete(act));
    this.adding.set(act, known);
    return known;
  }

  private async addNow(drafts: CommandDraft[]): Promise<Command[]> {
    if (!this.personId) throw new Error('the queue is not open');
    const earlier = this.items.actOf(drafts[0]?.id);
    if (earlier.length > 0) return earlier;
    const made = drafts.map((draft) => this.commandOf(draft));
    try {
      if (!(await this.options.store.add(made))) {
        await this.reload();
        return this.items.actOf(made[0]?.id);
      }
    } catch {
      for (const command of made) command.unstored = true;
    }
    this.items.show([...this.items.all(), ...made]);
    void this.flush();
    return made;
  }

  private commandOf(draft: CommandDraft): Command {
    const createdAt = this.now();
    return {
      ...draft,
      id: draft.id ?? uuid(),
      personId: this.personId as string,
      state: 'saved',
      createdAt,
      seq: this.items.nextSeq(createdAt),
      attempts: 0,
    };
  }

  /** What another tab has done meanwhile. */
  async reload(): Promise<void> {
    if (this.personId && !this.items.all().some((item) => item.state === 'sending')) await this.open(this.personId);
  }

  /**
   * The owner takes a command out, to drop or to change it; what depends on it goes with it. One that is leaving stays.
   * Of which an attempt may have arrived, the server takes it back first: an attempt still on its way is not worked any more.
   * What has arrived is settled by its answer and stays, and nothing happens while that cannot be known.
   */
  async remove(id: string): Promise<'removed' | 'arrived' | 'unknown'> {
    const item = this.items.find(id);
    if (!item || item.state === 'sending') return 'unknown';
    if (!mayHaveArrived(item)) return this.removeNow(id);
    return (await this.streamOf(item).between(() => this.removeNow(id))) ?? 'unknown';
  }

  private async removeNow(id: string): Promise<'removed' | 'arrived' | 'unknown'> {
    const item = this.items.find(id);
    if (!item || item.state === 'sending') return 'unknown';
    if (item.state === 'sent') return 'arrived';
    if (mayHaveArrived(item)) {
      const arrival = (await this.options.withdraw?.(item)) ?? { kind: 'later' };
      if (arrival.kind === 'sent') await this.settle(item, arrival);
      if (arrival.kind === 'sent') return 'arrived';
      if (arrival.kind === 'signed-out') this.options.onSignedOut?.();
      if (arrival.kind !== 'withdrawn' && arrival.kind !== 'refused') return 'unknown';
    }
    return (await this.items.swap([], this.items.actOf(id))) ? 'removed' : 'unknown';
  }

  /** A way out of a refusal: the same content under a new command, in one write; its photos follow the new one. */
  async replace(id: string, draft: CommandDraft): Promise<void> {
    const old = this.items.find(id);
    if (!old || old.state === 'sending') return;
    const made = this.commandOf(draft);
    const followers = this.items
      .actOf(id)
      .filter((item) => item.after === id && item.state !== 'sent')
      .map((item) => ({ ...item, after: made.id, lane: `${draft.lane}:photos` }));
    await this.items.swap([made, ...followers], [old]);
    void this.flush();
  }

  /** Sends what may leave now: resolves when the counts have been tried; photos go on behind them. */
  async flush(): Promise<void> {
    void this.items.storeAgain();
    await this.counts.flush();
    void this.photos.flush();
  }

  /** "Gửi ngay": nothing waits for its time any more. */
  async sendNow(): Promise<void> {
    this.items.show(this.items.all().map(({ nextAttemptAt: _passed, ...item }) => item));
    await this.flush();
  }

  /** Flushes at the moments when a phone comes back: start, network, app shown again. Warns before unstored work is lost. */
  listen(target: Window): () => void {
    const wake = () => {
      if (target.document.visibilityState !== 'hidden') void this.sendNow();
    };
    const leave = (event: BeforeUnloadEvent) => {
      if (this.items.loose().some((item) => item.state !== 'sent')) event.preventDefault();
    };
    target.addEventListener('online', wake);
    target.document.addEventListener('visibilitychange', wake);
    target.addEventListener('beforeunload', leave);
    return () => {
      target.removeEventListener('online', wake);
      target.document.removeEventListener('visibilitychange', wake);
      target.removeEventListener('beforeunload', leave);
    };
  }

  private async round(photos: boolean): Promise<void> {
    const waiting = new Set<string>();
    let silent = 0;
    for (const { id } of this.items.all().filter((item) => item.state === 'saved' && isPhoto(item) === photos)) {
      if (photos) await this.counts.flush();
      const item = this.items.find(id);
      if (item?.state !== 'saved' || waiting.has(item.lane)) continue;
      const path = await this.pathOf(item);
      if (!path) continue;
      const wait = (item.nextAttemptAt ?? 0) - this.now();
      if (wait > 0 && wait <= LONGEST_WAIT_MS) {
        waiting.add(item.lane);
        this.streamOf(item).retryIn(wait);
        continue;
      }
      const result = await this.attempt(item, path);
      if (result === 'signed-out') return;
      silent = result === 'offline' ? silent + 1 : 0;
      // One that never gets an answer does not hold up the others; two in a row are the network.
      if (silent > 1) return;
      if (result === 'offline' || result === 'later') waiting.add(item.lane);
    }
  }

  /** The path with references filled in; undefined while the command that it follows is not through. */
  private async pathOf(item: Command): Promise<string | undefined> {
    if (!item.after) return item.path;
    const leader = this.items.find(item.after);
    if (leader && leader.state !== 'sent') return undefined;
    const path = item.path.replace(/\{(\w+)\}/g, (place, name: string) => leader?.refs?.[name] ?? place);
    if (!path.includes('{')) return path;
    await this.update(item, { state: 'refused', refusal: { status: 404, code: 'queue.orphan', params: {} } });
    return undefined;
  }

  private async attempt(item: Command, path: string): Promise<SendResult['kind'] | 'gone'> {
    if (!(await this.isStillMine(item))) return 'gone';
    const unsure = mayHaveArrived(item);
    const sending = await this.update(item, { state: 'sending', attempts: item.attempts + 1, unsure: true });
    const result = await this.options.send(sending, path, (share) => this.show(item.id, { uploaded: share }));
    const stayed = result.kind === 'signed-out' || (result.kind === 'offline' && result.stayed);
    await this.settle(stayed ? { ...sending, unsure } : sending, result);
    return result.kind;
  }

  /** Another tab may have sent, changed or dropped it since this one looked. */
  private async isStillMine(item: Command): Promise<boolean> {
    if (item.unstored) return true;
    const row = await this.options.store.get(item.id).catch(() => item);
    if (row && row.state !== 'sent') return true;
    this.items.show(this.items.all().flatMap((one) => (one.id !== item.id ? [one] : row ? [row] : [])));
    return false;
  }

  private async settle(item: Command, result: SendResult): Promise<void> {
    switch (result.kind) {
      case 'sent': {
        const { blob: _sentBytes, lastTry: _over, nextAttemptAt: _past, unsure: _known, ...rest } = item;
        await this.update(rest, { state: 'sent', sentAt: this.now(), ...this.outcomeOf(item, result.answer) }, true);
        return;
      }
      case 'refused':
        if (result.refusal.code === 'platform.commandWithdrawn') return this.sendAnew(item);
        await this.update(item, { state: 'refused', refusal: result.refusal });
        return;
      case 'signed-out':
        await this.update(item, { state: 'saved', ...(item.unsure !== undefined && { unsure: item.unsure }) });
        this.options.onSignedOut?.();
        return;
      default: {
        const asked = result.kind === 'later' ? result.afterMs : undefined;
        const wait = Math.min(
          LONGEST_WAIT_MS,
          asked ?? backOffMs(item.attempts, (this.options.random ?? Math.random)()),
        );
        const lastTry = result.kind === 'later' ? 'busy' : result.foreign ? 'foreign' : 'offline';
        await this.update(item, {
          state: 'saved',
          nextAttemptAt: this.now() + wait,
          lastTry,
          unsure: item.unsure ?? true,
        });
        this.streamOf(item).retryIn(wait);
      }
    }
  }

  /**
   * Its owner took it back, the answer to that was lost, and so it is here still: nothing of it was worked, and what is here
   * is meant.
   */
  private async sendAnew(item: Command): Promise<void> {
    await this.update(item, { state: 'saved', unsure: false });
    const { kind, lane, method, path, body, blob, after, view } = item;
    await this.replace(item.id, { kind, lane, method, path, body, blob, after, view } as CommandDraft);
  }

  /** An answer that cannot be read is an answer all the same: the command has arrived. */
  private outcomeOf(item: Command, answer: unknown) {
    try {
      return this.options.outcome?.(item, answer);
    } catch {
      return {};
    }
  }

  private streamOf(item: Command): Stream {
    return isPhoto(item) ? this.photos : this.counts;
  }

  private update(item: Command, change: Partial<Command>, whole = false): Promise<Command> {
    const current = whole ? item : (this.items.find(item.id) ?? item);
    return this.items.put({ ...current, ...change });
  }

  private show(id: string, change: Partial<Command>): void {
    this.items.show(this.items.all().map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}
