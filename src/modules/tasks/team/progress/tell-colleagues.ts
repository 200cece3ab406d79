import type { Actor } from '#platform/auth';
import { rowsOf, short, sql, type Tx } from '#platform/database';
import type { Outbox } from '#platform/outbox';
import type { Task } from '../../work/task/task.entity.ts';
import { productNamedAgain, productNamedBefore, workOverlapped } from '../../tasks.events.ts';
import type { JudgedProduct } from './named-work.ts';

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
    short(sql`select coalesce(sum(coalesce(confirmed_value, value)), 0)::int as reported,
        count(*) filter (where actor_id <> ${actor.personId})::int as others
       from counted_lines where task_id = ${task.id} and position = 0`),
  );
  const { reported = 0, others = 0 } = sums ?? {};
  if (others === 0 || reported <= task.target) return;
  if (task.state !== 'submitted' && reported - value > task.target) return;
  await outbox.append(tx, workOverlapped({ taskId: task.id, entryId }, { unitId: task.unitId }), actor);
}

/**
 * Whoever has named a product first hears that it was named once more, and whoever names it now, perhaps hours ago on a phone
 * without a network, that it counts with the first. Of one entry that was told with the one before, not again.
 */
export async function tellOfDoubles(
  tx: Tx,
  outbox: Outbox,
  actor: Actor,
  part: { entryId: string; unitId: string; products: readonly JudgedProduct[]; correctsId?: string },
): Promise<void> {
  const { entryId, unitId, products, correctsId } = part;
  const firstIds = [...new Set(products.flatMap(({ firstEntryId }) => firstEntryId ?? []))];
  if (firstIds.length === 0) return;
  const firsts = await rowsOf<{ entryId: string; taskId: string | null; unitId: string }>(
    tx,
    sql`select e.id as "entryId", e.task_id as "taskId", e.unit_id as "unitId" from progress_entries e
      where e.id = any(${firstIds}) and e.actor_id <> ${actor.personId}
        and not exists (select 1 from entry_products p
                         where p.entry_id = ${correctsId ?? null}::uuid and p.first_entry_id = e.id)`,
  );
  await outbox.appendMany(
    tx,
    firsts.flatMap(({ unitId, taskId, ...first }) =>
      taskId ? [productNamedAgain({ ...first, taskId, againId: entryId }, { unitId })] : [],
    ),
    actor,
  );
  if (firsts.length > 0) await outbox.append(tx, productNamedBefore({ entryId }, { unitId }), actor);
}
