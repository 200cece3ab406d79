/**
 * BullMQ on PostgreSQL, or on Redis when REDIS_URL is set, behind one code path. Payloads are ids; the rows own the
 * truth, so a lost job costs time and nothing else. Queue names are persisted data. A queue and a worker ask once whether the
 * database fits and keep the answer, a broken line too: those are given up and made anew.
 */
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { BoundedClient, inTime } from '#platform/database';
import { ENV, type Env } from '#platform/config';
import { Log } from '#platform/logging';
import { continueTrace, SpanKind, time, traceParent } from '#platform/telemetry';

export interface QueueJob<T> {
  name: string;
  data: T;
  /** The same id twice is one job, as long as the first is still there. */
  jobId: string;
  /** Of the act that it belongs to, where that is another one than what adds it. */
  trace?: string | null;
}
/** How many jobs of a queue wait and how many are worked. */
export interface QueueDepth {
  waiting: number;
  active: number;
}
export interface WorkerSettings {
  concurrency?: number;
}

type Job<T> = Pick<QueueJob<T>, 'name' | 'data'>;
type Connection = Pool | Redis;
type Classes = ReturnType<typeof withBackend<IQueueBackend, Connection>>;
type Queue = InstanceType<Classes['Queue']>;

/** A finished job is of no more use: its outcome stands in the rows. */
const keepNothing = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;
/** On PostgreSQL many jobs at once are two temporary tables, 6.5 ms however few they are; one job is half a millisecond. */
const FEW = 12;
const WAITING = ['waiting', 'delayed', 'prioritized'] as const;
const AGAIN_MS = 1_000;
/** No statement of a queue takes long; one that is not answered by then never is. */
const UNANSWERED_MS = 30_000;
/** Whoever looks at the queues is told so when they do not answer, and does not wait for Redis to come back. */
const LOOK_MS = 2_000;
const QUEUE_SCHEMA = '-c search_path=bullmq,public';

@Injectable()
export class Queues implements BeforeApplicationShutdown {
  private readonly queues = new Map<string, Queue>();
  private readonly workers = new Set<{ close(): Promise<void> }>();
  private readonly worked = new Set<string>();
  private pool: Pool | undefined;
  private redis: Redis | undefined;
  private readonly counts = { processed: 0, failed: 0, stalled: 0 };
  private isClosing = false;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly log: Log,
  ) {}

  /** A job that is known by its id already is not added again. Where one cannot be added, those after it may not have been. */
  async addMany<T extends object>(queue: string, jobs: QueueJob<T>[]): Promise<void> {
    const here = traceParent();
    const added = jobs.map(({ name, data, jobId, trace = here }) => ({
      name,
      data: trace ? { ...data, trace } : data,
      opts: { jobId, ...keepNothing },
    }));
    const to = this.queue(queue);
    if (this.env.REDIS_URL || added.length > FEW) return void (await to.addBulk(added));
    for (const { name, data, opts } of added) await to.add(name, data, opts);
  }

  /** The one way to start a worker: counts, stalled and failed jobs, errors and closing are the same for all. */
  register<T>(name: string, work: (data: T) => Promise<void>, { concurrency = 4 }: WorkerSettings = {}): void {
    this.makeRoom();
    this.worked.add(name);
    this.startWorker(name, measuredWork(name, work), concurrency);
  }

  private startWorker<T>(name: string, work: (job: Job<T>) => Promise<void>, concurrency: number): void {
    const { Worker } = this.classes();
    const worker = new Worker(name, work, {
      connection: this.connection(),
      ...this.prefix(),
      concurrency,
      lockDuration: 60_000,
      stalledInterval: 15_000,
      maxStalledCount: 3,
    });
    worker.on('completed', () => (this.counts.processed += 1));
    worker.on('failed', (job, error) => {
      this.counts.failed += 1;
      this.log.error({ queue: name, job: job?.id, error }, 'a job failed; the sweep will bring its rows back');
    });
    worker.on('stalled', (job) => {
      this.counts.stalled += 1;
      this.log.warn({ queue: name, job }, 'a job stalled and is taken up again');
    });
    worker.on('error', (error) => this.log.warn({ queue: name, error }, 'queue connection trouble'));
    this.workers.add(worker);
    // It would ask for jobs in a loop that lets nothing else run.
    worker.waitUntilReady().catch(() => {
      this.workers.delete(worker);
      void worker.close().catch(() => undefined);
      if (!this.isClosing) setTimeout(() => this.startWorker(name, work, concurrency), AGAIN_MS).unref();
    });
  }

  stats(): Readonly<{ processed: number; failed: number; stalled: number }> {
    return this.counts;
  }

  /** Jobs that wait or run, per queue that this process knows. */
  async depth(): Promise<Record<string, number>> {
    const entries = [...this.queues].map(
      async ([name, queue]) =>
        [
          name,
          (await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized')) as Record<string, number>,
        ] as const,
    );
    return Object.fromEntries(
      (await Promise.all(entries)).map(([name, counts]) => [name, Object.values(counts).reduce((a, b) => a + b, 0)]),
    );
  }

  /**
   * Of the queues that this process works or adds to, and those that are named: a few counts by index each.
   * @throws Error with code ETIMEDOUT when the queue does not answer within two seconds
   */
  async depths(more: readonly string[] = []): Promise<ReadonlyMap<string, QueueDepth>> {
    const names = [...new Set([...this.worked, ...this.queues.keys(), ...more])].toSorted();
    const counted = names.map(async (name) => {
      const { active = 0, ...others } = await this.queue(name).getJobCounts(...WAITING, 'active');
      return [name, { active, waiting: WAITING.reduce((sum, state) => sum + (others[state] ?? 0), 0) }] as const;
    });
    return new Map(await inTime(Promise.all(counted), LOOK_MS, this.env.REDIS_URL ? 'Redis' : 'PostgreSQL'));
  }

  /** Workers first (running jobs end), then queues, then the connections below them. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    const patience = new Promise((resolve) => setTimeout(resolve, this.env.SHUTDOWN_SECONDS * 1000).unref());
    await Promise.race([Promise.allSettled([...this.workers].map((worker) => worker.close())), patience]);
    // Without Redis they would wait for it.
    await Promise.race([Promise.allSettled([...this.queues.values()].map((queue) => queue.close())), patience]);
    await this.pool?.end().catch(() => undefined);
    this.redis?.disconnect();
  }

  private queue(name: string): Queue {
    const existing = this.queues.get(name);
    if (existing) return existing;
    const { Queue } = this.classes();
    const queue = new Queue(name, {
      connection: this.connection(),
      ...this.prefix(),
      defaultJobOptions: keepNothing,
    });
    queue.on('error', (error) => this.log.warn({ queue: name, error }, 'queue connection trouble'));
    this.queues.set(name, queue);
    queue.waitUntilReady().catch(() => {
      if (this.queues.get(name) === queue) this.queues.delete(name);
      void queue.close().catch(() => undefined);
    });
    return queue;
  }

  /** Each backend takes its own kind of connection, and gets it: both are chosen by the same variable. */
  private classes(): Classes {
    const factory = this.env.REDIS_URL ? createRedisBackend : createPostgresBackend;
    return withBackend(factory as BackendFactory<IQueueBackend, Connection>);
  }

  /** On PostgreSQL each worker waits on a connection of its own: DB_POOL stays for the work, however many queues there are. */
  private makeRoom(): void {
    this.connection();
    if (!this.pool) return;
    this.pool.options.max = (this.pool.options.max ?? this.env.DB_POOL) + 1;
    this.pool.setMaxListeners(0);
  }

  /** On PostgreSQL the database itself keeps installations apart. */
  private prefix(): { prefix?: string } {
    return this.env.REDIS_URL ? { prefix: this.env.QUEUE_PREFIX } : {};
  }

  private connection(): Connection {
    if (this.env.REDIS_URL) {
      this.redis ??= new Redis(this.env.REDIS_URL, { maxRetriesPerRequest: null }).on('error', (error) =>
        this.log.warn({ error }, 'redis connection trouble'),
      );
      return this.redis;
    }
    this.pool ??= new Pool({
      connectionString: this.env.DATABASE_URL,
      max: this.env.DB_POOL,
      keepAlive: true,
      query_timeout: UNANSWERED_MS,
      connectionTimeoutMillis: UNANSWERED_MS,
      Client: BoundedClient,
      options: QUEUE_SCHEMA,
      application_name: 'to-so queue',
    })
      .on('error', (error) => this.log.warn({ error }, 'queue connection trouble'))
      // BullMQ works by some without listening to them: unheard, a line that breaks meanwhile would end the process.
      .on('connect', (client) => client.on('error', () => undefined));
    return this.pool;
  }
}

/** Counted where somebody counts; traced where what has added the job was. */
function measuredWork<T>(queue: string, work: (data: T) => Promise<void>): (job: Job<T>) => Promise<void> {
  return async ({ name, data }) => {
    const from = performance.now();
    const note = (outcome: string) => time('jobTime', { queue, outcome }, (performance.now() - from) / 1000);
    const part = {
      name: `${queue} ${name}`,
      kind: SpanKind.CONSUMER,
      attributes: { 'messaging.destination.name': queue },
    };
    try {
      await continueTrace((data as { trace?: string }).trace, part, () => work(data));
      note('done');
    } catch (error) {
      note('failed');
      throw error;
    }
  };
}
