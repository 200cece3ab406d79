import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { invitingKinds } from '../messages/index.ts';
import { subjectOfAct } from './held-by-act.ts';

/** A cancelled order: what has not gone out yet stays in; a recall within the hold takes the inbox entries back too. */
@Injectable()
export class WithdrawMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `exceptId`: the message that tells of the cancelling itself. */
  ofAssignment(assignmentId: string, isSilent: boolean, exceptId: string): Promise<void> {
    return this.take(sql`assignment_id = ${assignmentId} and id <> ${exceptId}`, isSilent);
  }

  /** A change that was taken back: whoever has not read it finds nothing of it. */
  ofChange(assignmentId: string, version: number): Promise<void> {
    return this.take(sql`assignment_id = ${assignmentId} and (params->>'version')::int = ${version}::int`, true);
  }

  /** What was told of it so far; `exceptId`: the message that tells of the taking back itself. */
  ofSubject(subject: string, isSilent: boolean, exceptId: string): Promise<void> {
    return this.take(sql`subject = ${subject} and id <> ${exceptId}`, isSilent);
  }

  /** An act on many that was taken back while it was on hold: nobody has heard of it, and nobody will. */
  ofAct(actId: string): Promise<void> {
    return this.take(sql`subject = ${subjectOfAct(actId)}`, true);
  }

  /** A session moved or cancelled: what still tells the old time to those invited does not go out any more. */
  async ofSession(sessionId: string, exceptId: string): Promise<void> {
    await this.database.rows(
      sql`update messages set cancelled_at = ${this.clock.now()} where session_id = ${sessionId} and id < ${exceptId}
        and cancelled_at is null and kind = any(${invitingKinds})`,
    );
  }

  /** What has not gone out stays in; silently, the inbox forgets it too. */
  private async take(which: Sql, isSilent: boolean): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`update messages set cancelled_at = coalesce(cancelled_at, ${now}), withdrawn_at = case
        when ${isSilent}::boolean then coalesce(withdrawn_at, ${now}) else withdrawn_at end where ${which}`,
    );
  }
}
