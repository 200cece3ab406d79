import { type Sql, sql } from '#platform/database';

/** Whether a person's command has left an event: it was carried out, whatever became of its answer. */
export const hasWritten = (commandId: string, personId: string): Sql =>
  sql`exists (select 1 from outbox o where o.command_id = ${commandId} and o.actor_id = ${personId})`;
