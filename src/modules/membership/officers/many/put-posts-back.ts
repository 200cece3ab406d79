import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import { eachAlone, type Held, type TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { postEnded } from '../../membership.events.ts';
import { Caretakers } from '../posts/caretakers.ts';
import { HandoverStore } from '../posts/handover-store.ts';
import { RestoreHandover } from '../handover/restore-handover.ts';
import type { ChangedPost } from './chosen-posts.ts';

export interface PostsBefore {
  act: Held | null;
  from: string;
  posts: ChangedPost[];
}

/** Posts that were ended or given together stand as before; sessions that ended with it stay ended. */
@Injectable()
export class PutPostsBack {
  constructor(
    private readonly scope: Scope,
    private readonly restore: RestoreHandover,
    private readonly handovers: HandoverStore,
    private readonly caretakers: Caretakers,
    private readonly outbox: Outbox,
  ) {}

  /** Where somebody has changed a post further, that stays. */
  async execute(tx: Tx, { act, from, posts }: PostsBefore, actor: Actor): Promise<TakenBack> {
    // What is told of the way back is part of the act, and is heard by nobody.
    const by = act ? { ...actor, act } : actor;
    const { done, refused } = await eachAlone(tx, posts.toReversed(), (post) => this.one(tx, by, from, post));
    return { restored: done.length, kept: refused.map(({ id, name }) => ({ id, name })) };
  }

  private async one(tx: Tx, by: Actor, from: string, { unitId, postId, personId, handoverId }: ChangedPost) {
    await this.scope.require(by, 'post.manage', { unitId });
    if (handoverId) return this.restore.execute(tx, by, await this.restore.find(tx, handoverId));
    if (!postId || !personId) return;
    const before = await this.handovers.ofPost(tx, postId);
    await this.restore.takeAway(tx, { postId, personId, from });
    if (before) await this.restore.markBack(tx, by, before);
    await this.caretakers.settle(tx, [unitId], by);
    await this.outbox.append(tx, postEnded({ postId, personId }, { unitId, changes: { takenBack: true } }), by);
  }
}
