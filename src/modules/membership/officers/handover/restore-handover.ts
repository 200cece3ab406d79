import { Injectable } from '@nestjs/common';
import { rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { Post } from '../posts/post.entity.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { handoverTakenBack } from '../../membership.events.ts';
import { GivenRights } from '../../people/rights/given-rights.ts';
import { Caretakers } from '../posts/caretakers.ts';
import { Handover } from '../posts/handover.entity.ts';
import { restoreSupport } from '../../people/teams/move-support.ts';

type Found = Pick<Handover, 'id' | 'unitId' | 'mode' | 'fromPostId' | 'toPostId' | 'toPersonId' | 'fromOn' | 'was'>;

/** All of a hand-over goes back: the post, the support of teams, and who would have looked after it. */
@Injectable()
export class RestoreHandover {
  constructor(
    private readonly caretakers: Caretakers,
    private readonly rights: GivenRights,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Locked. @throws platform.notFound where it was taken back already */
  async find(tx: Tx, handoverId: string): Promise<Found> {
    const [row] = await rowsOf<Found>(
      tx,
      sql`select id, unit_id as "unitId", mode, from_post_id as "fromPostId", to_post_id as "toPostId",
          to_person_id as "toPersonId", from_on::text as "fromOn", was
        from handovers where id = ${handoverId} and taken_back_at is null for update`,
    );
    if (!row) throw platformErrors.notFound();
    return row;
  }

  /** @throws membership.handoverChanged, rightNotYours, rightToYourself */
  async execute(tx: Tx, actor: Actor, { id: handoverId, ...handover }: Found): Promise<void> {
    const { unitId, mode, fromPostId, toPostId, toPersonId, fromOn, was } = handover;
    if (mode !== 'vacate') await this.takeAway(tx, { postId: toPostId, personId: toPersonId, from: fromOn });
    await this.caretakers.makeRoom(tx, unitId, fromOn, actor);
    if (mode !== 'stand_in') {
      const [post] = await rowsOf<Pick<Post, 'personId' | 'role'> & { start: string }>(
        tx,
        sql`select lower(validity)::text as start, person_id as "personId", role from posts
          where id = ${fromPostId} and upper(validity) = ${fromOn}::date for update`,
      );
      if (!post || was.to === undefined) throw membershipErrors.handoverChanged();
      await this.rights.require(tx, actor, [{ ...post, unitId }]);
      await tx.update(
        Post,
        { id: fromPostId },
        { validity: rangeText(post.start, was.to), endReason: was.endReason ?? null },
      );
    }
    await restoreSupport(tx, was);
    await this.caretakers.settle(tx, [unitId], actor);
    await this.markBack(tx, actor, handoverId);
    const told = { handoverId, ...(actor.act && { act: actor.act }) };
    await this.outbox.append(tx, handoverTakenBack(told, { unitId }), actor);
  }

  /** A post as it was given; what was handed on further, or changed, is no longer that. @throws membership.handoverChanged */
  async takeAway(
    tx: Tx,
    { postId, personId, from }: { postId: string | null; personId: string | null; from: string },
  ): Promise<void> {
    const given = await rowsOf(
      tx,
      sql`delete from posts p where p.id = ${postId} and lower(p.validity) = ${from}::date
        and not exists (select 1 from handovers h where h.from_post_id = p.id) returning 1`,
    );
    if (given.length === 0) throw membershipErrors.handoverChanged();
    await execute(tx, sql`select pg_notify('actor_changed', ${personId}::text)`);
  }

  async markBack(tx: Tx, { personId }: Pick<Actor, 'personId'>, handoverId: string): Promise<void> {
    await tx.update(Handover, { id: handoverId }, { takenBackAt: this.clock.now(), takenBackBy: personId });
  }
}
