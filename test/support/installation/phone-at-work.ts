/** A phone that sends and sends while the server is started again: each act under its own key until it is received. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const AGAIN_MS = 50;
const REQUEST_MS = 20_000;

export interface Sent {
  /** Keys of acts that were received. */
  received: string[];
  /** Answers that a phone must never see: a defect, or a refusal of what is right. */
  faults: string[];
}

/** @param call one act by its key; throws where nobody answers */
export function sendMeanwhile(call: (key: string, signal: AbortSignal) => Promise<Response>): {
  stop(): Promise<Sent>;
} {
  const sent: Sent = { received: [], faults: [] };
  let isOver = false;
  const one = async (key: string): Promise<void> => {
    for (;;) {
      const answer = await call(key, AbortSignal.timeout(REQUEST_MS)).catch(() => undefined);
      if (answer?.ok) return void sent.received.push(key);
      // Nobody there, or somebody who is going: later.
      if (answer && answer.status !== 503) sent.faults.push(`${answer.status} ${await answer.text()}`);
      if (answer && answer.status !== 503) return;
      await pause(AGAIN_MS);
    }
  };
  const work = (async () => {
    while (!isOver) await one(randomUUID());
    return sent;
  })();
  return {
    stop: () => {
      isOver = true;
      return work;
    },
  };
}
