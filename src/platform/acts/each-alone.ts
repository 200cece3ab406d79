import type { Tx } from '#platform/database';
import { ProblemError } from '#platform/http';

/** Why one of many was not done, as the API says it. */
export interface Refusal {
  code: string;
  params: Record<string, unknown>;
}
export interface Each<T, R> {
  done: { item: T; made: R }[];
  refused: (T & Refusal)[];
}

export function refusalOf(error: ProblemError): Refusal {
  const [{ code, params } = { code: error.code, params: {} }] = error.details;
  return { code, params };
}

/** One after the other in one transaction: what is refused leaves no trace, and stops no other. */
export async function eachAlone<T extends object, R>(
  tx: Tx,
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<Each<T, R>> {
  const each: Each<T, R> = { done: [], refused: [] };
  for (const item of items) {
    try {
      // A savepoint: the statements of the act go by the same connection.
      each.done.push({ item, made: await tx.transaction(() => act(item)) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      each.refused.push({ ...item, ...refusalOf(error) });
    }
  }
  return each;
}
