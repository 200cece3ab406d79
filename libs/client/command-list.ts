/** A person's commands as the page shows them, and as the phone stores them. The page goes on where the phone cannot store. */
import type { Command } from './command.ts';
import type { CommandStore } from './command-store.ts';

/** Sent commands stay visible for a day ("Xong hôm nay"). */
const KEEP_SENT_MS = 86_400_000;

export class CommandList {
  readonly store: CommandStore;
  private readonly listeners = new Set<(items: readonly Command[]) => void>();
  private items: Command[] = [];
  /** Of those who were signed out while the phone could not store: this page alone has it. */
  private aside: Command[] = [];
  private lastSeq = 0;

  constructor(store: CommandStore) {
    this.store = store;
  }

  /**
   * @param at milliseconds; what was sent a day before is dropped, unless something still follows it
   * @returns false when what this phone keeps could not be read
   */
  async load(personId: string, at: number): Promise<boolean> {
    const found = await this.store.load(personId).catch(() => undefined);
    const rows = found ?? [];
    const needed = new Set(rows.filter((row) => row.state !== 'sent').map((row) => row.after));
    const gone = rows.filter(
      (row) => row.state === 'sent' && (row.sentAt ?? 0) < at - KEEP_SENT_MS && !needed.has(row.id),
    );
    const made = [...this.items, ...this.aside].filter(
      (item) => item.personId === personId && !rows.some((row) => row.id === item.id),
    );
    this.aside = this.aside.filter((item) => item.personId !== personId);
    this.show([...rows.filter((row) => !gone.includes(row)), ...made].map(asAtRest).sort(byOrder));
    this.lastSeq = Math.max(this.lastSeq, ...this.items.map(orderOf));
    if (gone.length > 0) await this.keep([], gone);
    return found !== undefined;
  }

  all(): readonly Command[] {
    return this.items;
  }

  /** What this page alone has of somebody who is not signed in. */
  asideOf(personId: string): readonly Command[] {
    return this.aside.filter((item) => item.personId === personId);
  }

  /** The list is nobody's any more. What could not be stored waits in the page until it can be, or its person comes back. */
  leave(): void {
    this.aside = [...this.aside, ...this.items.filter(({ unstored, state }) => unstored && state !== 'sent')];
    this.show([]);
    void this.storeAgain();
  }

  find(id: string): Command | undefined {
    return this.items.find((item) => item.id === id);
  }

  /** A command and what follows it: one act of a person. */
  actOf(id: string | undefined): Command[] {
    return id ? this.items.filter((item) => item.id === id || item.after === id) : [];
  }

  /** Grows whatever the clock does. */
  nextSeq(at: number): number {
    this.lastSeq = Math.max(at, this.lastSeq + 1);
    return this.lastSeq;
  }

  subscribe(listener: (items: readonly Command[]) => void): () => void {
    this.listeners.add(listener);
    listener(this.items);
    return () => this.listeners.delete(listener);
  }

  show(items: readonly Command[]): void {
    this.items = [...items];
    for (const listener of this.listeners) listener(this.items);
  }

  /** Shows it, and stores it where the phone can. */
  async put(item: Command): Promise<Command> {
    const { uploaded: _over, ...next } = item;
    if (await this.keep([next], [])) delete next.unstored;
    this.show(this.items.map((one) => (one.id === next.id ? next : one)));
    return next;
  }

  /** What only the page has goes to the phone as soon as it can be stored there: it outlives the page and the session then. */
  async storeAgain(): Promise<void> {
    const loose = this.loose().map(storable);
    if (loose.length === 0 || !(await this.keep(loose, []))) return;
    const ids = new Set(loose.map(({ id }) => id));
    this.aside = this.aside.filter(({ id }) => !ids.has(id));
    this.show(this.items.map((item) => (ids.has(item.id) ? storable(item) : item)));
  }

  /** What dies with this page, whoever is signed in. */
  loose(): Command[] {
    return [...this.items, ...this.aside].filter(({ unstored }) => unstored);
  }

  /** Takes some out and puts others in their place, in one write. False when what is stored cannot be taken out. */
  async swap(put: readonly Command[], remove: readonly Command[]): Promise<boolean> {
    const kept = await this.keep(put, remove);
    if (!kept && put.length === 0 && remove.some(({ unstored }) => !unstored)) return false;
    const changed = new Map(put.map((item) => [item.id, kept ? item : { ...item, unstored: true as const }]));
    const left = this.items.filter((item) => !remove.includes(item));
    const fresh = put.filter((item) => !left.some((one) => one.id === item.id));
    this.show([...left, ...fresh].map((item) => changed.get(item.id) ?? item));
    return true;
  }

  /** What cannot be written stays true in the page: sending does not end because the phone is full. */
  private keep(put: readonly Command[], remove: readonly Command[]): Promise<boolean> {
    return this.store
      .swap(
        put,
        remove.map(({ id }) => id),
      )
      .then(
        () => true,
        () => false,
      );
  }
}

const storable = ({ unstored: _noMore, ...item }: Command): Command => item;

/** A run that ended while something was leaving, or waited for a time of a clock that was wrong. */
const asAtRest = ({ nextAttemptAt: _asOfThen, ...row }: Command): Command =>
  row.state === 'sending' ? { ...row, state: 'saved' } : row;
const orderOf = ({ seq, createdAt }: Command): number => (seq > 1e9 ? seq : createdAt + seq / 1000);
const byOrder = (a: Command, b: Command): number => orderOf(a) - orderOf(b);
