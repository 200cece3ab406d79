/** For which companies somebody works: a post of a trainer is one at a provider, where it stands and all below. */
import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { type Place, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

@Injectable()
export class CompanyPosts {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** Companies of today, by post. */
  async of(actor: Actor): Promise<{ postId: string; providerId: string }[]> {
    const posts = actor.posts.filter(({ role }) => role === 'trainer').map(({ id }) => id);
    if (posts.length === 0) return [];
    return this.database.rows(
      sql`select post_id as "postId", provider_id as "providerId" from trainers_at(${this.clock.today()}) where post_id = any(${posts})`,
    );
  }

  /** Where somebody works for each: a post of a company has its places. */
  async places(actor: Actor): Promise<{ providerId: string; unitId: string }[]> {
    const units = new Map(actor.posts.map(({ id, unitId }) => [id, unitId]));
    return (await this.of(actor)).flatMap(({ postId, providerId }) => {
      const unitId = units.get(postId);
      return unitId ? [{ providerId, unitId }] : [];
    });
  }

  /** A post at a company gives the right to what is that company's only. @throws platform.denied */
  async require(actor: Actor, action: Action, place: Place, providerId: string | null): Promise<void> {
    const own = new Set((await this.of(actor)).filter((one) => one.providerId === providerId).map((one) => one.postId));
    const posts = actor.posts.filter(({ id, role }) => role !== 'trainer' || own.has(id));
    const narrowed = { ...actor, posts };
    await this.scope.require(narrowed, action, place);
    if (narrowed.postId) actor.postId = narrowed.postId;
  }
}
