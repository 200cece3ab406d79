import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';

/** Drops a half-typed order; dropping it twice is no error. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
  ) {}

  async execute(actor: Actor, unitId: string, draftId: string): Promise<void> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    await this.database.rows(sql`delete from assignment_drafts where id = ${draftId} and unit_id = ${unitId}`);
  }
}
