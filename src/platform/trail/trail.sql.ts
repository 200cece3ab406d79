import { sql } from '#platform/database';
/**
 * What modules may read of the acts that change nothing, in statements of their own. It stands in place of a table, with an
 * alias behind it; PostgreSQL sees through it, so a plan is that of the table. Only AccessActs writes.
 */

/**
 * Looks, lists, sign-ins, refusals: id uuid, at timestamptz, kind text, what text, person_id uuid (who did it), unit_id uuid
 * (whose log it stands in), by_unit_id uuid (of the post), people int, purpose text, session_id uuid, command_id uuid,
 * screen text, route text, trace text (the code that a list's file carries).
 */
export const acts = sql`(select id, at, kind, what, person_id, unit_id, by_unit_id, people, purpose, session_id, command_id, screen, route,
  trace from access_acts)`;
