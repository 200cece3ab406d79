import { Injectable } from '@nestjs/common';
import type { InteractionFacts } from '#channels';
import { Database, sql } from '#platform/database';
import type { AddressState } from '../../plan/states/address-state.entity.ts';

/** More than a handful of chunks; older ones are read again when they are needed. */
const MOST = 20_000;
const nobody: InteractionFacts = { sentSince: 0 };

/**
 * When each person last wrote to the Official Account and how many texts went since, in memory: the channel asks for each
 * message. Whoever sends loads the addresses first.
 */
@Injectable()
export class Interactions {
  private readonly known = new Map<string, InteractionFacts>();

  constructor(private readonly database: Database) {}

  /** @param userIds addresses of the channel zalo-oa */
  async load(userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    if (this.known.size + userIds.length > MOST) this.known.clear();
    const rows = await this.database.rows<Pick<AddressState, 'address' | 'lastInboundAt' | 'sentSince'>>(
      sql`select address, last_inbound_at as "lastInboundAt", sent_since as "sentSince" from address_states
        where channel = 'zalo-oa' and address = any(${userIds})`,
    );
    for (const id of userIds) this.known.delete(id);
    for (const { address, lastInboundAt, sentSince } of rows)
      this.known.set(address, { lastInteractionAt: lastInboundAt ?? undefined, sentSince });
  }

  of(userId: string): InteractionFacts {
    return this.known.get(userId) ?? nobody;
  }

  /** More texts went; the row is written with the batch's results. */
  sent(userId: string, texts = 1): void {
    const facts = this.known.get(userId);
    if (facts) this.known.set(userId, { ...facts, sentSince: facts.sentSince + texts });
  }
}
