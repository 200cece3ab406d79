import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { ChunkQueue } from './chunk-queue.ts';
import { type After, ChunkStore, type ClaimedChunk, type Written } from './chunk-store.ts';
import { NextChannel } from './next-channel.ts';

interface Claim {
  chunkId: number;
  claim: string;
  chunk: ClaimedChunk;
}

/** Writes a batch's results; whoever was refused gets their next channel in the same transaction. */
@Injectable()
export class WriteResults {
  constructor(
    private readonly database: Database,
    private readonly store: ChunkStore,
    private readonly next: NextChannel,
    private readonly queue: ChunkQueue,
  ) {}

  /** True when the next batch may go. */
  async write({ chunkId, claim, chunk }: Claim, written: readonly Written[], after: After): Promise<boolean> {
    const refused = written.filter(({ outcome }) => outcome.opensNext).map(({ row }) => row.person_id);
    if (refused.length === 0) return (await this.store.write(null, chunkId, claim, written, after)) === 'goes on';
    const { state, opened } = await this.database.tx(async (tx) => {
      const state = await this.store.write(tx, chunkId, claim, written, after);
      const isOurs = state !== 'lost';
      return {
        state,
        opened: isOurs ? await this.next.open(tx, chunk.message_id, chunk.kind, chunk.channel, refused) : [],
      };
    });
    await this.queue.add(opened);
    return state === 'goes on';
  }
}
