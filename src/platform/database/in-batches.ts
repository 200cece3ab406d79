/**
 * Rows in one statement. What a statement sends is held twice while it goes out: a row for each team of a country at once was too much
 * for a process of 192 MB.
 */
const AT_ONCE = 20_000;

/** Writes any number of rows, so many at a time, one statement after the other; none for no rows. Within the caller's transaction. */
export async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<unknown>,
  most = AT_ONCE,
): Promise<void> {
  for (let from = 0; from < rows.length; from += most) await write(rows.slice(from, from + most));
}
