/** One phone's connection: a call is tried again as the app's queue does it, and measured from the moment it was due. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Asked, ask, keptConnection, type Sent } from '../support/connections.ts';
import type { Meter, Step } from './meter.ts';

const BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 30_000;

export interface Call extends Asked {
  path: string;
}
/** Said in the meter already; the phone stops here. */
export class GaveUp extends Error {}

const isWorthAnotherTry = ({ status }: Sent): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500;

export class Caller {
  token = '';
  private readonly agent = keptConnection();

  constructor(
    private readonly url: string,
    readonly meter: Meter,
    /** performance.now() after which nobody tries again. */
    private readonly until: number,
  ) {}

  /** @param call made anew for each try @throws GaveUp */
  async step<T>(step: Step, due: number, call: () => Call): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      const answer = await this.once(call());
      if (answer.status >= 200 && answer.status < 300) {
        this.meter.settle(step, due);
        return JSON.parse(answer.body) as T;
      }
      const what = `${answer.status} ${answer.body}`;
      if (Number.isNaN(answer.retryAfter)) this.meter.error(step, what);
      else this.meter.putOff(step, what);
      if (!isWorthAnotherTry(answer)) throw new GaveUp();
      const waits = Number.isNaN(answer.retryAfter)
        ? Math.min(LONGEST_BACK_OFF_MS, BACK_OFF_MS * 2 ** tries)
        : answer.retryAfter * 1_000;
      if (performance.now() + waits > this.until) throw this.failed(step, 'not done when the bench ended');
      await wait(waits);
    }
  }

  failed(step: Step, what: string): GaveUp {
    this.meter.error(step, what);
    return new GaveUp();
  }

  close(): void {
    this.agent.destroy();
  }

  /** A connection that breaks is an answer of status 0. */
  private async once({ path, headers, ...asked }: Call): Promise<Sent> {
    this.meter.requests += 1;
    const own = { ...headers, ...(this.token && { authorization: `Bearer ${this.token}` }) };
    return ask(this.agent, `${this.url}/api/v1${path}`, { ...asked, headers: own }).catch(
      (error: Error): Sent => ({ status: 0, body: error.message, retryAfter: Number.NaN }),
    );
  }
}
