/** The board of one order: each team's task with what became of its message; whom nothing has reached is not silent. */
import type { ProgressFilter, ProgressSort } from '#contracts/notifications/progress';
import type { TeamDeliveryState } from '#contracts/enums';
import type { Schemas } from '../../api/client.ts';
import type { Tone } from '../../ui/layout.tsx';
import type { IconName } from '../../ui/icon.tsx';

export type DeliveryStatus = Schemas['DeliveryStatus'];
export type BoardRow = Schemas['TeamProgressRow'];
export type BoardFilter = 'all' | ProgressFilter;
/** Columns by which the server sorts. */
export type BoardSort = ProgressSort;

export const unanswered: readonly TeamDeliveryState[] = ['not_delivered', 'not_seen', 'not_answered'];

const groups: Record<ProgressFilter, readonly TeamDeliveryState[]> = {
  undelivered: ['not_delivered'],
  silent: ['not_seen', 'not_answered'],
  declined: ['declined'],
  doing: ['doing'],
  submitted: ['submitted'],
  returned: ['returned'],
  done: ['confirmed'],
};

export const boardFilters: readonly BoardFilter[] = [
  'all',
  'undelivered',
  'silent',
  'declined',
  'doing',
  'submitted',
  'returned',
  'done',
];

/** How many teams a filter lets through. */
export function countOf({ states }: Pick<DeliveryStatus, 'states'>, filter: BoardFilter): number {
  const wanted = filter === 'all' ? (Object.keys(states) as TeamDeliveryState[]) : groups[filter];
  return wanted.reduce((sum, state) => sum + states[state], 0);
}

export const looks: Record<TeamDeliveryState, { tone: Tone; icon: IconName }> = {
  not_delivered: { tone: 'late', icon: 'plug-connected-x' },
  not_seen: { tone: 'doing', icon: 'eye-off' },
  not_answered: { tone: 'doing', icon: 'message-off' },
  declined: { tone: 'mute', icon: 'hand-stop' },
  doing: { tone: 'accepted', icon: 'circle-dashed' },
  submitted: { tone: 'new', icon: 'checkbox' },
  returned: { tone: 'doing', icon: 'corner-up-left' },
  confirmed: { tone: 'done', icon: 'circle-check' },
  cancelled: { tone: 'mute', icon: 'ban' },
};

export const remindAgainAfterMs = 4 * 3_600_000;
export const remindedRecently = ({ remindedAt }: Pick<BoardRow, 'remindedAt'>, now: number): boolean =>
  remindedAt !== null && now - Date.parse(remindedAt) < remindAgainAfterMs;

export interface FunnelStep {
  key: 'issued' | 'reached' | 'seen' | 'accepted' | 'submitted' | 'confirmed';
  count: number;
}

export const funnelKeys: readonly FunnelStep['key'][] = [
  'issued',
  'reached',
  'seen',
  'accepted',
  'submitted',
  'confirmed',
];

/** Rows that are known keep their places, new ones come behind them: what moved meanwhile waits until it is asked for. */
export function calmOrder(known: readonly string[], ids: readonly string[]): string[] {
  const there = new Set(ids);
  const kept = known.filter((id) => there.has(id));
  const had = new Set(kept);
  return [...kept, ...ids.filter((id) => !had.has(id))];
}
