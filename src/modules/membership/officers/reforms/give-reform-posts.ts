import { Injectable } from '@nestjs/common';
import type { OfficerRole } from '#contracts/enums';
import type { ReformDay, ReformPost } from '#modules/organization';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { reformPostsNotGiven } from '../../membership.events.ts';
import { PlannedGifts } from '../../people/rights/planned-gifts.ts';
import { HeldSeatsQueries } from './held-seats.queries.ts';
import { DraftCommittees } from './draft-committees.ts';
import { PostStore } from '../posts/post-store.ts';

type Wanted = ReformPost & { role: OfficerRole; from: string };

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
    private readonly seats: HeldSeatsQueries,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, day: ReformDay): Promise<void> {
    const { from, byId, reformId } = day;
    const wanted = await this.open(tx, day);
    const held = await this.seats.besides(tx, wanted, from);
    // Somebody has come to the seat meanwhile: who chose knew nothing of them.
    const taken = wanted.filter((post, n) => held.has(n) && !post.replaces);
    const free = wanted.filter((post) => !taken.includes(post));
    const { by, given, refused } = await this.planned.judge(tx, byId, free);
    for (const [n, holders] of held) {
      const post = wanted[n];
      if (!by || !post || !given.includes(post)) continue;
      for (const { postId } of holders) await this.posts.end(tx, postId, from, undefined, by);
    }
    if (by && given.length > 0) await this.posts.giveMany(tx, given, by);
    const personIds = [...refused, ...taken].map(({ personId }) => personId);
    if (personIds.length > 0)
      await this.outbox.append(tx, reformPostsNotGiven({ reorganisationId: reformId, personIds }), {
        personId: byId,
      });
    await this.committees.execute(tx, day);
  }

  /** What somebody has already in the same role at that unit stands. */
  private async open(tx: Tx, { posts, from }: ReformDay): Promise<Wanted[]> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      sql`select n.n::int - 1 as n from unnest(${posts.map(({ personId }) => personId)}::uuid[], ${posts.map(({ role }) => role)}::text[],
            ${posts.map(({ unitId }) => unitId)}::uuid[]) with ordinality as n(person_id, role, unit_id, n)
          where not exists (select 1 from posts o where o.unit_id = n.unit_id and o.role = n.role and not o.caretaker
            and o.validity && daterange(${from}::date, null) and o.person_id = n.person_id) order by n.n`,
    );
    return rows.flatMap(({ n }) => {
      const post = posts[n];
      return post ? [{ ...post, role: post.role as OfficerRole, from }] : [];
    });
  }
}
