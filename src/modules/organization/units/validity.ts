/** Half-open date ranges as PostgreSQL writes them: `[from,to)`, an open end is empty. */
export interface Validity {
  from: string;
  /** First day on which it no longer holds. */
  to: string | null;
}

export function rangeText(from: string, to: string | null = null): string {
  return `[${from},${to ?? ''})`;
}

export function parseRange(text: string): Validity {
  const [from = '', to = ''] = text.slice(1, -1).split(',');
  return { from, to: to || null };
}
