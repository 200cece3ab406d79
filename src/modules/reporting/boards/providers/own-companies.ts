import { Injectable } from '@nestjs/common';
import { Scope, withoutCompanies } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

/** Which providers somebody may look at: an officer all of their places, a company's people their own. */
@Injectable()
export class OwnCompanies {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** Null for all. @throws platform.denied */
  async visible(actor: Actor, unitId: string): Promise<string[] | null> {
    await this.scope.require(actor, 'training.read', { unitId });
    const trainers = actor.posts.filter(({ role }) => role === 'trainer').map(({ id }) => id);
    if (await this.scope.may(withoutCompanies(actor), 'training.read', { unitId })) return null;
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct provider_id as id from trainers_at(${this.clock.today()}) where post_id = any(${trainers})`,
    );
    return rows.map(({ id }) => id);
  }
}
