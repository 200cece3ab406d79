/** Which month the public page tells of. Pure. */

/** The first day of the month before the one in which `today` lies. */
export function lastMonthOf(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${y}-${String(m).padStart(2, '0')}-01`;
}

/** The first day of the month after it. */
export function monthAfter(first: string): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${y}-${String(m).padStart(2, '0')}-01`;
}
