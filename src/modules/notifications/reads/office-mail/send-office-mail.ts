import { Injectable } from '@nestjs/common';
import type { Channel, Rendered } from '#channels';
import { Clock } from '#platform/clock';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { ChannelHealth } from '../../plan/states/channel-health.ts';
import { deferred, type Outcome, outcomeOf, refused } from '../../deliver/sending/outcome.ts';
import { InviteLetters } from './invite-letters.ts';
import { type ClaimedMail, OfficeMailStore } from './office-mail-store.ts';
import { OfficeMailWords } from './office-mail-words.ts';

const STALE_MS = 5 * 86_400_000;
const HELD_MS = 5 * 60_000;

/** One mail to an office. Never throws for what the mail server does: the row says it. */
@Injectable()
export class SendOfficeMail {
  constructor(
    private readonly channels: DeliveryChannels,
    private readonly mails: OfficeMailStore,
    private readonly words: OfficeMailWords,
    private readonly letters: InviteLetters,
    private readonly health: ChannelHealth,
    private readonly clock: Clock,
  ) {}

  async execute(id: string): Promise<void> {
    const mail = await this.mails.claim(id);
    if (mail) await this.mails.finish(id, await this.outcome(mail));
  }

  private async outcome(mail: ClaimedMail): Promise<Outcome> {
    const now = this.clock.now();
    const expiresAt = new Date(mail.madeAt.getTime() + STALE_MS);
    const channel = this.channels.inOrder.find(({ id }) => id === 'email');
    await this.health.look();
    if (!channel || this.health.isHeld(channel.id))
      return deferred(new Date(now.getTime() + HELD_MS), 'channel_held', { expiresAt });
    const to = channel.address.parse(mail.address);
    if (to === undefined) return refused('bad_address');
    const parts = await this.partsOf(channel, mail);
    if (!parts) return refused('nothing_to_send');
    const result = await channel.send(to, parts, {
      deliveryKey: `office-mail:${mail.id}`,
      attempt: mail.attempts + 1,
      signal: AbortSignal.timeout(channel.limits.timeoutMs),
    });
    return outcomeOf(result, { ...mail, repeatable: true, now: this.clock.now(), expiresAt });
  }

  private partsOf(channel: Channel, mail: ClaimedMail): Promise<Rendered[] | undefined> {
    if (mail.occasion === 'test') return this.words.test(channel, mail);
    return mail.occasion === 'invite' ? this.letters.words(channel, mail) : this.words.report(channel, mail);
  }
}
