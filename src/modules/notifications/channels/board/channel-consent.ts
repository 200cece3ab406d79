import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { pagesOf } from '#platform/http';

interface Row {
  unitId: string;
  name: string;
  people: number;
  zalo: number;
  telegram: number;
  webPush: number;
  none: number;
  total: number;
}

const pages = pagesOf('channelConsent', z.tuple([z.string(), z.uuid()]));

/** Whoever links an account, or lets the browser take notices, has agreed to that channel: how many have, place by place. */
@Injectable()
export class ReadChannelConsent {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof routes.channelConsent>,
  ): Promise<RouteAnswer<typeof routes.channelConsent>> {
    await this.scope.require(actor, 'channel.read', { unitId });
    const asked = { unitId, ...query };
    const found = await this.rows(unitId, pages.after(asked), query.limit + 1);
    const { items, nextCursor } = pages.cut(asked, found, ({ name, unitId: id }) => [name, id]);
    const units = await this.organization.unitRefs(items.map((row) => row.unitId));
    return {
      items: items.flatMap(({ unitId: id, people, zalo, telegram, webPush, none }) => {
        const unit = units.get(id);
        return unit ? [{ unit, people, zalo, telegram, webPush, none }] : [];
      }),
      total: found[0]?.total ?? 0,
      nextCursor,
    };
  }

  /** Only the people of the page's places are looked at, each by the index of a person. */
  private rows(unitId: string, after: readonly [string, string] | null, limit: number): Promise<Row[]> {
    const day = this.clock.today();
    const now = this.clock.now();
    return this.database.rows(
      sql`with reader as materialized (select kind from units_at(${day}::date) where id = ${unitId}),
       below as materialized (
         select c.descendant_id as id from unit_closure_at(${day}::date) c
          where c.ancestor_id = ${unitId}
            and c.descendant_kind = (select case kind when 'commune' then 'hamlet' when 'hamlet' then 'hamlet' else 'commune' end from reader)),
       named as materialized (
         select b.id, u.name from below b
          cross join lateral (select name from units_at(${day}::date) where id = b.id offset 0) u),
       places as materialized (
         select id, name from named
          where ${
            after
              ? sql`(name collate "vi-natural", id) > (${after[0]}::text collate "vi-natural", ${after[1]}::uuid)`
              : sql`true`
          }
          order by name collate "vi-natural", id limit ${limit})
       select p.id as "unitId", p.name, k.people, k.zalo, k.telegram, k.push as "webPush", k.none,
              (select count(*)::int from named) as total
         from places p cross join lateral (
           select count(*)::int as people, count(*) filter (where a.zalo)::int as zalo,
                  count(*) filter (where a.telegram)::int as telegram, count(*) filter (where a.push)::int as push,
                  count(*) filter (where not (a.zalo or a.telegram or a.push))::int as none
             from (select distinct m.person_id from unit_closure_at(${day}::date) c
                    cross join lateral (select id from teams_at(${day}::date) t
                      where t.unit_id = c.descendant_id and t.status = 'active' offset 0) t
                    cross join lateral (select person_id from team_members_at(${day}::date) where team_id = t.id offset 0) m
                   where c.ancestor_id = p.id) members
            cross join lateral (
              select coalesce(bool_or(l.space <> 'telegram'), false) as zalo, coalesce(bool_or(l.space = 'telegram'), false) as telegram,
                     exists (select 1 from push_subscriptions b where b.person_id = members.person_id) as push
                from linked_accounts_at(${now}::timestamptz) l where l.person_id = members.person_id offset 0) a) k
        order by p.name collate "vi-natural", p.id`,
    );
  }
}
