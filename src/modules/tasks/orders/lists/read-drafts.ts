import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import type { AssignmentDraft } from '../order/assignment.entity.ts';

/** Half-typed orders of a unit, last saved first. */
@Injectable()
export class ReadDrafts {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
  ) {}

  async list(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.listDrafts>> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const rows = await this.database.rows<Pick<AssignmentDraft, 'id' | 'title' | 'content' | 'savedAt'>>(
      sql`select id, title, content, saved_at as "savedAt" from assignment_drafts where unit_id = ${unitId}
        order by saved_at desc limit 300`,
    );
    return rows.map(({ savedAt, ...row }) => ({ ...row, unitId, savedAt: savedAt.toISOString() }));
  }
}
