import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { addDays } from '#i18n';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { membershipErrors } from '../../membership.errors.ts';
import { VacatePost } from '../handover/vacate-post.ts';
import { type ChosenPost, ChosenPosts } from './chosen-posts.ts';
import { ManyPosts, type PostsAct } from './many-posts.ts';
import type { SeenPosts } from './told-of-posts.ts';

type Which = RouteBody<typeof routes.previewPostEnds>;

/** A term is over: many posts end after a day by one document, each as it would by itself. */
@Injectable()
export class EndPosts {
  constructor(
    private readonly scope: Scope,
    private readonly chosen: ChosenPosts,
    private readonly vacate: VacatePost,
    private readonly many: ManyPosts,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.handoverPast */
  async execute(
    actor: Actor,
    unitId: string,
    { basis, ...which }: RouteBody<typeof routes.endPosts>,
  ): Promise<RouteAnswer<typeof routes.endPosts>> {
    return this.many.execute(actor, await this.act(actor, unitId, which, basis));
  }

  async preview<R>(actor: Actor, unitId: string, which: Which, look: (seen: SeenPosts) => Promise<R>): Promise<R> {
    return this.many.preview(actor, await this.act(actor, unitId, which), look);
  }

  private async act(
    actor: Actor,
    unitId: string,
    { postIds, lastDay }: Which,
    basis?: string,
  ): Promise<PostsAct<ChosenPost>> {
    await this.scope.require(actor, 'post.manage', { unitId });
    const from = addDays(lastDay, 1);
    if (from < this.clock.today()) throw membershipErrors.handoverPast({ path: 'lastDay' });
    return {
      posts: await this.chosen.held(unitId, postIds),
      from,
      one: async (_tx, by, post) => {
        const { id: handoverId } = await this.vacate.execute(by, post.id, { mode: 'vacate', from, basis });
        return { ...post, postId: null, personId: null, handoverId };
      },
    };
  }
}
