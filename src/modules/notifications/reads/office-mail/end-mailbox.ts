import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { mailboxErrors } from '../../notifications.errors.ts';
import { mailboxEnded } from '../../notifications.events.ts';
import { MailboxStore } from './mailbox-store.ts';

/** Nothing goes there from today on; what was only tried is forgotten. */
@Injectable()
export class EndMailbox {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly mailboxes: MailboxStore,
    private readonly outbox: Outbox,
  ) {}

  /** The caller has asked for the right. @throws mailbox.notFound */
  async execute(actor: Actor, unitId: string, mailboxId: string): Promise<void> {
    const found = await this.mailboxes.find(unitId, mailboxId);
    if (!found) throw mailboxErrors.notFound();
    await this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      await this.mailboxes.end(tx, found);
      await this.outbox.append(tx, mailboxEnded({ mailboxId }, { unitId }), actor);
    });
  }
}
