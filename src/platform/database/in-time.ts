/** An outage by the code that others know it by (ETIMEDOUT): told as such, and nobody waits for the end of it. */
export class UnansweredError extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(what: string, ms: number) {
    super(`${what} has not answered for ${ms} ms`);
    this.name = 'UnansweredError';
  }
}

/** What `work` gives, if it does so in time; it goes on by itself. @throws UnansweredError */
export async function inTime<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new UnansweredError(what, ms)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Nobody hears of its end any more.
    work.catch(() => undefined);
  }
}
