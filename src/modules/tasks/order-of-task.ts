import type { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { Assignment } from './assignments/assignment.entity.ts';
import type { Task } from './task.entity.ts';
import { progressErrors } from './tasks.errors.ts';

/** The indicator that work on this task counts as. @throws progress.beforeAssigned for work from before the order */
export async function orderOfTask(tx: Tx, clock: Clock, task: Task, happenedOn: string): Promise<string> {
  const [order] = await rowsOf<Pick<Assignment, 'indicatorCode' | 'issuedAt'>>(
    tx,
    sql`select indicator_code as "indicatorCode", issued_at as "issuedAt" from assignments where id = ${task.assignmentId}`,
  );
  const issuedOn = clock.dayOf(order?.issuedAt ?? clock.now());
  if (happenedOn < issuedOn) throw progressErrors.beforeAssigned({ path: 'happenedOn', issuedOn });
  return order?.indicatorCode ?? '';
}
