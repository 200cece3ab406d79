import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { type Tx } from '#platform/database';
import { AppointOfficer } from '../officers/appoint-officer.ts';
import { HandOver } from '../handover/hand-over.ts';
import { titleOf } from '../officers/list/office-names.ts';
import { type ChangedPost, type ChosenPost, ChosenPosts } from './chosen-posts.ts';
import { ManyPosts, type PostsAct } from './many-posts.ts';
import type { SeenPosts } from './told-of-posts.ts';
import { Post } from '../posts/post.entity.ts';
import { Handover } from '../posts/handover.entity.ts';

type Which = RouteBody<typeof routes.previewAppointments>;
type Wanted = Which['posts'][number];
interface Appointed extends ChosenPost, Pick<Wanted, 'fullName' | 'phone' | 'email'> {
  /** Somebody holds it until then. */
  isHeld: boolean;
}

/** Which decision it is changes nothing of what is looked at before. */
const SOME_DECISION = '…';

/** Many people are appointed from a day on by one decision: in place of who holds the post, or where nobody does. */
@Injectable()
export class AppointMany {
  constructor(
    private readonly scope: Scope,
    private readonly chosen: ChosenPosts,
    private readonly handOver: HandOver,
    private readonly appoint: AppointOfficer,
    private readonly many: ManyPosts,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { basis, ...which }: RouteBody<typeof routes.appointMany>,
  ): Promise<RouteAnswer<typeof routes.appointMany>> {
    return this.many.execute(actor, await this.act(actor, unitId, which, basis));
  }

  async preview<R>(actor: Actor, unitId: string, which: Which, look: (seen: SeenPosts) => Promise<R>): Promise<R> {
    return this.many.preview(actor, await this.act(actor, unitId, which, SOME_DECISION), look);
  }

  private async act(actor: Actor, unitId: string, which: Which, basis: string): Promise<PostsAct<Appointed>> {
    await this.scope.require(actor, 'post.manage', { unitId });
    const { from } = which;
    return {
      posts: await this.wanted(unitId, which),
      from,
      one: (tx, by, post) =>
        post.isHeld ? this.replace(tx, by, post, from, basis) : this.give(tx, by, post, from, basis),
    };
  }

  /** In the order in which they were named. */
  private async wanted(unitId: string, { posts }: Which): Promise<Appointed[]> {
    const ids = posts.flatMap(({ place }) => ('postId' in place ? place.postId : []));
    const empty = posts.flatMap(({ place, fullName }) =>
      'communeId' in place ? { communeId: place.communeId, fullName } : [],
    );
    const held = new Map((await this.chosen.held(unitId, ids)).map((one) => [one.id, one]));
    const vacant = new Map((await this.chosen.vacant(unitId, empty)).map((one) => [one.id, one]));
    return posts.flatMap(({ place, ...person }) => {
      const found = 'postId' in place ? held.get(place.postId) : vacant.get(place.communeId);
      return found ? [{ ...found, ...person, isHeld: 'postId' in place }] : [];
    });
  }

  private async replace(tx: Tx, by: Actor, post: Appointed, from: string, basis: string): Promise<ChangedPost> {
    const { isHeld: _, fullName, phone, email, ...chosen } = post;
    const { id: handoverId, personId } = await this.handOver.execute(by, post.id, {
      mode: 'replace',
      from,
      basis,
      fullName,
      phone,
      email,
    });
    const row = handoverId
      ? await tx.findOne(Handover, { select: { toPostId: true }, where: { id: handoverId } })
      : null;
    return { ...chosen, postId: row?.toPostId ?? null, personId, handoverId };
  }

  private async give(tx: Tx, by: Actor, post: Appointed, from: string, basis: string): Promise<ChangedPost> {
    const { isHeld: _, fullName, phone, email, ...chosen } = post;
    const role = 'focal_officer';
    const person = { fullName, phone, email };
    const office = { role, title: titleOf(role), standIn: false, from, basis } as const;
    const postId = await this.appoint.execute(by, post.unitId, { ...person, ...office });
    const row: { personId: string } | null = await tx.findOne(Post, {
      select: { personId: true },
      where: { id: postId },
    });
    return { ...chosen, postId, personId: row?.personId ?? null, handoverId: null };
  }
}
