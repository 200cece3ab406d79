/**
 * Values of a platform's JSON that should be texts or numbers. Nothing else is converted: a stranger's object may carry
 * a `toString` of its own, and `String()` and `Number()` would throw on it.
 */

/** Ids come as texts or as numbers. @returns '' for anything else */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** @returns NaN for anything that is neither a number nor a text of one */
export function numberOf(value: unknown): number {
  return typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
}
