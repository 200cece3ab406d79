/** A province is asked for in parts, each on its own connection: one statement works on one processor. */
const PART = 50;

/** Equal parts of at most so many communes, asked beside each other. */
export async function inParts<T>(communeIds: readonly string[], ask: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const parts = Math.ceil(communeIds.length / PART);
  const start = (i: number) => Math.round((i * communeIds.length) / parts);
  const answers = await Promise.all(
    Array.from({ length: parts }, (_, i) => ask(communeIds.slice(start(i), start(i + 1)))),
  );
  return answers.flat();
}
