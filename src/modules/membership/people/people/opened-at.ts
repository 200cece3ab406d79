import { type Sql, sql } from '#platform/database';

/** Since when the person has been in the application: with any session, whatever became of it. Null: never. */
export const openedAt = (personId: Sql): Sql =>
  sql`(select min(came.created_at) from sessions came where came.person_id = ${personId})`;
