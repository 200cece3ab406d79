/** The board of one order: each team's task joined with what became of its message; silence has three shapes. */
import type { TeamDeliveryState } from '#contracts/enums';
import type { Schemas } from '../../api/client.ts';
import type { Tone } from '../../ui/layout.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { compareNames } from '../../ui/vietnamese-order.ts';

export type DeliveryStatus = Schemas['DeliveryStatus'];
export type TaskRow = Schemas['TeamTaskRow'];

export interface BoardRow {
  task: TaskRow;
  state: TeamDeliveryState;
  since: string;
  reachedAt: string | null;
  seenAt: string | null;
  via: DeliveryStatus['teams'][number]['via'];
  remindedAt: string | null;
  calledAt: string | null;
}

export type BoardFilter = 'all' | 'silent' | 'declined' | 'doing' | 'submitted' | 'returned' | 'done';

export const silent: readonly TeamDeliveryState[] = ['not_delivered', 'not_seen', 'not_answered'];

const groups: Record<Exclude<BoardFilter, 'all'>, readonly TeamDeliveryState[]> = {
  silent,
  declined: ['declined'],
  doing: ['doing'],
  submitted: ['submitted'],
  returned: ['returned'],
  done: ['confirmed'],
};

export const boardFilters: readonly BoardFilter[] = [
  'all',
  'silent',
  'declined',
  'doing',
  'submitted',
  'returned',
  'done',
];
export const matches = (row: BoardRow, filter: BoardFilter): boolean =>
  filter === 'all' || groups[filter].includes(row.state);

/** Without a delivery status (it is still being planned) a task's own state says what it can. */
const fallback: Record<TaskRow['state'], TeamDeliveryState> = {
  assigned: 'not_answered',
  accepted: 'doing',
  declined: 'declined',
  submitted: 'submitted',
  returned: 'returned',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
};

export function boardRows(tasks: readonly TaskRow[], delivery: DeliveryStatus | undefined): BoardRow[] {
  const byTask = new Map((delivery?.teams ?? []).map((team) => [team.taskId, team]));
  return tasks.map((task) => {
    const team = byTask.get(task.taskId);
    return {
      task,
      state: team?.state ?? fallback[task.state],
      since: team?.since ?? task.stateSince,
      reachedAt: team?.reachedAt ?? null,
      seenAt: team?.seenAt ?? null,
      via: team?.via ?? null,
      remindedAt: team?.remindedAt ?? null,
      calledAt: team?.calledAt ?? null,
    };
  });
}

const order: readonly TeamDeliveryState[] = [
  'not_delivered',
  'not_seen',
  'not_answered',
  'declined',
  'returned',
  'doing',
  'submitted',
  'confirmed',
  'cancelled',
];

/** Longest silence first, then what waits for the commune, then work under way, then what is done. */
export function byUrgency(a: BoardRow, b: BoardRow): number {
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    a.since.localeCompare(b.since) ||
    compareNames(a.task.team.name, b.task.team.name)
  );
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
export const remindedRecently = (row: BoardRow, now: number): boolean =>
  row.remindedAt !== null && now - Date.parse(row.remindedAt) < remindAgainAfterMs;

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

export function countStates(rows: readonly BoardRow[]): Record<TeamDeliveryState, number> {
  const counts = Object.fromEntries(order.map((state) => [state, 0])) as Record<TeamDeliveryState, number>;
  for (const row of rows) counts[row.state]++;
  return counts;
}
