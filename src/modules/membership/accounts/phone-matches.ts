/**
 * Whose number it is. A number that the platform has proved names a person only when exactly one person who stands on a
 * roster today has it; families share phones. A number that another account of the same platform has proved before has
 * changed hands: that account is stopped, and nobody is matched.
 */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx } from '#platform/database';
import { readPhones } from '../roster/phones.ts';
import { type AccountRow, Accounts } from './accounts.ts';
import type { AccountKey } from './account-scopes.ts';
import { LinkRequests } from './link-requests.ts';
import { LinkTickets, type LinkTicket } from './link-tickets.ts';

export type PhoneOutcome = { outcome: 'match'; personId: string } | { outcome: 'waiting' };

@Injectable()
export class PhoneMatches {
  constructor(
    private readonly accounts: Accounts,
    private readonly tickets: LinkTickets,
    private readonly requests: LinkRequests,
    private readonly clock: Clock,
  ) {}

  /** @param number as the platform gives it, with the country's code, with or without the plus */
  async match(tx: Tx, ticket: LinkTicket, number: string): Promise<PhoneOutcome> {
    const phone = e164Of(number);
    await this.lock(tx, phone);
    const reused = await this.stopEarlier(tx, ticket.account, phone);
    const people = await this.peopleWith(tx, phone);
    const [personId] = people;
    if (!reused && people.length === 1 && personId) {
      await this.tickets.note(tx, ticket.id, phone, personId);
      return { outcome: 'match', personId };
    }
    await this.tickets.note(tx, ticket.id, phone, null);
    const reason = reused ? 'number_reused' : people.length === 0 ? 'nobody' : 'several';
    await this.requests.ask(tx, { ...ticket, phone }, reason);
    return { outcome: 'waiting' };
  }

  /** Asked again at the moment of "Đúng, là tôi": much may have changed since the match. */
  async stillMatches(tx: Tx, ticket: LinkTicket): Promise<boolean> {
    const { phone, matchedPersonId, account } = ticket;
    if (!phone || !matchedPersonId) return false;
    await this.lock(tx, phone);
    if (await this.stopEarlier(tx, account, phone)) {
      await this.requests.ask(tx, ticket, 'number_reused');
      return false;
    }
    const people = await this.peopleWith(tx, phone);
    if (people.length === 1 && people[0] === matchedPersonId) return true;
    await this.requests.ask(tx, ticket, people.length > 1 ? 'several' : 'nobody');
    return false;
  }

  /** People with a place today whose number it is; a number that its receiver said to be wrong names nobody. */
  private async peopleWith(tx: Tx, phone: string): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select distinct p.id from phones f join people p on p.id = f.person_id and p.anonymised_at is null
        where f.e164 = $1 and f.state <> 'unverified' and exists (
          select 1 from person_places pp where pp.person_id = p.id and pp.validity @> $2::date) limit 2`,
      [phone, this.clock.today()],
    );
    return rows.map(({ id }) => id);
  }

  private lock(tx: Tx, phone: string) {
    return tx.query('select pg_advisory_xact_lock(hashtextextended($1, 5001))', [phone]);
  }

  /** @returns whether another account of the same platform has proved the number before */
  private async stopEarlier(tx: Tx, { space, scope, externalId }: AccountKey, phone: string): Promise<boolean> {
    const earlier = await rowsOf<AccountRow>(
      tx,
      `select id, person_id, space, scope, external_id, proof, suspended_at from linked_accounts
        where phone_e164 = $1 and space = $2 and scope = $3 and external_id <> $4 and ended_at is null for update`,
      [phone, space, scope, externalId],
    );
    await this.accounts.suspend(
      tx,
      earlier.filter((row) => row.suspended_at === null),
    );
    return earlier.length > 0;
  }
}

/** Vietnamese numbers by the same rules as the rosters', so that both sides spell them alike; others as they come. */
function e164Of(number: string): string {
  const international = `+${number.replace(/\D/g, '')}`;
  return readPhones(international).phones[0]?.e164 ?? international;
}
