import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { voided } from '../approvals/void-requests.ts';
import { assignmentErrors } from '../tasks.errors.ts';

/** Keeps a half-typed order; its id is made by the screen, so saving again overwrites. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** @throws assignment.draftNotFound when the id belongs to another unit's draft */
  async execute(actor: Actor, unitId: string, draftId: string, { title, content }: RouteBody<typeof routes.saveDraft>) {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const savedAt = this.clock.now();
    const written = await this.database.tx(async (tx) => {
      // Whoever approves what was asked of it has read other words.
      await execute(
        tx,
        sql`${voided(draftId, savedAt)} and unit_id = ${unitId} and not exists (
          select 1 from assignment_drafts d where d.id = ${draftId} and d.content = ${content}::jsonb)`,
      );
      return rowsOf(
        tx,
        sql`insert into assignment_drafts (id, unit_id, title, content, saved_by, saved_at)
        values (${draftId}, ${unitId}, ${title}, ${content}, ${actor.personId}, ${savedAt})
       on conflict (id) do update set title = ${title}, content = ${content}, saved_by = ${actor.personId},
         saved_at = ${savedAt} where assignment_drafts.unit_id = ${unitId} returning id`,
      );
    });
    if (written.length === 0) throw assignmentErrors.draftNotFound();
    return { id: draftId, unitId, title, content, savedAt: savedAt.toISOString() };
  }
}
