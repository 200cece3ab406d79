import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { recipientKey } from '#i18n/recipient-names';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { mailboxErrors } from '../../notifications.errors.ts';
import { mailedAgain } from '../../notifications.events.ts';
import { OfficeMailQueue } from './office-mail-queue.ts';
import { type NewMail, OfficeMailStore } from './office-mail-store.ts';
import { MailboxStore } from './mailbox-store.ts';
import { OwnMailbox } from './own-mailbox.ts';

type Wanted = RouteBody<typeof routes.mailAgain>;
type Told = Parameters<MailAgain['execute']>[1];

/** One office gets a version once more, by the mailbox that it has today. */
@Injectable()
export class MailAgain {
  constructor(
    private readonly database: Database,
    private readonly ownMailbox: OwnMailbox,
    private readonly mailboxes: MailboxStore,
    private readonly mails: OfficeMailStore,
    private readonly queue: OfficeMailQueue,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The caller has asked for the right.
   * @throws mailbox.notSent, mailbox.notFound, mailbox.none, mailbox.onItsWay
   */
  async execute(actor: Actor, report: { id: string; unitId: string; version: number }, wanted: Wanted): Promise<void> {
    if (report.version === 0) throw mailboxErrors.notSent();
    const mail = await this.next(report, wanted);
    const mailId = await this.database.tx(async (tx) => {
      const added = await this.mails.addAgain(tx, mail);
      if (!added) throw mailboxErrors.onItsWay();
      await this.outbox.append(
        tx,
        mailedAgain({ reportId: report.id, mailId: added }, { unitId: report.unitId }),
        actor,
      );
      return added;
    });
    await this.queue.offer([{ id: mailId, attempts: 0, repeats: 0 }]);
  }

  private async next(report: Told, { mailId, recipient }: Wanted): Promise<NewMail> {
    const before = mailId === undefined ? undefined : await this.mails.find(report.id, mailId);
    if (mailId !== undefined && !before) throw mailboxErrors.notFound();
    if (before && before.recipient === null) {
      const address = await this.ownMailbox.address(before.unitId);
      if (!address) throw mailboxErrors.none();
      return { ...before, address, mailboxId: null };
    }
    const name = before?.recipient ?? recipient ?? '';
    const [used] = await this.mailboxes.used(report.unitId, [recipientKey(name)]);
    if (!used) throw mailboxErrors.none();
    const of = { reportId: report.id, version: before?.version ?? report.version, unitId: report.unitId };
    return {
      ...of,
      occasion: 'copy',
      recipient: before?.recipient ?? used.name,
      address: used.address,
      mailboxId: used.id,
    };
  }
}
