/** A list of several pages, read while rows come and go. */
import type { Answer } from './app.ts';

export interface Paged<T> {
  items: T[];
  /** As the first page said. */
  total: number;
  /** What asks for the second page. */
  cursor: string;
}

/**
 * @param ask one page
 * @param between done once, after the first page
 */
export async function readPages<T>(
  ask: (query: Record<string, string>) => Promise<Pick<Answer, 'status' | 'body'>>,
  { limit, between }: { limit: number; between?: () => Promise<unknown> },
): Promise<Paged<T>> {
  const page = async (cursor?: string) => {
    const { status, body } = await ask({ limit: String(limit), ...(cursor !== undefined && { cursor }) });
    if (status !== 200) throw new Error(`A page answered ${status}: ${JSON.stringify(body)}`);
    if (body.items.length > limit) throw new Error(`A page of ${limit} has ${body.items.length} rows`);
    return body as { items: T[]; total: number; nextCursor: string | null };
  };
  const first = await page();
  if (first.nextCursor === null) throw new Error('The list ends with its first page: nothing is turned over');
  await between?.();
  const items = [...first.items];
  for (let cursor: string | null = first.nextCursor; cursor !== null; ) {
    const next = await page(cursor);
    items.push(...next.items);
    cursor = next.nextCursor;
  }
  return { items, total: first.total, cursor: first.nextCursor };
}
