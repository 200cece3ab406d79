/**
 * One account's pace in this process. Slots come in runs from the store that all workers share; whoever wants to send takes
 * the next one and waits until it has come. Slots that this process comes too late for are given up: used all at once
 * they would be more than the account allows.
 */
import type { Run, Wanted } from './pace-store.ts';

/** What is reserved ahead of its time: long enough that it costs nothing, short enough to lose when a process dies. */
const REACH_MS = 2_000;
/** Later than this, or than half of the burst takes, a slot is given up. */
const LATE_MS = 100;
/** Faster than this no provider counts; a run then covers so many milliseconds, whoever needs it. */
const COUNTLESS_PER_SECOND = 10_000;
const COUNTLESS_MS = 50;
const MOST_SLOTS = 2 ** 30;
const POLL_MS = 5;
const NONSENSE_MS = 60_000;

export interface PaceSettings {
  key: string;
  perSecond: number;
  burst: number;
  reserve(wanted: readonly Wanted[]): Promise<Run[]>;
  now(): number;
  /** True: nobody may send now, and whoever waits is turned away. */
  isClosed(): boolean | Promise<boolean>;
}

interface Waiting {
  slots: number;
  go(may: boolean): void;
}

export class AccountPace {
  private step: number;
  /** In the order of their time. */
  private runs: { from: number; left: number; reservedAt: number }[] = [];
  /** Slots of all runs. */
  private left = 0;
  /** When the bucket was last found taken: until then. */
  private takenUntil = 0;
  private readonly waiting: Waiting[] = [];
  private reserving: Promise<void> | undefined;
  private isPumping = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly settings: PaceSettings) {
    this.step = 1000 / settings.perSecond;
  }

  /** Reserves for a batch what is within reach, so that its sends need not wait for the database one by one. */
  async expect(slots: number): Promise<void> {
    this.giveUpLate();
    if (this.left < slots) await this.reserve(slots);
  }

  /**
   * Takes slots for one send of so many requests.
   * @returns true: go; else a promise: of true when the slots have come, of false when nobody may send any more
   */
  take(slots: number): true | Promise<boolean> {
    if (this.waiting.length === 0 && this.isReady(slots)) {
      this.use(slots);
      return true;
    }
    return new Promise((go) => {
      this.waiting.push({ slots, go });
      void this.pump();
    });
  }

  /** The provider says that little is left, or that less is allowed than was thought. */
  slow(lost: number, perSecond = Number.POSITIVE_INFINITY): void {
    this.step = Math.max(this.step, 1000 / perSecond);
    this.use(Math.min(lost, this.left));
  }

  /** Slots that were reserved are void, for instance after a pause. */
  forget(): void {
    this.runs = [];
    this.left = 0;
  }

  /** Whoever waits is turned away. */
  turnAway(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const { go } of this.waiting.splice(0)) go(false);
  }

  private async pump(): Promise<void> {
    if (this.isPumping || this.timer) return;
    this.isPumping = true;
    try {
      await this.serve();
    } finally {
      this.isPumping = false;
    }
  }

  /** In the order of asking, until nobody waits or the next slot lies ahead. */
  private async serve(): Promise<void> {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      this.giveUpLate();
      if (this.left < next.slots) {
        if (!(await this.more())) return;
      } else {
        const wait = this.dueIn(next.slots);
        if (wait > 0) return this.pumpIn(wait);
        this.waiting.shift();
        this.use(next.slots);
        next.go(true);
      }
    }
  }

  /** False when whoever waits has been turned away, or has to wait for slots that are not within reach yet. */
  private async more(): Promise<boolean> {
    const { isClosed, now } = this.settings;
    try {
      await this.reserve(this.waiting.reduce((sum, { slots }) => sum + slots, 0));
      if (await isClosed()) {
        this.turnAway();
        return false;
      }
    } catch {
      // The database is away: somebody else will claim the chunk when it is back.
      this.turnAway();
      return false;
    }
    if (this.left >= (this.waiting[0]?.slots ?? 0)) return true;
    this.pumpIn(Math.max(POLL_MS, this.takenUntil - now() - REACH_MS / 2));
    return false;
  }

  private pumpIn(wait: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.pump();
    }, wait);
  }

  private async reserve(slots: number): Promise<void> {
    while (this.reserving) await this.reserving;
    if (this.left >= slots) return;
    this.reserving = this.fetch(slots).finally(() => (this.reserving = undefined));
    await this.reserving;
  }

  private async fetch(slots: number): Promise<void> {
    const { key, burst, reserve, now } = this.settings;
    const perSecond = 1000 / this.step;
    const block = perSecond > COUNTLESS_PER_SECOND ? Math.ceil((perSecond * COUNTLESS_MS) / 1000) : 0;
    const count = Math.min(MOST_SLOTS, Math.max(slots - this.left, block));
    const reachMs = REACH_MS + (this.waiting[0]?.slots ?? 0) * this.step;
    const [run] = await reserve([{ key, perSecond, burst, count, reachMs }]);
    if (run?.count === 0) this.takenUntil = run.from;
    if (!run || run.count === 0) return;
    this.runs.push({ from: run.from, left: run.count, reservedAt: now() });
    this.left += run.count;
  }

  private isReady(slots: number): boolean {
    this.giveUpLate();
    return this.left >= slots && this.dueIn(slots) <= 0;
  }

  /** A send of several requests goes when its last slot has come. */
  private dueIn(slots: number): number {
    let before = slots - 1;
    for (const { from, left } of this.runs) {
      if (before < left) return Math.floor(from + before * this.step - this.settings.now());
      before -= left;
    }
    return REACH_MS;
  }

  private use(slots: number): void {
    this.left -= slots;
    for (let open = slots; open > 0; ) {
      const [run] = this.runs;
      if (!run) return;
      const taken = Math.min(open, run.left);
      run.from += taken * this.step;
      run.left -= taken;
      open -= taken;
      if (run.left === 0) this.runs.shift();
    }
  }

  private giveUpLate(): void {
    const bound = this.settings.now() - Math.max(LATE_MS, (this.settings.burst * this.step) / 2);
    for (let run = this.runs[0]; run; run = this.runs[0]) {
      // The clock was set back, as tests do.
      if (run.from > bound + NONSENSE_MS) return this.forget();
      if (run.reservedAt > bound || run.from >= bound) return;
      this.use(Math.min(run.left, Math.ceil((bound - run.from) / this.step)));
    }
  }
}
