import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { agencyErrors } from '../../membership.errors.ts';
import { agencyEnded } from '../../membership.events.ts';
import { AgencyAccounts } from './agency-accounts.ts';

/** The account is taken off the person, or was refused by mistake: its sessions end, and the next time it waits again. */
@Injectable()
export class EndAgencyAccount {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly accounts: AgencyAccounts,
    private readonly outbox: Outbox,
  ) {}

  /** @throws platform.denied, agency.notFound */
  async execute(actor: Actor, accountId: string): Promise<void> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    await this.database.tx(async (tx) => {
      const account = await this.accounts.lock(tx, accountId);
      if (!account) throw agencyErrors.notFound();
      await this.accounts.end(tx, accountId);
      const { personId } = account;
      await this.outbox.append(tx, agencyEnded({ accountId, ...(personId && { personId }) }), actor);
    });
  }
}
