import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { webPushAddress } from '#channels';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, sql } from '#platform/database';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { notificationErrors } from '../../notifications.errors.ts';

/** Browsers of one person that are kept; an eleventh replaces the oldest. */
const MOST = 10;
const hashOf = (endpoint: string): Buffer => createHash('sha256').update(endpoint).digest();

/** Browsers that take notices. One belongs to whoever signed in on it last, and to that session. */
@Injectable()
export class PushSubscriptions {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  key(): RouteAnswer<typeof routes.pushKey> {
    return { publicKey: this.channels.ids.includes('web-push') ? (this.env.VAPID_PUBLIC_KEY ?? null) : null };
  }

  /** @throws notification.pushUnusable for keys that are none */
  async subscribe(actor: Actor, { endpoint, keys }: RouteBody<typeof routes.subscribePush>): Promise<void> {
    const address = webPushAddress.format({ endpoint, ...keys });
    if (!webPushAddress.parse(address)) throw notificationErrors.pushUnusable({ path: 'keys' });
    const now = this.clock.now();
    await this.database.tx(async (tx) => {
      await execute(
        tx,
        sql`insert into push_subscriptions (id, person_id, session_id, endpoint_hash, address, created_at)
          values (${v7()}, ${actor.personId}, ${actor.sessionId}, ${hashOf(endpoint)}, ${address}, ${now})
         on conflict (endpoint_hash) do update set person_id = ${actor.personId}, session_id = ${actor.sessionId},
           address = ${address}, created_at = ${now}`,
      );
      await execute(tx, sql`delete from address_states where channel = 'web-push' and address = ${address}`);
      await execute(
        tx,
        sql`delete from push_subscriptions where person_id = ${actor.personId}
          and id not in (select id from push_subscriptions where person_id = ${actor.personId} order by created_at desc, id desc
            limit ${MOST})`,
      );
    });
  }

  async unsubscribe(actor: Actor, { endpoint }: RouteBody<typeof routes.unsubscribePush>): Promise<void> {
    await this.database.rows(
      sql`delete from push_subscriptions where endpoint_hash = ${hashOf(endpoint)} and person_id = ${actor.personId}`,
    );
  }
}
