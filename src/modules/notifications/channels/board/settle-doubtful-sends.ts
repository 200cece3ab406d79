import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { ChannelLog } from './channel-log.ts';
import { ChannelTraffic, IN_DOUBT_MS } from './channel-traffic.ts';

/** Rows of (message_id, person_id, chunk_id) that nobody has decided about, by the few chunks that have any. */
const inDoubt = (channel: ChannelId, since: Date): Sql => sql`
  select d.message_id, d.person_id, d.chunk_id from delivery_chunks c join delivery_rows d on d.chunk_id = c.id
   where c.channel = ${channel} and c.done_at >= ${since} and c.unknown > 0 and d.state = 'unknown'
     and d.failure_code is distinct from 'left'`;

/** Perhaps sent, perhaps not: a person decides whether to send again. */
@Injectable()
export class SettleDoubtfulSends {
  constructor(
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly log: ChannelLog,
    private readonly traffic: ChannelTraffic,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    channel: ChannelId,
    { again }: RouteBody<typeof routes.decideInDoubt>,
  ): Promise<RouteAnswer<typeof routes.decideInDoubt>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const answer = await this.database.tx(async (tx) => {
      const count = await (again ? this.repeat(tx, channel) : this.leave(tx, channel));
      if (count > 0)
        await this.log.add(tx, {
          channel,
          kind: again ? 'in_doubt_resent' : 'in_doubt_left',
          byId: actor.personId,
          count,
        });
      return { count };
    });
    this.traffic.forget();
    return answer;
  }

  /** Due as what was in doubt before: the sweep sends them a few at a time. What has expired stays. */
  private async repeat(tx: Tx, channel: ChannelId): Promise<number> {
    const now = this.clock.now();
    const [row] = await rowsOf<{ n: number }>(
      tx,
      sql`with doubtful as materialized (${inDoubt(channel, this.since())}),
       due as (
         update delivery_rows d
            set state = 'due', repeats = d.repeats + 1, next_attempt_at = null, failure_code = 'sent_again', changed_at = ${now}
           from doubtful x join messages m on m.id = x.message_id and m.cancelled_at is null and m.expires_at > ${now}
          where d.message_id = x.message_id and d.person_id = x.person_id and d.channel = ${channel} and d.state = 'unknown'
         returning d.chunk_id),
       counted as (select chunk_id, count(*)::int as n from due group by 1),
       moved as (
         update delivery_chunks c set unknown = c.unknown - t.n, retry_at = ${now} from counted t where c.id = t.chunk_id
         returning t.n)
       select coalesce(sum(n), 0)::int as n from moved`,
    );
    return row?.n ?? 0;
  }

  private async leave(tx: Tx, channel: ChannelId): Promise<number> {
    const rows = await rowsOf(
      tx,
      sql`with doubtful as materialized (${inDoubt(channel, this.since())})
       update delivery_rows d set failure_code = 'left', changed_at = ${this.clock.now()} from doubtful x
        where d.message_id = x.message_id and d.person_id = x.person_id and d.channel = ${channel} and d.state = 'unknown'
       returning 1`,
    );
    return rows.length;
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - IN_DOUBT_MS);
  }
}
