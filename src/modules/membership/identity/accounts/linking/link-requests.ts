import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { linkRequested } from '../../../membership.events.ts';
import type { LinkReason } from './link-request.entity.ts';
import type { LinkTicket } from './link-ticket-store.ts';

/** What waits for an officer: one row per account, with what is known last. */
@Injectable()
export class LinkRequests {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async ask(tx: Tx, ticket: Pick<LinkTicket, 'account' | 'displayName' | 'phone'>, reason: LinkReason): Promise<void> {
    const { space, scope, externalId } = ticket.account;
    const [row] = await rowsOf<{ id: string; isNew: boolean }>(
      tx,
      sql`insert into link_requests (id, space, scope, external_id, display_name, phone_e164, reason, asked_at)
        values (${v7()}, ${space}, ${scope}, ${externalId}, ${ticket.displayName}, ${ticket.phone}, ${reason}, ${this.clock.now()})
       on conflict (space, scope, external_id) where decided_at is null
       do update set display_name = excluded.display_name, phone_e164 = excluded.phone_e164, reason = excluded.reason
       returning id, xmax = 0 as "isNew"`,
    );
    if (row?.isNew) await this.outbox.append(tx, linkRequested({ requestId: row.id }, { changes: { space, reason } }));
  }

  async isWaiting(tx: Tx, { space, scope, externalId }: LinkTicket['account']): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      sql`select 1 from link_requests where space = ${space} and scope = ${scope} and external_id = ${externalId} and decided_at is null`,
    );
    return rows.length > 0;
  }
}
