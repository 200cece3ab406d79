import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { DeliveryChannels } from '../delivery-channels.ts';

export interface NoRouteRow {
  personId: string;
  teamId: string;
  team: string;
  communeId: string;
  role: string;
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

  async page(
    unitIds: readonly string[],
    offset: number,
    limit: number,
  ): Promise<{ rows: NoRouteRow[]; total: number }> {
    const day = this.clock.today();
    const now = this.clock.now();
    const rows = await this.database.rows<NoRouteRow & { total: number }>(
      sql`with ${this.routeless(unitIds, day, now)}
       select r.person_id as "personId", r.team_id as "teamId", t.name as team, t.commune_id as "communeId", r.role,
              exists (select 1 from lost_addresses_at(${now}::timestamptz) l where l.person_id = r.person_id) as lost,
              count(*) over ()::int as total
         from routeless r
        cross join lateral (select id, name, commune_id from teams_at(${day}::date) where id = r.team_id offset 0) t
        cross join lateral (select id, name from units_at(${day}::date) where id = t.commune_id offset 0) u
        order by u.name collate "vi-natural", u.id, t.name collate "vi-natural", t.id,
                 array_position(array['leader', 'deputy', 'member'], r.role), r.person_id
        offset ${offset} limit ${limit}`,
    );
    return { rows, total: rows[0]?.total ?? (offset > 0 ? await this.count(unitIds) : 0) };
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
