import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { SendRequestsApi } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { assignmentErrors } from '../tasks.errors.ts';

/** Keeps a half-typed order; its id is made by the screen, so saving again overwrites. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly requests: SendRequestsApi,
    private readonly clock: Clock,
  ) {}

  /** @throws assignment.draftNotFound when the id belongs to another unit's draft */
  async execute(actor: Actor, unitId: string, draftId: string, { title, content }: RouteBody<typeof routes.saveDraft>) {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const savedAt = this.clock.now();
    const written = await this.database.tx(async (tx) => {
      // Whoever approves what was asked of it has read other words.
      const same = await rowsOf(
        tx,
        sql`select 1 from assignment_drafts where id = ${draftId} and content = ${content}::jsonb`,
      );
      if (same.length === 0) await this.requests.voidOf(tx, draftId, unitId);
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
