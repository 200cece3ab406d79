import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import type { SendRequest } from './send-request.entity.ts';
import { SendKinds } from './send-kinds.ts';
import type { Action } from '#contracts/actions';

/** What is told of something that waits, or waited. */
export interface SendRequestInfo
  extends Pick<
    SendRequest,
    | 'id'
    | 'kind'
    | 'unitId'
    | 'title'
    | 'places'
    | 'people'
    | 'askedBy'
    | 'outcome'
    | 'decidedBy'
    | 'reason'
    | 'resultId'
  > {
  /** Who may decide it. */
  action: Action;
  /** To how many it went; null where it has not, or goes to just those that were asked for. */
  sent: number | null;
}

/** What other modules may ask of what waits for a second officer. */
@Injectable()
export class SendRequestsApi {
  constructor(
    private readonly database: Database,
    private readonly kinds: SendKinds,
    private readonly clock: Clock,
  ) {}

  async info(id: string): Promise<SendRequestInfo | undefined> {
    const row = await this.database.one<Omit<SendRequestInfo, 'action'>>(
      sql`select id, kind, unit_id as "unitId", title, places, people, asked_by as "askedBy", outcome, decided_by as "decidedBy",
          reason, result_id as "resultId", cardinality(sent_ids) as sent from send_requests where id = ${id}`,
    );
    return row && { ...row, action: this.kinds.of(row.kind).action };
  }

  /** What was asked of a draft that is another one now: nobody approves it any more. */
  async voidOf(tx: Tx, draftId: string, unitId: string): Promise<void> {
    await execute(
      tx,
      sql`update send_requests set outcome = 'dropped', decided_at = ${this.clock.now()}, decided_by = asked_by
        where draft_id = ${draftId} and unit_id = ${unitId} and outcome is null`,
    );
  }
}
