import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Channel, NeutralMessage } from '#channels';
import type { RouteAnswer, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { DeliveryChannels } from '../delivery-channels.ts';
import { word } from '../messages/word-message.ts';
import { ChannelStates } from './channel-states.ts';

type Answer = RouteAnswer<typeof routes.sendTest>;
const refused = (failure: string): Answer => ({ ok: false, failure });

/** "Gửi thử cho tôi": also by a channel that was declared down, to see whether it works again. */
@Injectable()
export class SendTest {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly scope: Scope,
    private readonly channels: DeliveryChannels,
    private readonly states: ChannelStates,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A failure is told, not thrown: OFF, ALL_STOPPED, NO_ADDRESS, a verdict's reason, or "class code" of the provider. */
  async execute(actor: Actor, id: ChannelId): Promise<Answer> {
    this.scope.requireAnywhere(actor, 'channel.read');
    const channel = this.channels.ladder.find((one) => one.id === id);
    if (!channel) return refused('OFF');
    if ((await this.states.facts()).stop) return refused('ALL_STOPPED');
    const to = channel.address.parse((await this.addressOf(actor, id)) ?? '');
    if (to === undefined) return refused('NO_ADDRESS');
    return this.send(channel, to, this.message(actor));
  }

  private async addressOf({ personId }: Actor, id: ChannelId): Promise<string | null> {
    const row = await this.database.one<{ address: string | null }>(
      'select address from addresses_at($2) where person_id = $1 and channel = $3',
      [personId, this.clock.now(), id],
    );
    return row?.address ?? null;
  }

  private async send(channel: Channel, to: unknown, message: NeutralMessage): Promise<Answer> {
    const verdict = channel.canSend(to, message, this.clock.now());
    if (verdict.kind !== 'allow') return refused(verdict.kind === 'deny' ? verdict.reason : 'DEFERRED');
    const result = await channel.send(to, channel.render(message), {
      deliveryKey: `test:${v7()}`,
      attempt: 1,
      signal: AbortSignal.timeout(channel.limits.timeoutMs),
    });
    return result.ok ? { ok: true, failure: null } : refused(`${result.cls} ${result.code}`.slice(0, 200));
  }

  private message({ language }: Actor): NeutralMessage {
    return {
      language,
      title: word('channelTest.title', language),
      paragraphs: [word('channelTest.body', language, { time: this.clock.timeOf(this.clock.now()) })],
      footer: word('frame.noSecrets', language),
      link: {
        label: word('frame.openInbox', language),
        url: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/app/#/hop-thu`,
      },
    };
  }
}
