import { sql } from '#platform/database';

/** What was asked of a draft that is another one now: nobody approves it any more. */
export const voided = (draftId: string, at: Date) =>
  sql`update order_requests set outcome = 'dropped', decided_at = ${at}, decided_by = asked_by
    where draft_id = ${draftId} and outcome is null`;
