import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { mailboxErrors } from '../../notifications.errors.ts';
import { mailboxConfirmed } from '../../notifications.events.ts';
import { MailboxCodes } from './mailbox-codes.ts';
import { CODE_HOLDS_MS, MOST_TRIES } from './mailbox-rules.ts';
import { MailboxStore } from './mailbox-store.ts';

/** Whoever reads the mailbox read the code out: it is the office's, and is used from today on. */
@Injectable()
export class ConfirmMailbox {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly mailboxes: MailboxStore,
    private readonly codes: MailboxCodes,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The caller has asked for the right. @throws mailbox.notTried, mailbox.codeOver, mailbox.codeWrong */
  async execute(actor: Actor, unitId: string, { mailboxId, code }: { mailboxId: string; code: string }): Promise<void> {
    const tried = (await this.mailboxes.tried(unitId)).find(({ id }) => id === mailboxId);
    if (!tried) throw mailboxErrors.notTried();
    const isOld = this.clock.now().getTime() - tried.madeAt.getTime() > CODE_HOLDS_MS;
    const tries = isOld ? undefined : await this.mailboxes.takeTry(mailboxId);
    if (tries === undefined) throw mailboxErrors.codeOver();
    const right = await this.codes.of(tried.mailId);
    if (!timingSafeEqual(Buffer.from(right), Buffer.from(code)))
      throw mailboxErrors.codeWrong({ left: MOST_TRIES - tries });
    await this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      await this.mailboxes.use(tx, actor, tried);
      await this.outbox.append(tx, mailboxConfirmed({ mailboxId }, { unitId }), actor);
    });
  }
}
