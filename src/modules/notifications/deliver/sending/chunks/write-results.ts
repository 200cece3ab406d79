import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { count, isMetering } from '#platform/telemetry';
import { type AddressChange, AddressChanges } from '../address-changes.ts';
import { ChunkQueue } from '../../../plan/planning/chunk-queue.ts';
import type { After, Claim, Written } from './chunk-rows.ts';
import { ChunkStore } from './chunk-store.ts';
import { MissedPeople } from '../missed-people.ts';
import { NextChannel } from '../next-channel.ts';

/** Writes a batch's results; whoever was refused gets their next channel in the same transaction. */
@Injectable()
export class WriteResults {
  constructor(
    private readonly database: Database,
    private readonly store: ChunkStore,
    private readonly next: NextChannel,
    private readonly queue: ChunkQueue,
    private readonly addresses: AddressChanges,
    private readonly missed: MissedPeople,
  ) {}

  /** True when the next batch may go. */
  async write(claim: Claim, written: readonly Written[], after: After): Promise<boolean> {
    const { chunk } = claim;
    await this.missed.note(written);
    if (isMetering())
      for (const { outcome } of written) count('deliveries', { channel: chunk.channel, outcome: outcome.state });
    const refused: string[] = [];
    const changes: AddressChange[] = [];
    for (const { row, outcome, changes: learnt } of written) {
      if (outcome.opensNext) refused.push(row.personId);
      if (learnt) changes.push(...learnt);
    }
    if (refused.length === 0) {
      const { manager } = this.database;
      const state = await this.store.write(manager, claim, written, after);
      await this.addresses.write(manager, chunk.channel, changes);
      return state === 'goes on';
    }
    const { state, opened } = await this.database.alone(async (tx) => {
      const state = await this.store.write(tx, claim, written, after);
      const isOurs = state !== 'lost';
      await this.addresses.write(tx, chunk.channel, changes);
      return {
        state,
        opened: isOurs ? await this.next.open(tx, chunk.messageId, chunk.kind, refused) : [],
      };
    });
    await this.queue.add(opened);
    return state === 'goes on';
  }
}
