import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { ProblemError } from '#platform/http';
import { Log } from '#platform/logging';
import { Outbox } from '#platform/outbox';
import { Queues } from '#platform/queue';
import { listReady } from '../../reporting.events.ts';
import { type ListJobRow, ListJobStore } from './list-job-store.ts';
import { PrintAppendix } from '../documents/print-appendix.ts';

/** Persisted data. */
const QUEUE = 'list-jobs';

/** Puts lists into the queue. */
@Injectable()
export class ListQueue {
  constructor(
    private readonly queues: Queues,
    private readonly jobs: ListJobStore,
  ) {}

  async add(jobs: readonly { id: string; attempts: number }[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.queues.addMany(
      QUEUE,
      jobs.map(({ id, attempts }) => ({ name: 'make', data: { jobId: id }, jobId: `list-${id}-${attempts}` })),
    );
  }

  register(work: (jobId: string) => Promise<void>): void {
    // One at a time: a province's list takes a good part of a process's memory.
    this.queues.register<{ jobId: string }>(QUEUE, ({ jobId }) => work(jobId), { concurrency: 1 });
  }

  /** What the queue has lost. Gives how many were offered. */
  @Tick('reporting.list-jobs', 30_000)
  async run(): Promise<number> {
    const due = await this.jobs.due();
    await this.add(due);
    return due.length;
  }
}

/** Makes one list, tells how far it is, and whoever asked that it is there. */
@Injectable()
export class MakeOneList {
  constructor(
    private readonly database: Database,
    private readonly jobs: ListJobStore,
    private readonly appendix: PrintAppendix,
    private readonly membership: MembershipApi,
    private readonly outbox: Outbox,
    private readonly log: Log,
  ) {}

  async execute(jobId: string): Promise<void> {
    const job = await this.jobs.claim(jobId);
    if (!job) return;
    try {
      await this.make(job);
    } catch (error) {
      this.log.error({ jobId, error }, 'a list could not be made');
      await this.jobs.fail(job, error instanceof ProblemError ? error.code : 'list.unknown');
    }
  }

  private async make(job: ListJobRow): Promise<void> {
    // Numbers of people are looked at in the name of who asked.
    const fullName = (await this.membership.people([job.askedBy])).get(job.askedBy)?.fullName ?? '';
    const asker: Actor = { personId: job.askedBy, fullName, language: 'vi', sessionId: '', posts: [] };
    const { file, format, name } = await this.appendix.print(asker, job.unitId, {
      format: 'xlsx',
      at: job.onDay,
      draft: null,
      purpose: job.purpose,
      isBackground: true,
      tell: (percent, teams) => this.jobs.tell(job.id, percent, teams ?? null),
    });
    await this.database.tx(async (tx) => {
      if (await this.jobs.finish(tx, job.id, `${name}.${format}`, file))
        await this.outbox.append(tx, listReady({ jobId: job.id }, { unitId: job.unitId }));
    });
  }
}

/** Lists are made in worker processes. */
@Injectable()
export class MakeList implements OnApplicationBootstrap {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly queue: ListQueue,
    private readonly work: MakeOneList,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.ROLE !== 'api') this.queue.register((jobId) => this.work.execute(jobId));
  }
}
