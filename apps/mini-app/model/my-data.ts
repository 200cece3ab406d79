/** What is held about me, who has looked, and what I have asked for: as its screen shows it. */
import { type OwnData, type OwnDataRequest, type OwnLook, take } from '#client';
import { api } from './api.ts';

export interface Held {
  data: OwnData;
  looks: OwnLook[];
  next: string | null;
  /** Absent in what an older version kept. */
  requests?: OwnDataRequest[];
}

export const looksAfter = (cursor?: string) =>
  take(api.GET('/me/data/looks', { params: { query: { limit: 10, ...(cursor && { cursor }) } } }));

export async function loadHeld(): Promise<Held> {
  const [data, { items, nextCursor }, requests] = await Promise.all([
    take(api.GET('/me/data')),
    looksAfter(),
    take(api.GET('/me/data-requests')),
  ]);
  return { data, looks: items, next: nextCursor, requests };
}
