/** What is open with a post, as rows: a group with its kinds, and where each list opens. Free of pictures. */
import { openWorkKinds, type WorkGroup, workGroups } from '#contracts/access/handover-modes';
import type { Schemas } from '../../../api/client.ts';
import type { IconName } from '../../../ui/icon.tsx';

export type Part = Schemas['OpenWorkPart'];

export interface Group {
  group: WorkGroup;
  count: number;
  parts: Part[];
  /** The first day of any of it. */
  nearest: string | null;
}

export const groupIcons: Record<WorkGroup, IconName> = {
  drafts: 'pencil',
  reminders: 'bell-ringing',
  decisions: 'checkbox',
  difficulties: 'help-hexagon',
};

/** The screen on which the holder of the post sees to it. */
export const placeOf = {
  order: '/assignments',
  report: '/reports',
  roster: '/teams',
  held: '/assignments',
  series: '/assignments',
  result: '/results',
  extension: '/assignments',
  decline: '/assignments',
  session: '/training',
  approval: '/reports',
  received: '/report-board',
  difficulty: '/difficulties',
} as const satisfies Record<Part['kind'], string>;

export const totalOf = (parts: readonly Part[]): number => parts.reduce((sum, { count }) => sum + count, 0);

export function groupsOf(parts: readonly Part[]): Group[] {
  return workGroups.flatMap((group) => {
    const own = parts.filter(({ kind }) => openWorkKinds[kind].group === group);
    const [nearest = null] = own.flatMap(({ first }) => first.flatMap(({ dueOn }) => dueOn ?? [])).sort();
    return own.length > 0 ? [{ group, count: totalOf(own), parts: own, nearest }] : [];
  });
}

/** A report is called by its month, '2026-11', alone or before the unit that sent it. */
export const monthIn = (label: string): number | null =>
  /^\d{4}-\d{2}( · |$)/.test(label) ? Number(label.slice(5, 7)) : null;
