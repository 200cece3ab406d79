import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, empty, sql } from '#platform/database';
import { hasTried } from '../../deliver/sending/next-channel.ts';
import { ChannelOrderQueries } from '../../plan/planning/channel-order.ts';
import { routesOf } from '../../plan/planning/route-sql.ts';
import { WhenSent } from '../../plan/planning/when-sent.ts';
import { isOpen } from '../../deliver/sending/divert.ts';

type Plan = RouteAnswer<typeof routes.divertPlan>;
interface RouteRow {
  route: ChannelId | 'inbox';
  people: number;
  cost: number;
}

/** Enough to decide by; a longer queue is not read to its end. */
const MOST = 20_000;

/** Where people who wait in a channel would go if it were declared down now. Writes nothing. */
@Injectable()
export class PlanDivert {
  constructor(
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly channelOrders: ChannelOrderQueries,
    private readonly when: WhenSent,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, channel: ChannelId): Promise<Plan> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const [rows, waiting] = await Promise.all([this.routes(channel), this.channelOrders.waiting()]);
    const routes = rows.map(async ({ route, people, cost }) => {
      const passage = route === 'inbox' ? undefined : await this.when.of(route, people, waiting.get(route) ?? 0);
      return { route, people, costVnd: cost, finishedAt: passage?.finishedAt?.toISOString() ?? null };
    });
    return { waiting: waiting.get(channel) ?? 0, routes: await Promise.all(routes) };
  }

  /** People of those who wait here that another channel reaches. */
  async couldMove(channel: ChannelId): Promise<number> {
    return (await this.routes(channel))
      .filter(({ route }) => route !== 'inbox')
      .reduce((sum, { people }) => sum + people, 0);
  }

  private async routes(channel: ChannelId): Promise<RouteRow[]> {
    const channelOrder = await this.channelOrders.read(0);
    const others = channelOrder.channels.filter((id) => id !== channel && !channelOrder.troubled.includes(id));
    const now = this.clock.now();
    const people = {
      from: sql`open o`,
      personId: sql`o.person_id`,
      per: sql`o.message_id`,
      withAll: false,
      columns: empty,
      columnsAgain: empty,
      mandatory: sql`o.mandatory`,
      kind: sql`o.kind`,
      now,
      unless: hasTried(sql`o.message_id`, sql`o.person_id`),
    };
    return this.database.rows<RouteRow>(
      sql`with open as materialized (
         select d.message_id, d.person_id, n.mandatory, m.kind
           from delivery_chunks c join messages m on m.id = c.message_id and m.cancelled_at is null and m.expires_at > ${now}
           cross join lateral (
             select message_id, person_id, position, state from deliveries where chunk_id = c.id and state = 'due' offset 0) d
           join notifications n on n.person_id = d.person_id and n.message_id = d.message_id
          where c.channel = ${channel} and (c.state <> 'done' or c.retry_at is not null) and ${isOpen} limit ${MOST}),
       routed as materialized (${routesOf(people, { ...channelOrder, channels: others })}),
       by_person as (
         select o.person_id, coalesce(min(r.channel), 'inbox') as route, coalesce(sum(r.cost_vnd), 0) as cost
           from (select distinct person_id from open) o left join routed r on r.person_id = o.person_id group by 1)
       select route, count(*)::int as people, sum(cost)::int as cost from by_person
        group by 1 order by array_position(${[...channelOrder.channels, 'inbox']}::text[], route)`,
    );
  }
}
