/** Giving and ending posts inside a transaction of another use case. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Affiliation, OfficerRole } from '#contracts/enums';
import { rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { EndAccess } from '../access/end-access.ts';
import { rightFor } from '../access/invites/invite-rights.ts';
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
  /** The first day on which it no longer holds. */
  to?: string;
}

@Injectable()
export class PostStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly access: EndAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * Sessions and open invites of the person end: whoever opened or made one did so for what the person was until now.
   * @throws membership.unitHasFocalOfficer, membership.alreadyInCommittee, membership.providerUnknown
   */
  async give(tx: Tx, post: NewPost, actor?: Actor): Promise<string> {
    const id = v7();
    const isRise = !(await this.holdsAsMuch(tx, post));
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
          validity: rangeText(post.from, post.to),
        }),
      );
    } catch (error) {
      throw (await this.refusal(tx, post, violation(error)?.constraint)) ?? error;
    }
    await this.access.execute(tx, [post.personId], 'post_given', actor);
    if (isRise) await this.access.doubtAll(tx, post.personId);
    await this.outbox.append(
      tx,
      postGiven(
        { postId: id, personId: post.personId },
        { unitId: post.unitId, changes: { role: post.role, from: post.from } },
      ),
      actor,
    );
    return id;
  }

  /** @param to first day on which it no longer holds */
  async end(tx: Tx, postId: string, to: string, reason: string | undefined, actor: Actor): Promise<string> {
    const [post] = await rowsOf<Pick<Post, 'personId' | 'unitId'> & { start: string }>(
      tx,
      sql`select person_id as "personId", unit_id as "unitId", lower(validity)::text as start from posts
        where id = ${postId} for update`,
    );
    if (!post) throw membershipErrors.memberNotFound();
    if (to <= post.start) throw membershipErrors.beforeStart({ path: 'lastDay', start: post.start });
    await execute(
      tx,
      sql`update posts set validity = ${rangeText(post.start, to)}, end_reason = ${reason ?? null} where id = ${postId}`,
    );
    await this.outbox.append(
      tx,
      postEnded({ postId, personId: post.personId }, { unitId: post.unitId, changes: { to } }),
      actor,
    );
    await this.access.execute(tx, [post.personId], 'post_ended', actor);
    return post.personId;
  }

  /**
   * Whether the person has such a post at this unit or above already. If not, people with fewer rights may have had a hand
   * in the password and the accounts until now.
   */
  private async holdsAsMuch(tx: Tx, { personId, role, unitId }: NewPost): Promise<boolean> {
    const alike = Object.entries(rightFor).flatMap(([one, right]) => (right === rightFor[role] ? [one] : []));
    const rows = await rowsOf(
      tx,
      sql`select 1 from posts o join unit_closure c on c.ancestor_id = o.unit_id and c.descendant_id = ${unitId}
        where o.person_id = ${personId} and o.role = any(${alike}) and o.validity @> ${this.clock.today()}::date limit 1`,
    );
    return rows.length > 0;
  }

  private async refusal(tx: Tx, { unitId, from }: NewPost, constraint: string | undefined) {
    if (constraint === 'posts_provider_id_fkey') return membershipErrors.providerUnknown({ path: 'providerId' });
    if (constraint === 'posts_once') return membershipErrors.alreadyInCommittee({ path: 'personId' });
    if (constraint !== 'posts_one_focal_officer') return undefined;
    const [holder] = await rowsOf<{ name: string }>(
      tx,
      sql`select p.full_name as name from posts o join people p on p.id = o.person_id
        where o.unit_id = ${unitId} and o.role = 'focal_officer' and not o.stand_in
          and o.validity && daterange(${from}::date, null) order by lower(o.validity) limit 1`,
    );
    return membershipErrors.unitHasFocalOfficer({ path: 'role', ...holder });
  }
}
