import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, type Sql, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import type { KnowHow } from './know-how.entity.ts';

type Page = RouteAnswer<typeof routes.listKnowHow>;
interface Row extends Pick<KnowHow, 'kind' | 'title' | 'answer' | 'communeId' | 'indicatorCode' | 'publishedAt'> {
  id: string;
  uses: number;
}
const pages = pagesOf('knowHow', z.tuple([z.iso.datetime(), z.uuid()]));

/** Communes of the unit's district; without a district, of its province. Ids, to stand in a list. */
export const districtCommunes = (unitId: string): Sql => sql`
  select c.descendant_id from unit_closure c
   where c.descendant_kind = 'commune' and c.ancestor_id = (
     select u.ancestor_id from unit_closure u where u.descendant_id = ${unitId}
        and u.ancestor_kind in ('district', 'province') order by u.depth limit 1)`;

/** What was answered and published in the unit's district. */
@Injectable()
export class KnowHowQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
  ) {}

  async list(actor: Actor, unitId: string, query: RouteQuery<typeof routes.listKnowHow>): Promise<Page> {
    const own = actor.posts.find((post) => post.teamId !== null && post.unitId === unitId);
    await this.scope.require(actor, 'difficulty.read', { unitId, ...(own?.teamId && { teamId: own.teamId }) });
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const published = sql`from (${districtCommunes(unitId)}) c
      cross join lateral (select * from know_how where commune_id = c.descendant_id and withdrawn_at is null offset 0) k`;
    const [rows, count] = await Promise.all([
      this.database.rows<Row>(
        sql`with page as materialized (
            select k.difficulty_id as id, k.kind, k.title, k.answer, k.commune_id, k.indicator_code, k.published_at ${published}
             where ${after ? sql`(date_trunc('milliseconds', k.published_at), k.difficulty_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
             order by date_trunc('milliseconds', k.published_at) desc, k.difficulty_id desc limit ${query.limit + 1})
          select p.id, p.kind, p.title, p.answer, p.commune_id as "communeId", p.indicator_code as "indicatorCode",
                 p.published_at as "publishedAt",
                 (select count(*)::int from know_how_uses u where u.difficulty_id = p.id) as uses
            from page p order by date_trunc('milliseconds', p.published_at) desc, p.id desc`,
      ),
      this.database.one<{ total: number }>(sql`select count(*)::int as total ${published}`),
    ]);
    const { items, nextCursor } = pages.cut(asked, rows, (row) => [row.publishedAt.toISOString(), row.id]);
    const units = await this.organization.unitRefs(items.map(({ communeId }) => communeId));
    return {
      items: items.map((row) => ({
        id: row.id,
        kind: row.kind,
        text: row.title,
        answer: row.answer,
        answeredAt: row.publishedAt.toISOString(),
        unit: units.get(row.communeId) ?? null,
        indicatorCode: row.indicatorCode,
        uses: row.uses,
      })),
      total: count?.total ?? 0,
      nextCursor,
    };
  }
}
