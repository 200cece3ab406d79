import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Channel, NeutralMessage } from '#channels';
import type { RouteAnswer, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { word } from '../../plan/messages/words/word.ts';
import { ChannelTests } from './channel-tests.ts';
import { ChannelStates } from '../../plan/states/channel-states.ts';

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
    private readonly tests: ChannelTests,
    private readonly clock: Clock,
  ) {}

  /**
   * It leaves by the accounts of the whole installation and may cost money: the topmost administrator's affair.
   * @throws platform.denied, notification.tooManyTests
   * A failure is told, not thrown: OFF, ALL_STOPPED, NO_ADDRESS, a verdict's reason, or "class code" of the provider.
   */
  async execute(actor: Actor, id: ChannelId): Promise<Answer> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const channel = this.channels.inOrder.find((one) => one.id === id);
    if (!channel) return refused('OFF');
    if ((await this.states.facts()).stop) return refused('ALL_STOPPED');
    const to = channel.address.parse((await this.tests.addressOf(actor, id)) ?? '');
    if (to === undefined) return refused('NO_ADDRESS');
    await this.tests.count(actor, id);
    return this.send(channel, to, this.message(actor));
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
