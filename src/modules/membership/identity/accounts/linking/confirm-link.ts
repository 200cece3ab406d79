import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Sessions, type SignedIn } from '../../sessions/sessions.ts';
import { linkErrors } from '../../../membership.errors.ts';
import { AccountStore } from '../account-store.ts';
import { LinkTicketStore } from './link-ticket-store.ts';
import { PhoneMatches } from './phone-matches.ts';

/** "Đúng, là tôi": ties the account to the person whose number it proved, and signs in. */
@Injectable()
export class ConfirmLink {
  constructor(
    private readonly database: Database,
    private readonly tickets: LinkTicketStore,
    private readonly matches: PhoneMatches,
    private readonly accounts: AccountStore,
    private readonly sessions: Sessions,
  ) {}

  /** @throws link.ticketOver, link.nothingToConfirm, account.taken; link.waiting when the number has become doubtful since */
  async execute(ticket: string, device: string | undefined): Promise<SignedIn> {
    const signedIn = await this.database.tx(async (tx) => {
      const { id, account, phone, matchedPersonId: personId, displayName } = await this.tickets.open(tx, ticket);
      if (!personId || !phone) throw linkErrors.nothingToConfirm();
      await this.tickets.use(tx, id);
      const asked = { id, account, phone, matchedPersonId: personId, displayName };
      if (!(await this.matches.stillMatches(tx, asked))) return undefined;
      const accountId = await this.accounts.link(tx, { account, personId, proof: 'phone', phone });
      return this.sessions.open(tx, personId, { device, accountId });
    });
    if (!signedIn) throw linkErrors.waiting();
    return signedIn;
  }
}
