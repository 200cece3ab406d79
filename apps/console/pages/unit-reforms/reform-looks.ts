/** A reform of communes as the console shows it: its state in colour and word, and what it touches when something is done. */
import type { Schemas } from '../../api/client.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type Reform = Schemas['Reform'];
export type ReformSummary = Schemas['ReformSummary'];
export type Finding = Schemas['ReformFinding'];
export type Line = Schemas['ReformLine'];

export const reformPaths = ['/units/{unitId}/reforms', '/reforms/{reformId}'] as const;

export type Look = 'draft' | 'scheduled' | 'moving' | 'applied' | 'revoked' | 'waits';

export const looks: Record<Look, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'mute', icon: 'pencil' },
  scheduled: { tone: 'doing', icon: 'clock' },
  moving: { tone: 'doing', icon: 'arrows-exchange' },
  applied: { tone: 'done', icon: 'check' },
  revoked: { tone: 'mute', icon: 'circle-off' },
  waits: { tone: 'late', icon: 'alert-triangle' },
};

/** Scheduled, and its day has come: something stands against it. Applied, and what follows it still goes on: it moves. */
export function lookOf({ state, onDate, rehoming }: ReformSummary, today: string): Look {
  if (state === 'scheduled' && onDate <= today) return 'waits';
  return state === 'applied' && rehoming && !rehoming.finishedAt ? 'moving' : state;
}

export const isOpen = ({ state, onDate }: Pick<Reform, 'state' | 'onDate'>, today: string): boolean =>
  state === 'draft' || state === 'revoked' || (state === 'scheduled' && onDate > today);
