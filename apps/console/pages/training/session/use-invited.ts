/** Who is invited to a session, fetched as it is scrolled or searched. */
import { client, type Schemas } from '../../../api/client.ts';
import { usePages } from '../../../api/use-pages.ts';

export type Invited = Schemas['InvitedPerson'];

const perPage = 200;

/** @param q words of a person's or a team's name; none for all */
export function useInvited(sessionId: string, q: string, enabled = true) {
  const path = { sessionId };
  const query = { limit: perPage, ...(q && { q }) };
  return usePages<Invited, Schemas['InvitedPeoplePage']>(
    '/training/sessions/{sessionId}/people',
    { params: { path, query } },
    (cursor) =>
      client.GET('/training/sessions/{sessionId}/people', { params: { path, query: { ...query, ...cursor } } }),
    { enabled, idOf: ({ person }) => person.id },
  );
}

export function useInvitedTeams(sessionId: string) {
  const path = { sessionId };
  return usePages<Schemas['TeamSeats'], Schemas['InvitedTeamsPage']>(
    '/training/sessions/{sessionId}/teams',
    { params: { path } },
    (query) => client.GET('/training/sessions/{sessionId}/teams', { params: { path, query } }),
    { idOf: ({ team }) => team.id },
  );
}
