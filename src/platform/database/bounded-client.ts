/**
 * A connection that is given up when a statement is not answered in time: a server that hangs keeps no time of its own. What is asked
 * in one turn of the event loop leaves in one write.
 */
import type { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';

type Ask = (...given: unknown[]) => unknown;

/** What pg says when `query_timeout` is over; the statement may still be at work on that connection. */
const UNANSWERED = 'Query read timeout';

/** What pg's types leave out. */
interface Wired {
  connection: { stream: Socket };
}

export class BoundedClient extends Client {
  private isGathering = false;

  constructor(config?: string | ClientConfig) {
    super(config);
    const ask = super.query.bind(this) as Ask;
    this.query = ((...given: unknown[]) => {
      this.gather();
      return this.leaving(ask(...given));
    }) as Client['query'];
  }

  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = (this as unknown as Wired).connection;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  /** Nobody else gets this connection: what they ask would wait behind the statement. */
  private leaving(answer: unknown): unknown {
    if (answer instanceof Promise)
      answer.catch((error: Error) => {
        if (error.message === UNANSWERED) this.end().catch(() => undefined);
      });
    return answer;
  }
}
