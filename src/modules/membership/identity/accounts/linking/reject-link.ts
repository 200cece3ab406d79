import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { linkErrors } from '../../../membership.errors.ts';
import { LinkRequests } from './link-requests.ts';
import { LinkTicketStore } from './link-ticket-store.ts';

/** "Không phải tôi": an officer decides who it is. The ticket still takes an invite. */
@Injectable()
export class RejectLink {
  constructor(
    private readonly database: Database,
    private readonly tickets: LinkTicketStore,
    private readonly requests: LinkRequests,
  ) {}

  /** @throws link.ticketOver, link.nothingToConfirm */
  async execute(ticket: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const asked = await this.tickets.open(tx, ticket);
      if (!asked.matchedPersonId) throw linkErrors.nothingToConfirm();
      await this.tickets.note(tx, asked.id, asked.phone, null);
      await this.requests.ask(tx, asked, 'rejected');
    });
  }
}
