import { v7 } from 'uuid';
import { rowsOf, sql, type Tx } from '#platform/database';
import { type DecisionKind, TaskDecision } from './task-decision.entity.ts';

export interface Decision {
  taskId: string;
  kind: DecisionKind;
  reasons?: readonly TaskDecision['reasons'][number][];
  comment?: string | null;
  byId: string;
  at: Date;
}

/** Writes down who decided what about a task and why; gives the decision's id. */
export async function recordDecision(
  tx: Tx,
  { taskId, kind, reasons = [], comment = null, byId, at }: Decision,
): Promise<string> {
  const id = v7();
  await tx.insert(TaskDecision, { id, taskId, kind, reasons: [...reasons], comment: comment || null, byId, at });
  return id;
}

/** The decline that was answered last or stands; undefined when the team has never declined, or has taken it back. */
export async function declineOf(tx: Tx, taskId: string): Promise<Pick<TaskDecision, 'id' | 'byId' | 'at'> | undefined> {
  const [row] = await rowsOf<Pick<TaskDecision, 'id' | 'byId' | 'at'>>(
    tx,
    sql`select id, by_id as "byId", at from task_decisions
      where task_id = ${taskId} and kind = 'decline' and undone_at is null order by at desc, id desc limit 1`,
  );
  return row;
}

/** True when the team's last word before the present state was a decline that the commune has not answered. */
export async function declineIsOpen(tx: Tx, taskId: string): Promise<boolean> {
  const [row] = await rowsOf<{ kind: DecisionKind }>(
    tx,
    sql`select kind from task_decisions where task_id = ${taskId} and undone_at is null
      and kind in ('decline', 'keep', 'lower_target', 'extend', 'release') order by at desc, id desc limit 1`,
  );
  return row?.kind === 'decline';
}
