import { type Database, sql } from '#platform/database';
import type { OrderRequest } from './second-approval.entity.ts';

/** What is told of an order that waits, or waited. */
export interface OrderRequestInfo
  extends Pick<OrderRequest, 'id' | 'unitId' | 'teams' | 'people' | 'askedBy' | 'outcome' | 'decidedBy' | 'reason'> {
  title: string;
  dueOn: string;
}

export const orderRequestInfo = (database: Database, id: string): Promise<OrderRequestInfo | undefined> =>
  database.one<OrderRequestInfo>(
    sql`select id, unit_id as "unitId", teams, people, asked_by as "askedBy", outcome, decided_by as "decidedBy", reason,
        content->>'title' as title, content->>'dueOn' as "dueOn" from order_requests where id = ${id}`,
  );
