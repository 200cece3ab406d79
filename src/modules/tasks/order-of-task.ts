import type { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { Task } from './task.entity.ts';
import { progressErrors } from './tasks.errors.ts';

/** The indicator that work on this task counts as. @throws progress.beforeAssigned for work from before the order */
export async function orderOfTask(tx: Tx, clock: Clock, task: Task, happenedOn: string): Promise<string> {
  const [order] = await rowsOf<{ indicator_code: string; issued_at: Date }>(
    tx,
    sql`select indicator_code, issued_at from assignments where id = ${task.assignmentId}`,
  );
  const issuedOn = clock.dayOf(order?.issued_at ?? clock.now());
  if (happenedOn < issuedOn) throw progressErrors.beforeAssigned({ path: 'happenedOn', issuedOn });
  return order?.indicator_code ?? '';
}
