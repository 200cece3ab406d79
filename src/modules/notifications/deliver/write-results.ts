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

  /** False when the chunk is no longer ours. */
  async write({ chunkId, claim, chunk }: Claim, written: readonly Written[], after: After): Promise<boolean> {
    const refused = written.filter(({ outcome }) => outcome.opensNext).map(({ row }) => row.person_id);
    if (refused.length === 0) return this.store.write(null, chunkId, claim, written, after);
    const opened = await this.database.tx(async (tx) => {
      if (!(await this.store.write(tx, chunkId, claim, written, after))) return undefined;
      return this.next.open(tx, chunk.message_id, chunk.kind, chunk.channel, refused);
    });
    if (opened) await this.queue.add(opened);
    return opened !== undefined;
  }
}
