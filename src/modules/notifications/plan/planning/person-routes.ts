import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, empty, sql } from '#platform/database';
import { ChannelOrderQueries } from './channel-order.ts';
import { routesOf } from './route-sql.ts';

export type PersonRoute = ChannelId | 'inbox' | 'none';

/** The route by which a message would reach each of a few people: the planner's own choice, made without writing. */
@Injectable()
export class PersonRoutes {
  constructor(
    private readonly orders: ChannelOrderQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(personIds: readonly string[], kind: string, isDuty: boolean): Promise<Map<string, PersonRoute>> {
    if (personIds.length === 0) return new Map();
    const now = this.clock.now();
    const order = await this.orders.read(personIds.length);
    const people = {
      from: sql`(select unnest(${personIds}::uuid[]) as person_id) f`,
      personId: sql`f.person_id`,
      withAll: true,
      columns: empty,
      columnsAgain: empty,
      mandatory: sql`${isDuty}::boolean`,
      kind,
      now,
    };
    const rows = await this.database.rows<{ personId: string; route: PersonRoute }>(
      sql`select k.person_id as "personId", coalesce(r.channel, case when k.has_session then 'inbox' else 'none' end) as route
         from (${routesOf(people, order)}) r join contactable_at(${now}::timestamptz) k on k.person_id = r.person_id`,
    );
    return new Map(rows.map(({ personId, route }) => [personId, route]));
  }
}
