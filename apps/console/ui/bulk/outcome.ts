/** What came of one act on many. Pure. */
import type { Schemas } from '../../api/client.ts';
import type { Answer } from '../../api/use-command.ts';

export type Preview = Schemas['ActPreview'];
export type HeldAct = Schemas['HeldAct'];

/** `again`: it was not this one's fault, another try may do it. */
export interface Refusal {
  id: string;
  name: string;
  why: string;
  again: boolean;
}

export interface Outcome {
  /** For how many it was done. */
  done: number;
  /** By name what was refused, and why in words. */
  failed: readonly Refusal[];
  /** Null where it stands at once, or nothing was done. */
  act: HeldAct | null;
}

/** Those of the preview for whom there was nothing left to do: somebody else was quicker. */
export const overtaken = ({ count }: Pick<Preview, 'count'>, { done, failed }: Outcome): number =>
  Math.max(0, count - done - failed.length);

/** Both outcomes as one, after what could be tried again was. */
export const together = (first: Outcome, again: Outcome): Outcome => ({
  done: first.done + again.done,
  failed: [...first.failed.filter((one) => !one.again), ...again.failed],
  act: again.act,
});

interface Parts {
  ids: readonly string[];
  /** Of how many one request may be. */
  size: number;
  send: (ids: string[]) => Promise<Outcome>;
  onDone: (n: number) => void;
  /** Those whom no answer came for. */
  lost: (ids: readonly string[], error: unknown) => Refusal[];
}

/** One request after the other; where one fails, it and all after it are left for another try. */
export async function inParts({ ids, size, send, onDone, lost }: Parts): Promise<Outcome> {
  let whole: Outcome = { done: 0, failed: [], act: null };
  for (let at = 0; at < ids.length; at += size) {
    try {
      const part = await send(ids.slice(at, at + size));
      whole = { ...part, done: whole.done + part.done, failed: [...whole.failed, ...part.failed] };
    } catch (error) {
      return { ...whole, failed: [...whole.failed, ...lost(ids.slice(at), error)] };
    }
    onDone(Math.min(ids.length, at + size));
  }
  return whole;
}

/** Of an act that tells nobody. */
export const untold = (count: number, holdSeconds: number): Preview => ({
  count,
  people: 0,
  routes: [],
  told: [],
  left: [],
  leftCount: 0,
  holdSeconds,
});

/** What the API answered, as every act on many is told. */
export const asOutcome = <T>(answer: Answer<T>, tell: (data: T) => Outcome): Answer<Outcome> => {
  const { data, ...more } = answer;
  return data === undefined ? more : { ...more, data: tell(data) };
};
