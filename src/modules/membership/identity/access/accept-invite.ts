import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { AccountStore } from '../accounts/account-store.ts';
import { LinkTicketStore } from '../accounts/linking/link-ticket-store.ts';
import { inviteAccepted } from '../../membership.events.ts';
import { Invites } from '../invites/invites.ts';
import { Sessions, type SignedIn } from '../sessions/sessions.ts';

/** "Đúng, là tôi": the invite signs in once, and ties the platform's account of the ticket to its person. */
@Injectable()
export class AcceptInvite {
  constructor(
    private readonly database: Database,
    private readonly invites: Invites,
    private readonly tickets: LinkTicketStore,
    private readonly accounts: AccountStore,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Of two accounts that come with one invite, the second finds it used.
   * @throws errors of the invite, link.ticketOver, account.taken; the invite then stays as it is
   */
  execute(code: string, device: string | undefined, ticket?: string): Promise<SignedIn> {
    return this.database.tx(async (tx) => {
      const { personId } = await this.invites.take(tx, code, 'used_at');
      await this.outbox.append(tx, inviteAccepted({ personId }), { personId });
      const accountId = ticket ? await this.link(tx, ticket, personId) : null;
      return this.sessions.open(tx, personId, { device, accountId, by: 'invite' });
    });
  }

  private async link(tx: Tx, ticket: string, personId: string): Promise<string> {
    const { id, account } = await this.tickets.open(tx, ticket);
    await this.tickets.use(tx, id);
    return this.accounts.link(tx, { account, personId, proof: 'invite' });
  }
}
