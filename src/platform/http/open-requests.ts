import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ENV, type Env } from '#platform/config';
import { platformErrors } from './problem.ts';

/** Nobody waits longer for an answer; a photo over a bad line is sent again. */
const MOST_MS = 10_000;

/**
 * What is being answered when the process is told to end: it is let finish, while queue and database still serve it, and
 * nobody else is let in. Streams of events have no end and are closed by whoever opened them.
 */
@Injectable()
export class OpenRequests implements OnModuleDestroy {
  private readonly open = new Set<FastifyReply>();
  private isEnding = false;
  private wake = () => {};

  constructor(@Inject(ENV) private readonly env: Pick<Env, 'SHUTDOWN_SECONDS'>) {}

  /** Before all other hooks: what is turned away costs nothing. */
  watch(fastify: Pick<FastifyInstance, 'addHook'>): void {
    fastify.addHook('onRequest', async (_, reply) => {
      // A proxy asks another process, a phone comes again.
      if (this.isEnding) throw platformErrors.notReady().after(1);
      this.open.add(reply);
      const done = () => {
        this.open.delete(reply);
        this.wake();
      };
      reply.raw.once('finish', done).once('close', done);
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    const most = Math.min(MOST_MS, this.env.SHUTDOWN_SECONDS * 1_000);
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      this.wake();
    }, most);
    while (!isOver && this.answering().length > 0)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    clearTimeout(timer);
  }

  /** Fastify counts an answer as sent that was taken out of its hands, as streams are. */
  private answering(): FastifyReply[] {
    return [...this.open].filter((reply) => !reply.sent || reply.raw.writableEnded);
  }
}
