import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';

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
}
