import { Injectable } from '@nestjs/common';
import type { OfficeRole } from '#contracts/access/office-roles';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import type { Post } from '../posts/post.entity.ts';

export interface PostToHandOver
  extends Pick<
    Post,
    'id' | 'personId' | 'unitId' | 'title' | 'affiliation' | 'seat' | 'providerId' | 'standIn' | 'endReason'
  > {
  role: OfficeRole;
  from: string;
  to: string | null;
}

/** A post for whoever may give and end it. What a caretaker has follows from the other posts and is handed over by nobody. */
@Injectable()
export class PostsToHandOver {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
  ) {}

  /** @throws platform.notFound, platform.denied */
  async require(actor: Actor, postId: string): Promise<PostToHandOver> {
    const post = await this.database.one<PostToHandOver>(
      sql`select id, person_id as "personId", unit_id as "unitId", role, title, affiliation, seat, provider_id as "providerId",
          stand_in as "standIn", end_reason as "endReason", lower(validity)::text as from, upper(validity)::text as to
        from posts where id = ${postId} and not caretaker`,
    );
    if (!post) throw platformErrors.notFound();
    await this.scope.require(actor, 'post.manage', { unitId: post.unitId });
    return post;
  }
}
