import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { HandoversApi } from '../handover/handovers.api.ts';
import type { ChangedPost } from './chosen-posts.ts';

type Preview = RouteAnswer<typeof routes.previewPostEnds>;

export interface SeenPosts extends Pick<Preview, 'refused' | 'elsewhere'> {
  told: { id: string; name: string; people: { personId: string; standIn: boolean }[] }[];
}

/** Who hears of posts that have changed, as the messages choose them, and which other posts the new holders keep. */
@Injectable()
export class ToldOfPosts {
  constructor(
    private readonly database: Database,
    private readonly handovers: HandoversApi,
    private readonly organization: OrganizationApi,
  ) {}

  async of(changed: readonly ChangedPost[], from: string): Promise<Omit<SeenPosts, 'refused'>> {
    const told: SeenPosts['told'] = [];
    for (const post of changed) {
      const people = await this.people(post, from);
      told.push({
        id: post.id,
        name: post.name,
        people: people.map((personId) => ({ personId, standIn: false })),
      });
    }
    return { told, elsewhere: await this.elsewhere(changed, from) };
  }

  private async people({ id, postId, personId }: ChangedPost, from: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select id from handovers where from_on = ${from}::date and taken_back_at is null
        and (from_post_id = ${id} or to_post_id = ${postId}) order by id`,
    );
    const heard = new Set(personId ? [personId] : []);
    for (const row of rows) for (const one of (await this.handovers.told(row.id))?.told ?? []) heard.add(one);
    return [...heard];
  }

  private async elsewhere(changed: readonly ChangedPost[], from: string): Promise<Preview['elsewhere']> {
    const given = changed.filter(({ postId }) => postId !== null);
    const rows = await this.database.rows<{ personId: string; title: string; unitId: string }>(
      sql`select person_id as "personId", title, unit_id as "unitId" from posts
        where person_id = any(${given.map(({ personId }) => personId)}::uuid[])
          and id <> all(${given.map(({ postId }) => postId)}::uuid[]) and not caretaker and validity @> ${from}::date
        order by title, id`,
    );
    const units = await this.organization.unitRefs(rows.map(({ unitId }) => unitId));
    return given.flatMap(({ id, name, personId }) => {
      const posts = rows
        .filter((row) => row.personId === personId)
        .map(({ title, unitId }) => `${title}, ${units.get(unitId)?.fullName ?? ''}`);
      return posts.length > 0 ? [{ id, name, posts }] : [];
    });
  }
}
