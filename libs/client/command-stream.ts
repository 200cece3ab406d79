/** Rounds of sending, one after another: calls made meanwhile cause one more round, and a timer causes the next. */
export interface StreamOptions {
  name: string;
  /** One tab at a time; absent or forbidden in some browsers, where each tab sends for itself. */
  locks: Pick<LockManager, 'request'> | undefined;
  round: () => Promise<void>;
}

const OTHER_TAB_MS = 2000;

export class Stream {
  private readonly options: StreamOptions;
  private running: Promise<void> | undefined;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wakeAt = Number.POSITIVE_INFINITY;

  constructor(options: StreamOptions) {
    this.options = options;
  }

  flush(): Promise<void> {
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Work between two rounds, here and in the other tabs; undefined when another tab is at it. */
  async between<T>(work: () => Promise<T>): Promise<T | undefined> {
    while (this.running) await this.running;
    let found: T | undefined;
    const done = this.locked(async () => {
      found = await work();
    }).finally(() => {
      this.running = undefined;
      if (this.again) void this.flush();
    });
    this.running = done;
    await done;
    return found;
  }

  stop(): void {
    this.again = false;
    clearTimeout(this.timer);
    this.wakeAt = Number.POSITIVE_INFINITY;
  }

  /** Wakes at the earliest of all moments asked for; by the time since the page began, which nobody can set. */
  retryIn(ms: number): void {
    const at = performance.now() + Math.max(50, ms);
    if (this.wakeAt <= at) return;
    this.wakeAt = at;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.wakeAt = Number.POSITIVE_INFINITY;
      void this.flush();
    }, at - performance.now());
    (this.timer as { unref?: () => void }).unref?.();
  }

  private run(): Promise<void> {
    return this.locked(
      () => this.rounds(),
      () => this.retryIn(OTHER_TAB_MS),
    );
  }

  private async locked(work: () => Promise<void>, taken: () => void = () => {}): Promise<void> {
    const { locks, name } = this.options;
    if (!locks) return work();
    let mine = false;
    try {
      await locks.request(name, { ifAvailable: true }, async (lock) => {
        mine = true;
        if (lock) await work();
        else taken();
      });
    } catch (error) {
      if (mine) throw error;
      await work();
    }
  }

  private async rounds(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.options.round();
    }
  }
}
