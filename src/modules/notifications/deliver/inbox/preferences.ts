import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, short, sql } from '#platform/database';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { mandatoryKinds, optionalKinds } from '../../plan/messages/index.ts';
import { notificationErrors } from '../../notifications.errors.ts';
import { NotificationPreference } from './notification.entity.ts';

type Answer = RouteAnswer<typeof routes.getPreferences>;

/** What a person may mute. Duty notices are listed and explained, and cannot be muted. */
@Injectable()
export class Preferences {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly channels: DeliveryChannels,
    private readonly clock: Clock,
  ) {}

  async read({ personId }: Actor): Promise<Answer> {
    const [row, [recipient], routes] = await Promise.all([
      this.database.manager.findOne(NotificationPreference, {
        select: { muted: true, quietFrom: true, quietTo: true, offChannels: true },
        where: { personId },
      }) as Promise<Pick<NotificationPreference, 'muted' | 'quietFrom' | 'quietTo' | 'offChannels'> | null>,
      this.membership.recipients([personId]),
      this.routesOf(personId),
    ]);
    const off = row?.offChannels ?? [];
    return {
      muted: row?.muted ?? [],
      mandatory: mandatoryKinds,
      optional: optionalKinds,
      quietFrom: row?.quietFrom ?? this.env.QUIET_FROM,
      quietTo: row?.quietTo ?? this.env.QUIET_TO,
      email: { address: recipient?.email ?? null, on: !off.includes('email') },
      routes: routes.map(({ channel, works }) => ({ channel, on: !off.includes(channel), works })),
    };
  }

  /** External routes in the channel order. */
  private async routesOf(
    personId: string,
  ): Promise<{ channel: Answer['routes'][number]['channel']; works: boolean }[]> {
    const now = this.clock.now();
    const found = await this.database.rows<{ channel: string; works: boolean }>(
      short(sql`select channel, bool_or(works) as works from (
         select channel, address is not null as works from addresses_at(${now}) where person_id = ${personId}
         union all select channel, false from lost_addresses_at(${now}) where person_id = ${personId}) a group by 1`),
    );
    return this.channels.ids.flatMap((channel) => {
      const route = found.find((one) => one.channel === channel);
      return route ? [{ channel, works: route.works }] : [];
    });
  }

  /** @throws notification.mandatoryKind, notification.unknownKind naming the kind */
  async change(
    actor: Actor,
    { muted, quietFrom, quietTo, emailOn, offChannels }: RouteBody<typeof routes.setPreferences>,
  ): Promise<Answer> {
    muted.forEach((kind, i) => {
      const isIn = (kinds: readonly string[]) => kinds.includes(kind);
      if (isIn(mandatoryKinds)) throw notificationErrors.mandatoryKind({ path: `muted.${i}`, kind });
      if (!isIn(optionalKinds)) throw notificationErrors.unknownKind({ path: `muted.${i}`, kind });
    });
    const kept = offChannels ?? (await this.read(actor)).routes.filter(({ on }) => !on).map(({ channel }) => channel);
    const off = [...kept.filter((channel) => channel !== 'email'), ...(emailOn ? [] : ['email'])];
    const mutedOnce = [...new Set(muted)];
    const offOnce = [...new Set(off)];
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into notification_preferences (person_id, muted, quiet_from, quiet_to, off_channels, changed_at)
        values (${actor.personId}, ${mutedOnce}, ${quietFrom}, ${quietTo}, ${offOnce}, ${now})
       on conflict (person_id) do update set muted = ${mutedOnce}, quiet_from = ${quietFrom}, quiet_to = ${quietTo},
         off_channels = ${offOnce}, changed_at = ${now}`,
    );
    return this.read(actor);
  }
}
