import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';

/** Half-typed orders of a unit, last saved first. */
@Injectable()
export class ReadDrafts {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
  ) {}

  async list(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.listDrafts>> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const rows = await this.database.rows<{
      id: string;
      title: string;
      content: Record<string, unknown>;
      saved_at: Date;
    }>(
      sql`select id, title, content, saved_at from assignment_drafts where unit_id = ${unitId} order by saved_at desc limit 50`,
    );
    return rows.map(({ saved_at, ...row }) => ({ ...row, unitId, savedAt: saved_at.toISOString() }));
  }
}
