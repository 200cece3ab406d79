import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Queues } from '#platform/queue';

export interface OfferedChunk {
  id: number;
  channel: string;
}
export interface ChunkJob {
  chunkId: number;
}

/** Persisted data: a channel's queue stays its own, so that a dead channel holds nobody else up. */
export const queueOf = (channel: string): string => `deliver-${channel}`;

/** Puts chunks into their channel's queue. The rows decide: a job offered twice or lost changes nothing but time. */
@Injectable()
export class ChunkQueue {
  constructor(
    private readonly queues: Queues,
    private readonly clock: Clock,
  ) {}

  async add(chunks: readonly OfferedChunk[], isSecondOffer = false): Promise<void> {
    const round = isSecondOffer ? `-${this.clock.now().getTime()}` : '';
    for (const channel of new Set(chunks.map((chunk) => chunk.channel))) {
      const jobs = chunks
        .filter((chunk) => chunk.channel === channel)
        .map(({ id }) => ({ name: 'deliver', data: { chunkId: id } satisfies ChunkJob, jobId: `chunk-${id}${round}` }));
      await this.queues.addMany(queueOf(channel), jobs);
    }
  }
}
