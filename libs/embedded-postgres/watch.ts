/**
 * Whoever uses the server sees to it that it is there: killed (by the system, short of memory, or by hand), it is started
 * again where its users look for it. Several processes watch; the lock of the folder lets one of them start it.
 */
const EVERY_MS = 1_000;
const MOST_MS = 30_000;

export interface Watched {
  /** Asked every second: has to be cheap. */
  isServing(): boolean;
  /** One attempt; answers whether the server serves again. */
  bringBack(): Promise<boolean>;
  log(line: string): void;
}

/** Watches until the function that it gives back is called, which also waits for an attempt that is under way. */
export function watch({ isServing, bringBack, log }: Watched): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let attempt: Promise<void> | undefined;
  let isOver = false;
  let isAway = false;
  let pause = EVERY_MS;

  const look = async (): Promise<void> => {
    if (isServing()) return;
    if (!isAway) log('The embedded PostgreSQL has ended unexpectedly and is started again');
    isAway = true;
    if (!(await bringBack())) return;
    isAway = false;
    pause = EVERY_MS;
    log('The embedded PostgreSQL serves again');
  };
  const lookLater = (): void => {
    if (isOver) return;
    timer = setTimeout(() => {
      attempt = look()
        .catch((error: unknown) => {
          pause = Math.min(pause * 2, MOST_MS);
          log(`The embedded PostgreSQL could not be started again: ${(error as Error).message}`);
        })
        .then(lookLater);
    }, pause).unref();
  };
  lookLater();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await attempt;
  };
}
