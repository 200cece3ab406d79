/** Asking about channels: affairs of the whole installation, and who is reached by none of them. */
import type { RouteId } from '#contracts';
import { A, type Ask, atUnit, type Probe, TOP } from './probe.ts';

const ofEmail = (body?: unknown): Probe => ({
  at: TOP,
  ask: (): Ask => ({ params: { channelId: 'email' }, ...(body !== undefined && { body }) }),
});

export const channels = {
  channels: { at: A, anywhere: true, ask: () => ({}) },
  divertPlan: ofEmail(),
  declareDown: ofEmail({ reason: 'Máy chủ thư không trả lời' }),
  declareUp: ofEmail(),
  decideInDoubt: ofEmail({ again: false }),
  stopAll: { at: TOP, ask: () => ({ body: { reason: 'Gửi nhầm nội dung' } }) },
  resumeAll: { at: TOP, ask: () => ({}) },
  sendTest: ofEmail(),
  authoriseOa: { at: TOP, ask: () => ({}) },
  noRoute: atUnit(A),
  channelConsent: atUnit(A),
  backups: { at: TOP, ask: () => ({}) },
  readKeeping: { at: TOP, ask: () => ({}) },
  holdRecords: { at: TOP, ask: () => ({ body: { kind: 'keepDrafts', reason: 'Thanh tra' } }) },
  endHold: {
    at: TOP,
    ask: async (world) => ({
      params: {
        holdId: (await world.must('holdRecords', 'admin', { body: { kind: 'keepFiles', reason: 'Thanh tra' } })).id,
      },
    }),
  },
  channelSettings: { at: TOP, ask: () => ({}) },
  backUpNow: { at: TOP, ask: () => ({}) },
  system: { at: TOP, ask: () => ({}) },
  systemQueues: { at: TOP, ask: () => ({}) },
  retryFailed: { at: TOP, ask: () => ({ body: {} }) },
  stuckMessages: { at: TOP, ask: () => ({}) },
  resendStuck: { at: TOP, ask: () => ({ body: { channel: 'email' } }) },
} satisfies Partial<Record<RouteId, Probe>>;
