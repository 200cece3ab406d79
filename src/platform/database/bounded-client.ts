/** A connection that is given up when a statement is not answered in time: a server that hangs keeps no time of its own. */
import { Client, type ClientConfig } from 'pg';

type Ask = (...given: unknown[]) => unknown;

/** What pg says when `query_timeout` is over; the statement may still be at work on that connection. */
const UNANSWERED = 'Query read timeout';

export class BoundedClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const ask = super.query.bind(this) as Ask;
    this.query = ((...given: unknown[]) => this.leaving(ask(...given))) as Client['query'];
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
