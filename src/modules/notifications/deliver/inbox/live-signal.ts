import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';

/** Topic over which all processes hear what moved: `{ message }` or `{ assignment }`, ids only. */
export const LIVE = 'live';
export type LivePayload = { message: string } | { assignment: string };

/** Tells every process that something moved; the streams that are open there pass it on. */
@Injectable()
export class LiveSignal {
  constructor(private readonly database: Database) {}

  async assignment(assignmentId: string): Promise<void> {
    await this.database.rows(
      sql`select pg_notify(${LIVE}, ${JSON.stringify({ assignment: assignmentId } satisfies LivePayload)})`,
    );
  }

  async task(taskId: string): Promise<void> {
    await this.database.rows(
      sql`select pg_notify(${LIVE}, json_build_object('assignment', assignment_id)::text) from tasks where id = ${taskId}`,
    );
  }
}
