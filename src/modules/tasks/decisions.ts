import { v7 } from 'uuid';
import type { Tx } from '#platform/database';

export type DecisionKind =
  | 'decline'
  | 'keep'
  | 'lower_target'
  | 'extend'
  | 'release'
  | 'confirm'
  | 'return'
  | 'delegate';

export interface Decision {
  taskId: string;
  kind: DecisionKind;
  reasons?: readonly string[];
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
  await tx.query(
    'insert into task_decisions (id, task_id, kind, reasons, comment, by_id, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, taskId, kind, reasons, comment || null, byId, at],
  );
  return id;
}
