/** A channel that works and has done nothing yet. */
import type { Schemas } from '../api/client.ts';

export const channelRow = (part: Partial<Schemas['ChannelRow']> = {}): Schemas['ChannelRow'] => ({
  id: 'email',
  state: 'ok',
  detail: null,
  since: null,
  sentToday: 0,
  waiting: 0,
  delivered: 0,
  failed: 0,
  inDoubt: 0,
  p95Seconds: null,
  hours: Array.from({ length: 24 }, () => 0),
  quota: null,
  costTodayVnd: 0,
  tokens: null,
  couldMove: 0,
  mayManage: true,
  ...part,
});
