import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { DeliveryChannels } from '../delivery-channels.ts';

export interface NoRouteRow {
  person_id: string;
  team_id: string;
  team: string;
  commune_id: string;
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
    const rows = await this.database.rows<NoRouteRow & { total: number }>(
      `with ${routeless}
       select r.person_id, r.team_id, t.name as team, t.commune_id, r.role, exists (select 1 from lost_addresses_at($3) l where l.person_id = r.person_id) as lost, count(*) over ()::int as total
         from routeless r join teams_at($2::date) t on t.id = r.team_id join units_at($2::date) u on u.id = t.commune_id
        order by u.name collate "vi-natural", u.id, t.name collate "vi-natural", t.id, array_position(array['leader', 'deputy', 'member'], r.role), r.person_id offset $5 limit $6`,
      [...this.parameters(unitIds), offset, limit],
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
      .rows<{ n: number }>(`with ${routeless} select count(*)::int as n from routeless`, this.parameters(unitIds))
      .then(([row]) => row?.n ?? 0);
    count.catch(() => this.shared.delete(key));
    this.shared.set(key, { count, at: performance.now() });
    return count;
  }

  private parameters(unitIds: readonly string[]): unknown[] {
    return [unitIds, this.clock.today(), this.clock.now(), this.channels.ids];
  }
}

/** Each person once. Whoever has a session is not asked for addresses. */
const routeless = `
  members as materialized (
    select distinct on (m.person_id) m.person_id, m.team_id, m.role
      from teams_at($2::date) t join team_members_at($2::date) m on m.team_id = t.id
     where t.status = 'active' and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = any($1))
     order by m.person_id, array_position(array['leader', 'deputy', 'member'], m.role)),
  routeless as materialized (
    select a.* from members a join contactable_at($3) k on k.person_id = a.person_id
     where not k.has_session and not exists (select 1 from addresses_at($3) x where x.person_id = a.person_id and x.channel = any($4::text[]) and x.address is not null))`;
