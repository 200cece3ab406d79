import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';

export interface OpenItems {
  kind: string;
  n: number;
  /** How long the oldest of them has been due; 0 where none is. */
  seconds: number;
  /** It goes at somebody else's pace, as messages at a provider's: waiting is no fault by itself. */
  isPaced: boolean;
}

/** What is due, and since when the oldest of it is; null where nothing is. */
export interface Due {
  n: number;
  since: Date | null;
}
/** Of what is due at `now`: by an index of what is open. */
type Count = (now: Date) => Promise<Due | undefined>;

/** Many ask at once (pages, alerts): they share one answer. */
const SHARED_MS = 5_000;

/** What waits for work, of each kind that a module names: a row that is due, whatever the queue knows of it. */
@Injectable()
export class OpenWork {
  private readonly counts = new Map<string, { count: Count; isPaced: boolean }>();
  private shared: { items: Promise<OpenItems[]>; at: number } | undefined;

  constructor(private readonly clock: Clock) {}

  /** Called in a provider's onModuleInit. @throws Error when the kind is taken */
  name(kind: string, count: Count, { isPaced = false }: { isPaced?: boolean } = {}): void {
    if (this.counts.has(kind)) throw new Error(`Open work of the kind ${kind} is named twice.`);
    this.counts.set(kind, { count, isPaced });
  }

  /** At most five seconds old. */
  items(): Promise<OpenItems[]> {
    const now = performance.now();
    if (!this.shared || now - this.shared.at > SHARED_MS) {
      const items = this.read();
      items.catch(() => (this.shared = undefined));
      this.shared = { items, at: now };
    }
    return this.shared.items;
  }

  private async read(): Promise<OpenItems[]> {
    const now = this.clock.now();
    const rows: OpenItems[] = [];
    for (const [kind, { count, isPaced }] of this.counts) {
      const row = await count(now);
      const seconds = row?.since ? Math.max(0, (now.getTime() - row.since.getTime()) / 1000) : 0;
      rows.push({ kind, n: row?.n ?? 0, seconds, isPaced });
    }
    return rows;
  }
}
