/** What the processes and the database hold, every few seconds, and how the second half of it differs from the first. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';

const EVERY_MS = 5_000;
/** What starting and the first rounds take is no drift. */
const WARM_UP = 0.15;

export interface Sample {
  at: number;
  /** By process. */
  rssMb: Record<string, number>;
  handles: Record<string, number>;
  databaseMb: number;
  /** Rows that wait: events, deliveries, jobs. */
  waiting: number;
}

export class Gauge {
  readonly samples: Sample[] = [];
  private isOver = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly pids: Record<string, number>,
    private readonly client: Client,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isOver) {
      this.samples.push(await this.sample());
      await wait(EVERY_MS);
    }
  }

  private async sample(): Promise<Sample> {
    const { rows } = await this.client.query<{ mb: number; waiting: number }>(
      `select pg_database_size(current_database()) / 1e6 as mb,
          (select count(*)::int from event_handlings where done_at is null) + (select count(*)::int from outbox where published_at is null) as waiting`,
    );
    const of = (read: (pid: number) => number) =>
      Object.fromEntries(Object.entries(this.pids).map(([name, pid]) => [name, read(pid)]));
    return {
      at: performance.now(),
      rssMb: of(rssOf),
      handles: of(handlesOf),
      databaseMb: Number(rows[0]?.mb),
      waiting: rows[0]?.waiting ?? 0,
    };
  }
}

function rssOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_000;
}

/** Files, sockets and timers that the process holds open. */
function handlesOf(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

export interface Half {
  from: number;
  to: number;
}

/** The two halves of what came after the warm-up. */
export function halvesOf(from: number, to: number): [Half, Half] {
  const begin = from + (to - from) * WARM_UP;
  const middle = (begin + to) / 2;
  return [
    { from: begin, to: middle },
    { from: middle, to },
  ];
}

export const within = <T extends { at: number }>(all: readonly T[], { from, to }: Half): T[] =>
  all.filter(({ at }) => at >= from && at < to);
