import type { Claim } from './chunk-rows.ts';
import type { ChannelThrottle } from '../pace/channel-throttle.ts';
import type { ChunkRenderer } from '../message-renderer.ts';

/** One chunk while a worker has it. */
export interface Work extends Claim {
  throttle: ChannelThrottle;
  render: ChunkRenderer;
}
