/** How people stand to a session before they answer. */
import { prepared, rowsOf, sql, type Tx } from '#platform/database';
import type { SessionData } from '../session/session.rows.ts';
import { trainingErrors } from '../../training.errors.ts';
import type { SessionInvitation } from './session-invitation.entity.ts';

export type Invitation = Pick<SessionInvitation, 'personId' | 'teamId' | 'state'>;

/** Who joined an invited team after the invitations went out is invited with it. */
export async function invitationsOf(
  tx: Tx,
  sessionId: string,
  personIds: readonly string[],
  today: string,
): Promise<Map<string, Invitation>> {
  const rows = await rowsOf<Invitation>(
    tx,
    prepared(
      'seats.invitations',
      sql`select distinct on (person_id) person_id as "personId", team_id as "teamId", state from (
         select person_id, team_id, state, 0 as rank from session_invitations
          where session_id = ${sessionId} and person_id = any(${personIds})
         union all
         select m.person_id, m.team_id, 'invited', 1
           from session_teams t join team_members_at(${today}) m on m.team_id = t.team_id
          where t.session_id = ${sessionId} and m.person_id = any(${personIds})) as one
        order by person_id, rank`,
    ),
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** @throws training.notInvited */
export function requireInvited(invitation: Invitation | undefined): Invitation {
  if (!invitation) throw trainingErrors.notInvited();
  return invitation;
}

/** @throws training.notOpen, training.started */
export function requireOpen(session: SessionData, now: Date): void {
  if (session.state !== 'published') throw trainingErrors.notOpen({ state: session.state });
  if (session.startsAt <= now) throw trainingErrors.started({ at: session.startsAt.toISOString() });
}
