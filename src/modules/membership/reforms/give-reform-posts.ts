import { Injectable } from '@nestjs/common';
import type { OfficerRole } from '#contracts/enums';
import type { ReformDay } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import { DraftCommittees } from './draft-committees.ts';
import { PostStore } from '../committees/post-store.ts';

/** Who goes on in a unit of the day has the post there from the day on, not before. */
@Injectable()
export class GiveReformPosts {
  constructor(
    private readonly posts: PostStore,
    private readonly committees: DraftCommittees,
  ) {}

  async execute(tx: Tx, day: ReformDay): Promise<void> {
    const { posts, from, byId } = day;
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
    const by: Actor = { personId: byId, fullName: '', language: 'vi', sessionId: '', posts: [] };
    const wanted = open.flatMap(({ n }) => posts[n] ?? []);
    if (wanted.length > 0)
      await this.posts.giveMany(
        tx,
        wanted.map(({ role, ...post }) => ({ ...post, role: role as OfficerRole, from })),
        by,
      );
    await this.committees.execute(tx, day);
  }
}
