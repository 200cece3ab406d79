import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type Invited, MailedInvites } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { notificationErrors } from '../../notifications.errors.ts';
import { OfficeMailQueue } from './office-mail-queue.ts';
import { InviteLetters } from './invite-letters.ts';

type Answer = RouteAnswer<typeof routes.mailInvites>;
const personOf = ({ person }: Invited) => person;

/** "Gửi thư mời": who has an address gets an invite there, who has none is named for a slip on paper. */
@Injectable()
export class MailInvites {
  constructor(
    private readonly database: Database,
    private readonly invites: MailedInvites,
    private readonly channels: DeliveryChannels,
    private readonly letters: InviteLetters,
    private readonly queue: OfficeMailQueue,
  ) {}

  /** @throws platform.notFound, platform.denied, notification.channelOff, notification.tooManyInvites */
  async execute(actor: Actor, personIds: readonly string[]): Promise<Answer> {
    const invited = await this.invites.invited(actor, [...new Set(personIds)]);
    const reachable = invited.filter(({ address }) => address !== null);
    if (reachable.length > 0 && !this.channels.ids.includes('email')) throw notificationErrors.channelOff();
    const { mailIds, tooOften } = await this.database.tx((tx) => this.letters.write(tx, actor, reachable));
    await this.queue.offer(mailIds.map((id) => ({ id, attempts: 0, repeats: 0 })));
    const isHeld = ({ person }: Invited) => tooOften.has(person.id);
    return {
      mailed: reachable.filter((one) => !isHeld(one)).map(personOf),
      withoutAddress: invited.filter(({ address }) => address === null).map(personOf),
      tooOften: reachable.filter(isHeld).map(personOf),
    };
  }
}
