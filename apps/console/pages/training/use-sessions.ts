/** The sessions of a span of days, and what a decision about one makes stale. */
import { keepPreviousData } from '@tanstack/react-query';
import { addDays, dateInVietnam, type PlainDate } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import type { SessionRow } from './looks.ts';

const refreshMs = 60_000;
const aheadDays = 90;

export type Calendar = Schemas['TrainingCalendar'];

export const sessionPaths = [
  '/training/sessions',
  '/training/sessions/{sessionId}',
  '/training/sessions/{sessionId}/attendance',
  '/training/sessions/{sessionId}/result',
  '/units/{unitId}/training-coverage',
  '/units/{unitId}/training-load',
] as const;

export function useSessions(range: { from: PlainDate; to: PlainDate }, communeId?: string) {
  const query = { ...range, ...(communeId && { communeId }) };
  return api.useQuery(
    'get',
    '/training/sessions',
    { params: { query } },
    { staleTime: 15_000, refetchInterval: refreshMs, placeholderData: keepPreviousData },
  );
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
