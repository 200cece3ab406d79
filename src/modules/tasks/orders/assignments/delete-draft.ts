import { Injectable } from '@nestjs/common';
import { SendRequestsApi } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';

/** Drops a half-typed order, and what was asked of it; dropping it twice is no error. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly requests: SendRequestsApi,
  ) {}

  async execute(actor: Actor, unitId: string, draftId: string): Promise<void> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    await this.database.tx(async (tx) => {
      await this.requests.voidOf(tx, draftId, unitId);
      await execute(tx, sql`delete from assignment_drafts where id = ${draftId} and unit_id = ${unitId}`);
    });
  }
}
