import { sql } from '#platform/database';
/**
 * What modules may read of the audit trail in statements of their own. It stands in place of a table, with an alias behind it;
 * PostgreSQL sees through it, so a plan is that of the table. Only Outbox writes.
 */

/**
 * What happened, kept as long as the trail is: id uuid (growing with time), name text, payload jsonb (ids only), occurred_at
 * timestamptz, actor_id uuid, unit_id uuid, changes jsonb (without personal data), command_id uuid, session_id uuid, place_id uuid
 * (the unit in whose log it stands).
 */
export const events = sql`(select id, name, payload, occurred_at, actor_id, unit_id, changes, command_id, session_id, place_id from outbox)`;
