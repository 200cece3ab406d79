import { useNavigate, useRouterState } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import type { Change } from './day-facts.ts';

/** Shows the screen that is open as of another day; without one it is today again. */
export function useGoToDay(): (day: string | undefined) => void {
  const { me } = useIdentity();
  const navigate = useNavigate();
  return (day) => {
    const at = day === me.today ? undefined : day;
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, at }) as never });
  };
}

/** The unit that is looked at: the one that the address names, or the post's own. */
export function useHere(): string {
  const { post } = useIdentity();
  const unit: unknown = useRouterState({ select: ({ location }) => (location.search as { unit?: unknown }).unit });
  return typeof unit === 'string' ? unit : post.unit.id;
}

const none: Change[] = [];

/** The days on which units changed here; none while they load, or for whoever may not look. */
export function useDays(unitId: string): { first: string | null; changes: readonly Change[] } {
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/days',
    { params: { path: { unitId } } },
    { staleTime: 300_000, retry: false },
  );
  return { first: data?.first ?? null, changes: data?.days ?? none };
}
