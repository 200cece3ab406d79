import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { invitingKinds } from '../messages/index.ts';

/** A cancelled order: what has not gone out yet stays in; a recall within the hold takes the inbox entries back too. */
@Injectable()
export class WithdrawMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `exceptId`: the message that tells of the cancelling itself. */
  async ofAssignment(assignmentId: string, isSilent: boolean, exceptId: string): Promise<void> {
    await this.database.rows(
      `update messages set cancelled_at = coalesce(cancelled_at, $2), withdrawn_at = case when $3::boolean then coalesce(withdrawn_at, $2) else withdrawn_at end
        where assignment_id = $1 and id <> $4`,
      [assignmentId, this.clock.now(), isSilent, exceptId],
    );
  }

  /** A session moved or cancelled: what still tells the old time to those invited does not go out any more. */
  async ofSession(sessionId: string, exceptId: string): Promise<void> {
    await this.database.rows(
      'update messages set cancelled_at = $2 where session_id = $1 and id < $4 and cancelled_at is null and kind = any($3)',
      [sessionId, this.clock.now(), invitingKinds, exceptId],
    );
  }
}
