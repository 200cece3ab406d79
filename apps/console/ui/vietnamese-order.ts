/** Vietnamese and numeric order: Thôn 2 before Thôn 10. */
const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' });

export const compareNames = (a: string, b: string): number => collator.compare(a, b);

export function compareValues(a: unknown, b: unknown): number {
  const emptyA = a === null || a === undefined || a === '';
  const emptyB = b === null || b === undefined || b === '';
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareNames(String(a), String(b));
}
