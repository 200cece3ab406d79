import { queryClient } from '../../api/client.ts';
import type { Roster } from './findings.ts';

/** The answer of the server becomes what the screens of this import show. */
export function putRoster(roster: Roster): void {
  queryClient.setQueryData(
    ['get', '/roster-imports/{importId}', { params: { path: { importId: roster.id } } }],
    roster,
  );
}
