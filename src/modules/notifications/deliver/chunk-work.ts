import type { ClaimedChunk } from './chunk-rows.ts';
import type { ChannelThrottle } from './channel-throttle.ts';
import type { ChunkRenderer } from './message-renderer.ts';

/** One chunk while a worker has it. */
export interface Work {
  chunkId: number;
  claim: string;
  chunk: ClaimedChunk;
  throttle: ChannelThrottle;
  render: ChunkRenderer;
}
