/** How each step of a message looks; a send in doubt is neither done nor lost. */
import type { DeliveryState } from '#contracts/enums';
import type { Schemas } from '../../api/client.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type Trace = Schemas['DeliveryTrace'];
export type Step = Trace['steps'][number];

export const stepLooks: Record<DeliveryState, { tone: Tone; icon: IconName }> = {
  due: { tone: 'mute', icon: 'hourglass' },
  claimed: { tone: 'new', icon: 'send' },
  sent: { tone: 'new', icon: 'check' },
  delivered: { tone: 'done', icon: 'circle-check' },
  failed: { tone: 'late', icon: 'plug-connected-x' },
  unknown: { tone: 'doing', icon: 'help-hexagon' },
  skipped: { tone: 'mute', icon: 'ban' },
};

export const costOf = (traces: readonly Trace[]): number =>
  traces.reduce((sum, trace) => sum + trace.steps.reduce((part, step) => part + step.costVnd, 0), 0);

/** What to say of the app itself: it took the message, showed it, or neither yet. */
export function appState({ fetchedAt, seenAt }: Trace): { kind: 'seen' | 'fetched' | 'notSeen'; at: string | null } {
  if (seenAt) return { kind: 'seen', at: seenAt };
  if (fetchedAt) return { kind: 'fetched', at: fetchedAt };
  return { kind: 'notSeen', at: null };
}
