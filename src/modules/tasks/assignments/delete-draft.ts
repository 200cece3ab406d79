import { Injectable } from '@nestjs/common';
import { voided } from '../approvals/void-requests.ts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

/** Drops a half-typed order, and what was asked of it; dropping it twice is no error. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, draftId: string): Promise<void> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    await this.database.rows(sql`${voided(draftId, this.clock.now())} and unit_id = ${unitId}`);
    await this.database.rows(sql`delete from assignment_drafts where id = ${draftId} and unit_id = ${unitId}`);
  }
}
