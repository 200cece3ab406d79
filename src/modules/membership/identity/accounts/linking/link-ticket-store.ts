/** A proven account that no person has yet, for the minutes in which it is asked who it is. Only the hash is kept. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { linkErrors } from '../../../membership.errors.ts';
import type { AccountKey } from '../account-scopes.ts';
import { LinkTicket as TicketEntity } from './link-request.entity.ts';

const VALID_MS = 15 * 60_000;

export interface LinkTicket {
  id: string;
  account: AccountKey;
  /** What the platform calls the account: shown to an officer, never matched. */
  displayName: string;
  /** E.164, once the platform has proved one. */
  phone: string | null;
  /** Who alone has this number. */
  matchedPersonId: string | null;
}

type Row = Pick<
  TicketEntity,
  'id' | 'space' | 'scope' | 'externalId' | 'displayName' | 'phoneE164' | 'matchedPersonId' | 'expiresAt' | 'usedAt'
>;

const columns = sql`id, space, scope, external_id as "externalId", display_name as "displayName", phone_e164 as "phoneE164",
  matched_person_id as "matchedPersonId", expires_at as "expiresAt", used_at as "usedAt"`;

@Injectable()
export class LinkTicketStore {
  constructor(private readonly clock: Clock) {}

  async issue(tx: Tx, account: AccountKey, displayName: string): Promise<{ ticket: string; expiresAt: Date }> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    const { token, hash } = newToken();
    await execute(
      tx,
      sql`insert into link_tickets (id, token_hash, space, scope, external_id, display_name, created_at, expires_at)
       values (${v7()}, ${hash}, ${account.space}, ${account.scope}, ${account.externalId}, left(${displayName}, 200), ${now},
         ${expiresAt})`,
    );
    return { ticket: token, expiresAt };
  }

  /** Locked until the transaction ends. @throws link.ticketOver for one that is unknown, old or used */
  async open(tx: Tx, ticket: string): Promise<LinkTicket> {
    const [row] = await rowsOf<Row>(
      tx,
      sql`select ${columns} from link_tickets where token_hash = ${hashToken(ticket)} for update`,
    );
    if (!row || row.usedAt || row.expiresAt <= this.clock.now()) throw linkErrors.ticketOver();
    return toTicket(row);
  }

  /** Of a chat, which holds no ticket: the last one in which its account has proved a number. */
  async lastOf(tx: Tx, { space, scope, externalId }: AccountKey): Promise<LinkTicket | undefined> {
    const [row] = await rowsOf<Row>(
      tx,
      sql`select ${columns} from link_tickets where space = ${space} and scope = ${scope} and external_id = ${externalId}
        and matched_person_id is not null
          and used_at is null and expires_at > ${this.clock.now()} order by created_at desc, id desc limit 1 for update`,
    );
    return row && toTicket(row);
  }

  async note(tx: Tx, ticketId: string, phone: string | null, matchedPersonId: string | null): Promise<void> {
    await tx.update(TicketEntity, { id: ticketId }, { phoneE164: phone, matchedPersonId });
  }

  async use(tx: Tx, ticketId: string): Promise<void> {
    await tx.update(TicketEntity, { id: ticketId }, { usedAt: this.clock.now() });
  }
}

function toTicket(row: Row): LinkTicket {
  return {
    id: row.id,
    account: { space: row.space, scope: row.scope, externalId: row.externalId },
    displayName: row.displayName,
    phone: row.phoneE164,
    matchedPersonId: row.matchedPersonId,
  };
}
