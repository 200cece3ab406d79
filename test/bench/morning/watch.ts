/** What the processes take while the rush runs, twice a second: memory, CPU, connections at work, the event loop's delay. */
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { percentile } from './meter.ts';

const EVERY_MS = 500;
/** Of Linux, in which /proc counts. */
const TICKS_PER_SECOND = 100;

export interface Watched {
  name: string;
  pid: number;
  /** Empty for a worker. */
  url: string;
}
interface Sample {
  at: number;
  rssMb: number[];
  /** Cores. */
  cpu: number[];
  /** Connections of each process that are inside a statement or a transaction. */
  busy: number[];
  /** Milliseconds that /health/live took, which asks nothing but the event loop. */
  stallMs: number[];
  machine: number;
}

export class Watch {
  private readonly samples: Sample[] = [];
  private readonly agent = new Agent({ keepAlive: true });
  private isOver = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly watched: readonly Watched[],
    private readonly client: Client,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
    this.agent.destroy();
  }

  /** The most that any of the processes has ever held, its start included. */
  peakMb(): number {
    return Math.max(...this.watched.map(({ pid }) => statusMb(pid, 'VmHWM')));
  }

  /** The last quarter of the rush against its second one, of the process that grew most. */
  growth(from: number, to: number): number {
    const quarter = (nth: number, process: number) => {
      const [begin, end] = [from + ((to - from) * nth) / 4, from + ((to - from) * (nth + 1)) / 4];
      return mean(this.samples.filter(({ at }) => at >= begin && at < end).map(({ rssMb }) => rssMb[process] ?? 0));
    };
    return Math.max(...this.watched.map((_, process) => quarter(3, process) / quarter(1, process)));
  }

  /** One line for each process, and the machine: what was near its bounds while people came. */
  report(pool: number, to: number): string[] {
    const during = this.samples.filter(({ at }) => at <= to);
    const of = (pick: (sample: Sample) => number | undefined) => during.map((sample) => pick(sample) ?? 0);
    const lines = this.watched.map(({ name, url }, i) => {
      const [cpu, busy, stall] = [of(({ cpu }) => cpu[i]), of(({ busy }) => busy[i]), of(({ stallMs }) => stallMs[i])];
      const full = busy.filter((n) => n >= pool).length / busy.length;
      const loop = url ? `, event loop p50 ${percentile(stall, 0.5)} ms, p99 ${percentile(stall, 0.99)} ms` : '';
      return `${name}: ${mean(cpu).toFixed(2)} cores (at most ${Math.max(...cpu).toFixed(2)}), ${mean(busy).toFixed(1)} connections at work, all ${pool} in ${Math.round(full * 100)} % of the samples${loop}`;
    });
    return [
      ...lines,
      `machine: ${Math.round(mean(of(({ machine }) => machine)) * 100)} % of ${cpus().length} cores busy`,
    ];
  }

  private async run(): Promise<void> {
    let before = {
      at: performance.now(),
      cpu: this.watched.map(({ pid }) => cpuSeconds(pid)),
      machine: machineTimes(),
    };
    while (!this.isOver) {
      await wait(EVERY_MS);
      const [busy, stallMs] = await Promise.all([
        this.busy(),
        Promise.all(this.watched.map(({ url }) => this.stall(url))),
      ]);
      const now = {
        at: performance.now(),
        cpu: this.watched.map(({ pid }) => cpuSeconds(pid)),
        machine: machineTimes(),
      };
      const seconds = (now.at - before.at) / 1_000;
      const spent = now.machine.all - before.machine.all;
      this.samples.push({
        at: now.at,
        rssMb: this.watched.map(({ pid }) => statusMb(pid, 'VmRSS')),
        cpu: now.cpu.map((cpu, i) => (cpu - (before.cpu[i] ?? 0)) / seconds),
        busy,
        stallMs,
        machine: spent > 0 ? 1 - (now.machine.idle - before.machine.idle) / spent : 0,
      });
      before = now;
    }
  }

  private async busy(): Promise<number[]> {
    const { rows } = await this.client.query<{ name: string; n: number }>(
      `select application_name as name, count(*)::int as n from pg_stat_activity
        where datname = current_database() and state <> 'idle' group by 1`,
    );
    return this.watched.map(({ name }) => rows.find((row) => row.name === name)?.n ?? 0);
  }

  private stall(url: string): Promise<number> {
    if (!url) return Promise.resolve(0);
    const from = performance.now();
    return new Promise((resolve) => {
      const done = () => resolve(performance.now() - from);
      get(`${url}/health/live`, { agent: this.agent }, (answer) => answer.resume().on('end', done)).on('error', done);
    });
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function statusMb(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_000;
  } catch {
    return Number.NaN;
  }
}

function cpuSeconds(pid: number): number {
  try {
    // Behind the name in brackets, which may hold spaces: the 14th and 15th field of all.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}

function machineTimes(): { all: number; idle: number } {
  const times = cpus().map(({ times: one }) => one);
  return {
    all: times.reduce((sum, one) => sum + one.user + one.nice + one.sys + one.idle + one.irq, 0),
    idle: times.reduce((sum, { idle }) => sum + idle, 0),
  };
}
