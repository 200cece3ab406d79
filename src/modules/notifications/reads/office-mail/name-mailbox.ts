import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { recipientKey } from '#i18n/recipient-names';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { mailboxErrors, notificationErrors } from '../../notifications.errors.ts';
import { mailboxNamed } from '../../notifications.events.ts';
import { OfficeMailQueue } from './office-mail-queue.ts';
import { OfficeMailStore } from './office-mail-store.ts';
import { MailboxStore, OWN } from './mailbox-store.ts';
import { HOUR_MS, MOST_TESTS } from './mailbox-rules.ts';

/** An office's mailbox or the unit's own is named, or tried once more: a mail with a code goes there, and nothing else until the code is back. */
@Injectable()
export class NameMailbox {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly mailboxes: MailboxStore,
    private readonly mails: OfficeMailStore,
    private readonly queue: OfficeMailQueue,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The caller has asked for the right and looked whether the office is named.
   * @throws mailbox.inUse, notification.tooManyTests
   */
  async execute(actor: Actor, unitId: string, { name, address }: RouteBody<typeof routes.nameMailbox>): Promise<void> {
    const key = name === undefined ? OWN : recipientKey(name);
    const office = name ?? OWN;
    const [used] = await this.mailboxes.used(unitId, [key]);
    if (used?.unitId === unitId && used.address.toLowerCase() === address.toLowerCase()) throw mailboxErrors.inUse();
    const mailId = await this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      const tests = await this.mails.testsWithin(tx, unitId, HOUR_MS);
      if (tests >= MOST_TESTS) throw notificationErrors.tooManyTests({ minutes: 60, most: MOST_TESTS });
      const mailboxId = await this.mailboxes.try(tx, actor, { unitId, key, name: office, address });
      await this.outbox.append(tx, mailboxNamed({ mailboxId }, { unitId }), actor);
      return this.mails.add(tx, { occasion: 'test', unitId, recipient: office, mailboxId, address });
    });
    if (mailId) await this.queue.offer([{ id: mailId, attempts: 0, repeats: 0 }]);
  }
}
