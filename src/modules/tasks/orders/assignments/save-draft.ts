import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { SendRequestsApi } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import { assignmentErrors } from '../../tasks.errors.ts';

/** Of one person in one unit: a list of drafts is read whole. */
export const MOST_DRAFTS = 30;

/** Keeps a half-typed order; its id is made by the screen, so saving again overwrites. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly requests: SendRequestsApi,
    private readonly clock: Clock,
  ) {}

  /** @throws assignment.draftNotFound when the id belongs to another unit's draft; assignment.tooManyDrafts with how many one may have */
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
      await this.requireRoom(tx, actor, unitId, draftId);
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

  /** What is there already is saved again in any case. */
  private async requireRoom(tx: Tx, { personId }: Actor, unitId: string, draftId: string): Promise<void> {
    await takeTurn(tx, [`drafts ${unitId} ${personId}`]);
    const [{ full } = { full: false }] = await rowsOf<{ full: boolean }>(
      tx,
      sql`select not exists (select 1 from assignment_drafts where id = ${draftId})
          and count(*) >= ${MOST_DRAFTS} as full
        from assignment_drafts where unit_id = ${unitId} and saved_by = ${personId}`,
    );
    if (full) throw assignmentErrors.tooManyDrafts({ most: MOST_DRAFTS });
  }
}
