import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Queues } from '#platform/queue';
import { OfficeMailStore } from './office-mail-store.ts';
import { SendOfficeMail } from './send-office-mail.ts';

/** Persisted data. */
const QUEUE = 'office-mail';

/** The rows decide which mails go; the queue only hurries. */
@Injectable()
export class OfficeMailQueue implements OnApplicationBootstrap {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly mails: OfficeMailStore,
    private readonly queues: Queues,
    private readonly send: SendOfficeMail,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.ROLE === 'api') return;
    this.queues.register<{ mailId: string }>(QUEUE, ({ mailId }) => this.send.execute(mailId), { concurrency: 2 });
  }

  /** Gives how many were put into the queue. */
  @Tick('notifications.office-mails', 30_000)
  async run(): Promise<number> {
    await this.mails.takeFromTheDead();
    const due = await this.mails.due();
    await this.offer(due);
    return due.length;
  }

  async offer(due: readonly { id: string; attempts: number; repeats: number }[]): Promise<void> {
    if (due.length === 0) return;
    await this.queues.addMany(
      QUEUE,
      due.map(({ id, attempts, repeats }) => ({
        name: 'send',
        data: { mailId: id },
        jobId: `office-mail-${id}-${attempts}-${repeats}`,
      })),
    );
  }
}
