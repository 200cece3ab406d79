import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { Outbox } from '#platform/outbox';
import type { Task } from '../task.entity.ts';
import { workOverlapped } from '../tasks.events.ts';

/** A part that was just written. */
interface Part {
  entryId: string;
  value: number;
}

/**
 * Two phones without a network finish the same task: whoever sends second sees it on the task, whoever was first is told.
 * Only once it was handed in or by the part that fills it, so that work that goes on above its target tells nobody each day.
 */
export async function tellOfOverlap(
  tx: Tx,
  outbox: Outbox,
  actor: Actor,
  task: Pick<Task, 'id' | 'unitId' | 'target' | 'state'>,
  { entryId, value }: Part,
): Promise<void> {
  if (value === 0) return;
  const [sums] = await rowsOf<{ reported: number; others: number }>(
    tx,
    sql`select coalesce(sum(coalesce(confirmed_value, value)), 0)::int as reported,
        count(*) filter (where actor_id <> ${actor.personId})::int as others
       from counted_lines where task_id = ${task.id} and position = 0`,
  );
  const { reported = 0, others = 0 } = sums ?? {};
  if (others === 0 || reported <= task.target) return;
  if (task.state !== 'submitted' && reported - value > task.target) return;
  await outbox.append(tx, workOverlapped({ taskId: task.id, entryId }, { unitId: task.unitId }), actor);
}
