/**
 * Whose number it is. A number that the platform has proved names a person only when exactly one person who stands on a
 * roster today has it; families share phones. A number that another account of the same platform has proved before has
 * changed hands: that account is stopped, and nobody is matched. A number names nobody who holds a post: whoever keeps the
 * register of a commune could have set it, so a superior decides.
 */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { readPhones } from '../../../people/people/phones.ts';
import { type AccountRow, AccountStore, accountColumns } from '../account-store.ts';
import type { AccountKey } from '../account-scopes.ts';
import type { LinkReason } from './link-request.entity.ts';
import { LinkRequests } from './link-requests.ts';
import { LinkTicketStore, type LinkTicket } from './link-ticket-store.ts';

interface Owner {
  id: string;
  /** Holds a post, today or from a later day on. */
  officer: boolean;
  /** Was changed by somebody else, and nobody has proved it since. */
  unproven: boolean;
}

export type PhoneOutcome = { outcome: 'match'; personId: string } | { outcome: 'waiting' };

@Injectable()
export class PhoneMatches {
  constructor(
    private readonly accounts: AccountStore,
    private readonly tickets: LinkTicketStore,
    private readonly requests: LinkRequests,
    private readonly clock: Clock,
  ) {}

  /** @param number as the platform gives it, with the country's code, with or without the plus */
  async match(tx: Tx, ticket: LinkTicket, number: string): Promise<PhoneOutcome> {
    const phone = e164Of(number);
    await this.lock(tx, phone);
    const reused = await this.stopEarlier(tx, ticket.account, phone);
    const people = await this.peopleWith(tx, phone);
    const [owner] = people;
    const doubt = reused ? 'number_reused' : doubtOf(people);
    if (!doubt && owner) {
      await this.tickets.note(tx, ticket.id, phone, owner.id);
      return { outcome: 'match', personId: owner.id };
    }
    await this.tickets.note(tx, ticket.id, phone, null);
    await this.requests.ask(tx, { ...ticket, phone }, doubt ?? 'nobody');
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
    const doubt = doubtOf(people);
    if (!doubt && people[0]?.id === matchedPersonId) return true;
    await this.requests.ask(tx, ticket, doubt ?? 'nobody');
    return false;
  }

  /** People with a place today whose number it is; a number that its receiver said to be wrong, or that was replaced, names nobody. */
  private peopleWith(tx: Tx, phone: string): Promise<Owner[]> {
    const today = this.clock.today();
    return rowsOf<Owner>(
      tx,
      sql`select p.id, f.unproven_since is not null as unproven,
              exists (select 1 from posts o where o.person_id = p.id and o.validity && daterange(${today}::date, null)) as officer
         from phones f join people p on p.id = f.person_id and p.anonymised_at is null
        where f.e164 = ${phone} and f.state <> 'unverified' and f.replaced_at is null and exists (
          select 1 from person_places pp where pp.person_id = p.id and pp.validity @> ${today}::date offset 0) limit 2`,
    );
  }

  private lock(tx: Tx, phone: string) {
    return rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${phone}, 5001))`);
  }

  /** @returns whether another account of the same platform has proved the number before */
  private async stopEarlier(tx: Tx, { space, scope, externalId }: AccountKey, phone: string): Promise<boolean> {
    const earlier = await rowsOf<AccountRow>(
      tx,
      sql`select ${accountColumns} from linked_accounts a
        where a.phone_e164 = ${phone} and a.space = ${space} and a.scope = ${scope} and a.external_id <> ${externalId}
          and a.ended_at is null for update`,
    );
    await this.accounts.suspend(
      tx,
      earlier.filter((row) => row.suspendedAt === null),
    );
    return earlier.length > 0;
  }
}

function doubtOf([owner, another]: readonly Owner[]): LinkReason | undefined {
  if (!owner) return 'nobody';
  if (another) return 'several';
  if (owner.officer) return 'officer';
  return owner.unproven ? 'changed' : undefined;
}

/** Vietnamese numbers by the same rules as the rosters', so that both sides spell them alike; others as they come. */
function e164Of(number: string): string {
  const international = `+${number.replace(/\D/g, '')}`;
  return readPhones(international).phones[0]?.e164 ?? international;
}
