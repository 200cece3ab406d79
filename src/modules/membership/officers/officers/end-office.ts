import { Injectable } from '@nestjs/common';
import { addDays } from '#contracts/reporting/periods';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { EndCommitteeMember } from '../committees/end-committee-member.ts';
import { PostStore } from '../posts/post-store.ts';
import { Post } from '../posts/post.entity.ts';
import { membershipErrors } from '../../membership.errors.ts';

interface Ended {
  lastDay: string;
  reason?: string | undefined;
}

/** An officer's or trainer's post ends with its last day. */
@Injectable()
export class EndOffice {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly posts: PostStore,
    private readonly committees: EndCommitteeMember,
    private readonly organization: OrganizationApi,
  ) {}

  /** @throws membership.lastAdministrator, membership.beforeStart */
  async execute(actor: Actor, postId: string, input: Ended): Promise<void> {
    const post: Pick<Post, 'unitId' | 'role'> | null = await this.database.manager.findOne(Post, {
      select: { unitId: true, role: true },
      where: { id: postId },
    });
    if (!post) throw platformErrors.notFound();
    await this.scope.require(actor, 'post.manage', { unitId: post.unitId });
    if (post.role === 'focal_officer' || post.role === 'committee_member')
      return this.committees.execute(actor, post.unitId, postId, input);
    const to = addDays(input.lastDay, 1);
    await this.database.tx(async (tx) => {
      if (post.role === 'admin') await this.keepOne(tx, post.unitId, postId, to);
      await this.posts.end(tx, postId, to, input.reason, actor);
    });
  }

  /** Somebody at the unit or above it goes on administering it, without an end that is known. */
  private async keepOne(tx: Tx, unitId: string, postId: string, to: string): Promise<void> {
    await this.organization.lockUnit(tx, unitId);
    const others = await rowsOf(
      tx,
      sql`select 1 from posts o join unit_closure c on c.ancestor_id = o.unit_id and c.descendant_id = ${unitId}
        where o.role = 'admin' and o.id <> ${postId} and o.validity @> ${to}::date and upper_inf(o.validity) limit 1`,
    );
    if (others.length === 0) throw membershipErrors.lastAdministrator({ path: 'lastDay' });
  }
}
