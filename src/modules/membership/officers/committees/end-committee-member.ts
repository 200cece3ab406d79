import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#i18n';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql } from '#platform/database';
import { membershipErrors } from '../../membership.errors.ts';
import { endSupport } from '../../people/teams/move-support.ts';
import { PostStore } from '../posts/post-store.ts';

/** A committee member leaves: with the last post in this commune the support of its teams ends too. */
@Injectable()
export class EndCommitteeMember {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly posts: PostStore,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    postId: string,
    { lastDay, reason }: RouteBody<typeof routes.endCommitteeMember>,
  ): Promise<void> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const end = addDays(lastDay, 1);
    await this.database.tx(async (tx) => {
      const [post] = await rowsOf(
        tx,
        sql`select 1 from posts where id = ${postId} and unit_id = ${unitId} and role in ('committee_member', 'focal_officer')`,
      );
      if (!post) throw membershipErrors.memberNotFound();
      const personId = await this.posts.end(tx, postId, end, reason, actor);
      const stays = await rowsOf(
        tx,
        sql`select 1 from posts where person_id = ${personId} and unit_id = ${unitId}
          and role in ('committee_member', 'focal_officer') and validity @> ${end}::date`,
      );
      if (stays.length > 0) return;
      await endSupport(tx, personId, unitId, end);
    });
  }
}
