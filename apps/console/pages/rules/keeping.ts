/** What goes by time, arranged for the screen. Pure. */
import type { KeepingKind } from '#contracts/organization/keeping-terms';
import type { Schemas } from '../../api/client.ts';

export type Board = Schemas['KeepingBoard'];
export type KeptRecord = Board['records'][number];
export type Hold = Board['holds'][number];

export interface DueGroup {
  /** Null: what no rule is about. */
  rule: KeepingKind | null;
  records: KeptRecord[];
}

const isShown = ({ count, held }: KeptRecord): boolean => count === null || count > 0 || held > 0;

/** By rule, in the order of the table; what has nothing due is only counted. */
export function dueGroups(records: readonly KeptRecord[]): { groups: DueGroup[]; others: number } {
  const groups = new Map<KeepingKind | null, KeptRecord[]>();
  for (const record of records.filter(isShown)) groups.set(record.rule, [...(groups.get(record.rule) ?? []), record]);
  const inOrder = [...groups].map(([rule, of]) => ({ rule, records: of }));
  const others = records.filter((record) => !isShown(record)).length;
  const isNone = ({ rule }: DueGroup) => rule === null;
  return { groups: [...inOrder.filter((group) => !isNone(group)), ...inOrder.filter(isNone)], others };
}

/** What went, day by day. */
export function runDays(runs: Board['runs']): { day: string; runs: Board['runs'] }[] {
  const days = new Map<string, Board['runs']>();
  for (const run of runs) days.set(run.onDay, [...(days.get(run.onDay) ?? []), run]);
  return [...days].map(([day, of]) => ({ day, runs: of }));
}
