import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { officeRoles } from '#contracts/access/office-roles';
import { type PostState, postStates } from '#contracts/access/officers';
import { searchPattern } from '#i18n/spoken';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, empty, type Sql, sql } from '#platform/database';
import { pagesOf } from '#platform/http';

type Page = RouteAnswer<typeof routes.listPosts>;
type Item = Page['items'][number];
type Asked = RouteQuery<typeof routes.listPosts>;

interface Row
  extends Pick<
    Item,
    'id' | 'role' | 'title' | 'standIn' | 'caretaker' | 'from' | 'to' | 'state' | 'hasEmail' | 'hasSecondFactor'
  > {
  unitId: string;
  providerId: string | null;
  personId: string | null;
  fullName: string | null;
  lastSeenAt: Date | null;
  invitedAt: Date | null;
  askedAt: Date | null;
  depth: number;
  unitName: string;
  rank: number;
  sortId: string;
}

/** Where a company's post is held. */
interface Held {
  of: string;
  id: string;
  unitId: string;
  from: string;
  to: string | null;
}

interface Coming extends Pick<NonNullable<Item['handover']>, 'id' | 'mode' | 'fromOn'> {
  postId: string;
  toId: string | null;
  name: string | null;
}

const FOCAL_TITLE = 'Cán bộ đầu mối';
const pages = pagesOf('posts', z.tuple([z.int(), z.string(), z.uuid(), z.int(), z.string(), z.uuid()]));

/** Every post that somebody holds or should hold, by unit, from the unit itself down to its communes. */
@Injectable()
export class ListPosts {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: Asked): Promise<Page> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const asked = { unitId, ...query };
    const posts = this.posts(unitId, query.q ?? '');
    const after = pages.after(asked);
    const later = after
      ? sql`and (p.depth, p.unit_name collate "vi-natural", p.unit_id, p.rank, coalesce(p.full_name, '') collate "vi-natural", p.sort_id)
          > (${after[0]}::int, ${after[1]}::text, ${after[2]}::uuid, ${after[3]}::int, ${after[4]}::text, ${after[5]}::uuid)`
      : empty;
    const [rows, sums] = await Promise.all([
      this.database.rows<Row>(sql`${posts}
        select p.id, p.unit_id as "unitId", p.provider_id as "providerId", p.role, p.title, p.person_id as "personId", p.full_name as "fullName",
               p.stand_in as "standIn", p.caretaker, p.began::text as from, p.until::text as to, p.state, p.asked_at as "askedAt",
               p.depth, p.unit_name as "unitName", p.rank, p.sort_id as "sortId",
               (select max(s.last_seen_at) from sessions s where s.person_id = p.person_id) as "lastSeenAt",
               (select max(i.created_at) from invites i where i.person_id = p.person_id and i.used_at is null
                 and i.rejected_at is null and i.revoked_at is null and i.expires_at > ${this.clock.now()}) as "invitedAt",
               exists (select 1 from emails e where e.person_id = p.person_id and e.replaced_at is null) as "hasEmail",
               exists (select 1 from second_factors f where f.person_id = p.person_id and f.confirmed_at is not null)
                 as "hasSecondFactor"
          from listed p
         where (${query.state ?? null}::text is null or p.state = ${query.state ?? null})
           ${later}
         order by p.depth, p.unit_name collate "vi-natural", p.unit_id, p.rank, coalesce(p.full_name, '') collate "vi-natural",
                  p.sort_id limit ${query.limit + 1}`),
      this.database.rows<{ state: PostState; n: number }>(
        sql`${posts} select state, count(*)::int as n from listed group by 1`,
      ),
    ]);
    const { items, nextCursor } = pages.cut(asked, rows, (row) => [
      row.depth,
      row.unitName,
      row.unitId,
      row.rank,
      row.fullName ?? '',
      row.sortId,
    ]);
    const counts = countsOf(sums);
    const all = sums.reduce((sum, { n }) => sum + n, 0);
    return {
      items: await this.present(unitId, items),
      total: query.state ? counts[query.state] : all,
      nextCursor,
      counts,
      posts: all,
    };
  }

  /** Unit by unit: joined as a whole, the posts of the country would be read for one commune. */
  private posts(unitId: string, q: string): Sql {
    const today = this.clock.today();
    return sql`with area as materialized (
        select c.descendant_id as unit_id, c.depth, u.kind, u.full_name as unit_name from unit_closure c
         cross join lateral (select n.kind, n.full_name from units_at(${today}::date) n where n.id = c.descendant_id offset 0) u
         where c.ancestor_id = ${unitId} and c.descendant_kind <> 'hamlet'),
      given as (
        select a.*, o.id, o.role, o.title, o.person_id, o.provider_id, o.stand_in, o.caretaker, lower(o.validity) as began, upper(o.validity) as until
          from area a
         cross join lateral (select * from posts where unit_id = a.unit_id
           and validity && daterange(${today}::date, null) offset 0) o
        union all
        select a.*, null, 'focal_officer', ${FOCAL_TITLE}, null, null, false, false, null, null from area a
         where a.kind = 'commune' and not exists (select 1 from posts o where o.unit_id = a.unit_id
           and o.role = 'focal_officer' and not o.caretaker and o.validity @> ${today}::date offset 0)),
      stated as materialized (
        select g.*, p.full_name, r.asked_at,
               array_position(${[...officeRoles]}::text[], g.role) * 2 + g.stand_in::int as rank, coalesce(g.id, g.unit_id) as sort_id,
               case when g.person_id is null then 'vacant' when r.asked_at is not null then 'asking'
                    when g.began > ${today}::date then 'later'
                    when (select s.id from sessions s where s.person_id = g.person_id limit 1) is null then 'never'
                    when g.stand_in then 'standIn' else 'held' end as state
          from given g left join people p on p.id = g.person_id
          left join access_requests r on r.person_id = g.person_id and r.closed_at is null
         where ${q} = '' or fold(coalesce(p.full_name, '') || ' ' || g.title || ' ' || g.unit_name) ~ ${searchPattern(q)}),
      -- A company's person has one post, wherever it is held.
      listed as materialized (
        select * from (
          select s.*, row_number() over (partition by coalesce(s.provider_id, s.sort_id), s.person_id, s.state
                   order by s.depth, s.unit_name collate "vi-natural", s.sort_id) as nth
            from stated s) r where nth = 1)`;
  }

  private async present(unitId: string, rows: readonly Row[]): Promise<Item[]> {
    const places = await this.places(unitId, rows);
    const units = await this.organization.unitRefs([...rows, ...places].map((row) => row.unitId));
    const coming = await this.coming([...rows, ...places].flatMap(({ id }) => id ?? []));
    const handover = (postId: string | null) => (postId && coming.get(postId)) || null;
    return rows.flatMap(({ unitId: ownId, personId, fullName, lastSeenAt, invitedAt, askedAt, ...row }) => {
      const unit = units.get(ownId);
      if (!unit) return [];
      const { depth: _, unitName: __, rank: ___, sortId: ____, providerId: _____, ...shown } = row;
      const { id, title } = shown;
      return {
        ...shown,
        unit,
        person: personId && fullName ? { id: personId, fullName, position: title } : null,
        lastSeenAt: lastSeenAt?.toISOString() ?? null,
        invitedAt: invitedAt?.toISOString() ?? null,
        askedAt: askedAt?.toISOString() ?? null,
        handover: handover(id),
        places: places.flatMap(({ of, unitId: placeId, ...place }) => {
          const where = of === id ? units.get(placeId) : undefined;
          return where ? [{ ...place, unit: where, handover: handover(place.id) }] : [];
        }),
      };
    });
  }

  /** Of those that are held in several places below the unit, all of them by name. */
  private async places(unitId: string, rows: readonly Row[]): Promise<Held[]> {
    const ids = rows.flatMap(({ id, providerId }) => (providerId ? (id ?? []) : []));
    if (ids.length === 0) return [];
    const today = this.clock.today();
    const all = await this.database.rows<Held>(
      sql`select f.id as of, o.id, o.unit_id as "unitId", lower(o.validity)::text as from, upper(o.validity)::text as to
         from posts f join posts o on o.person_id = f.person_id and o.provider_id = f.provider_id
           and (lower(o.validity) > ${today}::date) = (lower(f.validity) > ${today}::date)
         join unit_closure c on c.descendant_id = o.unit_id and c.ancestor_id = ${unitId}
         join units_at(${today}::date) n on n.id = o.unit_id
        where f.id = any(${ids}::uuid[]) and o.validity && daterange(${today}::date, null)
        order by n.full_name collate "vi-natural", o.id`,
    );
    return all.filter((place) => all.some(({ of, id }) => of === place.of && id !== place.id));
  }

  /** What can still be taken back of how these posts are to change hands. */
  private async coming(postIds: readonly string[]): Promise<Map<string, NonNullable<Item['handover']>>> {
    const rows = await this.database.rows<Coming>(
      sql`select distinct on (h.from_post_id) h.from_post_id as "postId", h.id, h.mode, h.from_on::text as "fromOn",
          h.to_person_id as "toId", p.full_name as name
        from handovers h left join people p on p.id = h.to_person_id
       where h.from_post_id = any(${postIds}::uuid[]) and h.taken_back_at is null and h.from_on > ${this.clock.today()}::date
         and (h.mode = 'stand_in' or h.was ? 'to') order by h.from_post_id, h.from_on, h.id`,
    );
    return new Map(
      rows.map(({ postId, toId, name, ...row }) => [
        postId,
        { ...row, to: toId && name ? { id: toId, fullName: name, position: null } : null },
      ]),
    );
  }
}

function countsOf(sums: readonly { state: PostState; n: number }[]): Record<PostState, number> {
  const counts = Object.fromEntries(postStates.map((state) => [state, 0])) as Record<PostState, number>;
  for (const { state, n } of sums) counts[state] = n;
  return counts;
}
