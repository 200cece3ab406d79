/** Giving and ending posts inside a transaction of another use case. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Affiliation, OfficerRole } from '#contracts/enums';
import { rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../membership.errors.ts';
import { postEnded, postGiven } from '../membership.events.ts';
import { Post } from './post.entity.ts';

export interface NewPost {
  personId: string;
  role: OfficerRole | 'trainer';
  unitId: string;
  title: string;
  affiliation?: Affiliation;
  standIn?: boolean;
  /** Whom a trainer teaches for. */
  providerId?: string | null;
  from: string;
}

@Injectable()
export class Posts {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Open invites of the person end: whoever made one had the right for what the person was until now.
   * @throws membership.unitHasFocalOfficer, membership.alreadyInCommittee, membership.providerUnknown
   */
  async give(tx: Tx, post: NewPost, actor?: Actor): Promise<string> {
    const id = v7();
    try {
      await tx.transaction((inner) =>
        inner.insert(Post, {
          id,
          personId: post.personId,
          role: post.role,
          unitId: post.unitId,
          title: post.title,
          affiliation: post.affiliation ?? 'other',
          standIn: post.standIn ?? false,
          providerId: post.providerId ?? null,
          validity: rangeText(post.from),
        }),
      );
    } catch (error) {
      throw (await this.refusal(tx, post, violation(error)?.constraint)) ?? error;
    }
    await tx.query(
      'update invites set revoked_at = $2 where person_id = $1 and used_at is null and rejected_at is null and revoked_at is null',
      [post.personId, this.clock.now()],
    );
    await this.outbox.append(
      tx,
      postGiven(
        { postId: id, personId: post.personId },
        { unitId: post.unitId, changes: { role: post.role, from: post.from } },
      ),
      actor,
    );
    await tx.query(`select pg_notify('actor_changed', $1)`, [post.personId]);
    return id;
  }

  /** @param to first day on which it no longer holds */
  async end(tx: Tx, postId: string, to: string, reason: string | undefined, actor: Actor): Promise<string> {
    const [post] = await rowsOf<{ person_id: string; unit_id: string; start: string }>(
      tx,
      'select person_id, unit_id, lower(validity)::text as start from posts where id = $1 for update',
      [postId],
    );
    if (!post) throw membershipErrors.memberNotFound();
    if (to <= post.start) throw membershipErrors.beforeStart({ path: 'lastDay', start: post.start });
    await tx.query('update posts set validity = $2, end_reason = $3 where id = $1', [
      postId,
      rangeText(post.start, to),
      reason ?? null,
    ]);
    await this.outbox.append(
      tx,
      postEnded({ postId, personId: post.person_id }, { unitId: post.unit_id, changes: { to } }),
      actor,
    );
    await tx.query(`select pg_notify('actor_changed', $1)`, [post.person_id]);
    return post.person_id;
  }

  private async refusal(tx: Tx, { unitId, from }: NewPost, constraint: string | undefined) {
    if (constraint === 'posts_provider_id_fkey') return membershipErrors.providerUnknown({ path: 'providerId' });
    if (constraint === 'posts_once') return membershipErrors.alreadyInCommittee({ path: 'personId' });
    if (constraint !== 'posts_one_focal_officer') return undefined;
    const [holder] = await rowsOf<{ full_name: string }>(
      tx,
      `select p.full_name from posts o join people p on p.id = o.person_id
        where o.unit_id = $1 and o.role = 'focal_officer' and not o.stand_in and o.validity && daterange($2::date, null) order by lower(o.validity) limit 1`,
      [unitId, from],
    );
    return membershipErrors.unitHasFocalOfficer({ path: 'role', ...(holder && { name: holder.full_name }) });
  }
}
