import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { DeliveryChannels } from '../../delivery-channels.ts';

/** By commune, team and role: names with their ids. */
export type NoRouteKey = [string, string, string, string, number, string];
const byPlace = sql`commune collate "vi-natural", commune_id, team collate "vi-natural", team_id, level, person_id`;

export interface NoRouteRow {
  personId: string;
  teamId: string;
  team: string;
  communeId: string;
  commune: string;
  role: string;
  /** Leaders first. */
  level: number;
  /** They had an address, and it does not work any more. */
  lost: boolean;
}

/** The number stands on a screen that asks often, and hardly moves. */
const SHARED_MS = 60_000;

/** Active members without a session and without an address in any channel of this installation. */
@Injectable()
export class NoRouteQueries {
  private readonly shared = new Map<string, { count: Promise<number>; at: number }>();

  constructor(
    private readonly database: Database,
    private readonly channels: DeliveryChannels,
    private readonly clock: Clock,
  ) {}

  /** One more than the limit, after the last row of the page before. */
  async page(
    unitIds: readonly string[],
    after: NoRouteKey | null,
    limit: number,
  ): Promise<{ rows: NoRouteRow[]; total: number }> {
    const day = this.clock.today();
    const now = this.clock.now();
    const rows = await this.database.rows<NoRouteRow & { total: number }>(
      sql`with ${this.routeless(unitIds, day, now)},
       placed as materialized (
         select r.person_id, r.team_id, r.role, t.name as team, t.commune_id, u.name as commune,
                coalesce(array_position(array['leader', 'deputy', 'member'], r.role), 0) as level
           from routeless r
          cross join lateral (select id, name, commune_id from teams_at(${day}::date) where id = r.team_id offset 0) t
          cross join lateral (select id, name from units_at(${day}::date) where id = t.commune_id offset 0) u)
       select person_id as "personId", team_id as "teamId", team, commune_id as "communeId", commune, role, level,
              exists (select 1 from lost_addresses_at(${now}::timestamptz) l where l.person_id = p.person_id) as lost,
              (select count(*)::int from placed) as total
         from placed p
        where ${
          after
            ? sql`(${byPlace}) > (${after[0]}::text, ${after[1]}::uuid, ${after[2]}::text, ${after[3]}::uuid, ${after[4]}::int,
              ${after[5]}::uuid)`
            : sql`true`
        }
        order by ${byPlace} limit ${limit + 1}`,
    );
    return { rows, total: rows[0]?.total ?? (after ? await this.count(unitIds) : 0) };
  }

  /** At most a minute old. */
  count(unitIds: readonly string[]): Promise<number> {
    if (unitIds.length === 0) return Promise.resolve(0);
    const key = unitIds.toSorted().join();
    const known = this.shared.get(key);
    if (known && performance.now() - known.at < SHARED_MS) return known.count;
    const count = this.database
      .rows<{ n: number }>(
        sql`with ${this.routeless(unitIds, this.clock.today(), this.clock.now())} select count(*)::int as n from routeless`,
      )
      .then(([row]) => row?.n ?? 0);
    count.catch(() => this.shared.delete(key));
    this.shared.set(key, { count, at: performance.now() });
    return count;
  }

  /**
   * CTEs; the last is `routeless (person_id, team_id, role)`, each person once. Whoever has a session is not asked for
   * addresses, and each is looked up by itself: joined as sets, all people of the country would be gone through for each.
   */
  private routeless(unitIds: readonly string[], day: string, now: Date): Sql {
    return sql`members as materialized (
      select distinct on (m.person_id) m.person_id, m.team_id, m.role
        from (select distinct descendant_id as id from unit_closure where ancestor_id = any(${unitIds}::uuid[])) x
       cross join lateral (
             select n.id from teams_at(${day}::date) n where n.unit_id = x.id and n.status = 'active' offset 0) t
       cross join lateral (
             select person_id, team_id, role from team_members_at(${day}::date) where team_id = t.id offset 0) m
       order by m.person_id, array_position(array['leader', 'deputy', 'member'], m.role)),
    routeless as materialized (
      select a.* from members a
       cross join lateral (
         select k.has_session from contactable_at(${now}::timestamptz) k where k.person_id = a.person_id offset 0) k
       cross join lateral (
         select exists (select 1 from addresses_at(${now}::timestamptz) x
            where x.person_id = a.person_id and x.channel = any(${this.channels.ids}::text[]) and x.address is not null) as is_there
         offset 0) address
       where not k.has_session and not address.is_there)`;
  }
}
