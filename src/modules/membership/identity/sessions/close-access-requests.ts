import { execute, sql, type Tx } from '#platform/database';

/** The person came in or was invited anew: nobody has to help any more. */
export const closeAccessRequests = (tx: Tx, personId: string, at: Date): Promise<void> =>
  execute(tx, sql`update access_requests set closed_at = ${at} where person_id = ${personId} and closed_at is null`);
