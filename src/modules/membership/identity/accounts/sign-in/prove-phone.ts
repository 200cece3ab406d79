import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Database } from '#platform/database';
import { AccountLimits } from '../account-limits.ts';
import { ClaimedPeople } from '../linking/claimed-people.ts';
import { LinkTicketStore } from '../linking/link-ticket-store.ts';
import { PhoneMatches } from '../linking/phone-matches.ts';
import { PhoneProofs } from './phone-proofs.ts';

type Input = RouteBody<typeof routes.provePhone>;

/** The platform proves the account's number; whoever alone has it on a roster is asked whether it is them. */
@Injectable()
export class ProvePhone {
  constructor(
    private readonly database: Database,
    private readonly tickets: LinkTicketStore,
    private readonly limits: AccountLimits,
    private readonly proofs: PhoneProofs,
    private readonly matches: PhoneMatches,
    private readonly people: ClaimedPeople,
  ) {}

  /** The platform is asked outside of any transaction. @throws link.ticketOver, errors of the platform, account.tooManyTries */
  async execute(input: Input): Promise<RouteAnswer<typeof routes.provePhone>> {
    const { account } = await this.database.tx((tx) => this.tickets.open(tx, input.ticket));
    await this.limits.count('phone', account);
    const number = await this.proofs.numberOf(account, input);
    const match = await this.database.tx(async (tx) =>
      this.matches.match(tx, await this.tickets.open(tx, input.ticket), number),
    );
    if (match.outcome === 'waiting') return { outcome: 'waiting', person: null };
    const { id: _id, ...person } = await this.people.describe(match.personId);
    return { outcome: 'match', person };
  }
}
