/** Asking about channels: affairs of the whole installation, and who is reached by none of them. */
import type { RouteId } from '#contracts';
import { A, type Ask, atUnit, type Probe } from './probe.ts';

const ofEmail = (body?: unknown): Probe => ({
  at: A,
  anywhere: true,
  ask: (): Ask => ({ params: { channelId: 'email' }, ...(body !== undefined && { body }) }),
});

export const channels = {
  channels: { at: A, anywhere: true, ask: () => ({}) },
  divertPlan: ofEmail(),
  declareDown: ofEmail({ reason: 'Máy chủ thư không trả lời' }),
  declareUp: ofEmail(),
  decideInDoubt: ofEmail({ again: false }),
  stopAll: { at: A, anywhere: true, ask: () => ({ body: { reason: 'Gửi nhầm nội dung' } }) },
  resumeAll: { at: A, anywhere: true, ask: () => ({}) },
  sendTest: ofEmail(),
  authoriseOa: { at: A, anywhere: true, ask: () => ({}) },
  noRoute: atUnit(A),
} satisfies Partial<Record<RouteId, Probe>>;
