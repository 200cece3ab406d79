import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { PostStore } from '../committees/post-store.ts';
import type { Post } from '../committees/post.entity.ts';

/** An officer's or trainer's post ends with its last day. */
@Injectable()
export class EndOffice {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly posts: PostStore,
  ) {}

  async execute(actor: Actor, postId: string, { lastDay, reason }: RouteBody<typeof routes.endOffice>): Promise<void> {
    const post = await this.database.one<Pick<Post, 'unitId'>>(
      sql`select unit_id as "unitId" from posts
        where id = ${postId} and role in ('admin', 'province_officer', 'district_officer', 'trainer')`,
    );
    if (!post) throw platformErrors.notFound();
    await this.scope.require(actor, 'post.manage', { unitId: post.unitId });
    await this.database.tx((tx) => this.posts.end(tx, postId, addDays(lastDay, 1), reason, actor));
  }
}
