import { sql } from '#platform/database';
/**
 * What other modules may read of training in statements of their own, where an answer is over many rows. Each name stands in
 * place of a table, with an alias behind it; PostgreSQL sees through it, so a plan is that of the table. The columns named
 * here are a contract: nothing else of these tables is used outside of this module, and nobody else writes them.
 * @published trained_at_sessions (person_id, team_id, session_id, topic_code, commune_id, provider_id, audience, held_on,
 * hours, form): each proven attendance
 */

/** Where a session is held for: id uuid, commune_id uuid, title text. */
export const sessions = sql`(select id, commune_id, title from training_sessions)`;

/** Teams that a session is for: session_id uuid, team_id uuid. */
export const sessionTeams = sql`(select session_id, team_id from session_teams)`;

/** Who is invited: session_id uuid, person_id uuid, team_id uuid, state text, reminded text[] (steps that went out). */
export const invitations = sql`(select session_id, person_id, team_id, state, reminded from session_invitations)`;
