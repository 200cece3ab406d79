/** The sessions of a span of days, and what a decision about one makes stale. */
import { useEffect, useMemo } from 'react';
import { addDays, dateInVietnam, type PlainDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import type { SessionRow } from './looks.ts';

const refetchMs = 60_000;
const aheadDays = 90;

export type Calendar = Schemas['TrainingCalendar'];

export const sessionPaths = [
  '/training/sessions',
  '/training/sessions/{sessionId}',
  '/training/sessions/{sessionId}/people',
  '/training/sessions/{sessionId}/teams',
  '/training/sessions/{sessionId}/attendance',
  '/training/sessions/{sessionId}/result',
  '/units/{unitId}/training-coverage',
  '/units/{unitId}/training-load',
] as const;

/** All of them: a calendar shows whole days, whose pages follow one another. */
export function useSessions(range: { from: PlainDate; to: PlainDate }, communeId?: string) {
  const query = { ...range, ...(communeId && { communeId }) };
  const pages = usePages<SessionRow, Calendar & { items: SessionRow[] }>(
    '/training/sessions',
    { params: { query } },
    async (cursor) => {
      const { data, error } = await client.GET('/training/sessions', { params: { query: { ...query, ...cursor } } });
      return { ...(data && { data: { ...data, items: data.sessions } }), error };
    },
    { refetchMs },
  );
  const { more, data, rows } = pages;
  useEffect(() => more?.(), [more]);
  return {
    ...pages,
    data: useMemo((): Calendar | undefined => data && { ...data, sessions: [...rows] }, [data, rows]),
  };
}

/** From today on. */
export function useSessionsAhead() {
  const today = dateInVietnam(Date.now());
  return useSessions({ from: today, to: addDays(today, aheadDays) });
}

export function useSession(sessionId: string) {
  return api.useQuery('get', '/training/sessions/{sessionId}', { params: { path: { sessionId } } });
}

/** Those that still wait for an answer of the commune or of the trainer. */
export function unanswered(sessions: readonly SessionRow[]): SessionRow[] {
  return sessions.filter(({ state }) => state === 'proposed' || state === 'changes_asked');
}
