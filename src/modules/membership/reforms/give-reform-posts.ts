import { Injectable } from '@nestjs/common';
import type { OfficerRole } from '#contracts/enums';
import type { ReformDay } from '#modules/organization';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { reformPostsNotGiven } from '../membership.events.ts';
import { PlannedGifts } from '../rights/planned-gifts.ts';
import { DraftCommittees } from './draft-committees.ts';
import { PostStore } from '../committees/post-store.ts';

/**
 * Who goes on in a unit of the day has the post there from the day on, not before. It is given by whoever scheduled the reform,
 * by the posts that they have on the day: what they may not give any more is not given, and told.
 */
@Injectable()
export class GiveReformPosts {
  constructor(
    private readonly posts: PostStore,
    private readonly committees: DraftCommittees,
    private readonly planned: PlannedGifts,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, day: ReformDay): Promise<void> {
    const { posts, from, byId, reformId } = day;
    const open = await rowsOf<{ n: number }>(
      tx,
      // What somebody was given there meanwhile stands.
      sql`select n.n::int - 1 as n from unnest(${posts.map(({ personId }) => personId)}::uuid[], ${posts.map(({ role }) => role)}::text[],
            ${posts.map(({ unitId }) => unitId)}::uuid[], ${posts.map(({ standIn }) => standIn)}::boolean[])
              with ordinality as n(person_id, role, unit_id, stand_in, n)
          where not exists (select 1 from posts o where o.unit_id = n.unit_id and o.role = n.role and not o.caretaker
            and o.validity && daterange(${from}::date, null)
            and (o.person_id = n.person_id or n.role = 'focal_officer' and not n.stand_in and not o.stand_in)) order by n.n`,
    );
    const wanted = open.flatMap(({ n }) => {
      const post = posts[n];
      return post ? [{ ...post, role: post.role as OfficerRole, from }] : [];
    });
    const { by, given, refused } = await this.planned.judge(tx, byId, wanted);
    if (by && given.length > 0) await this.posts.giveMany(tx, given, by);
    const personIds = refused.map(({ personId }) => personId);
    if (personIds.length > 0)
      await this.outbox.append(tx, reformPostsNotGiven({ reorganisationId: reformId, personIds }), {
        personId: byId,
      });
    await this.committees.execute(tx, day);
  }
}
