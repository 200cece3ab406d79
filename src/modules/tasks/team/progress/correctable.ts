/** An entry that another one is to stand in for: what it says, and whether that may still be. */
import type { BreakdownLine } from '#contracts/tasks/breakdown';
import { reportableTaskStates } from '#contracts/tasks/task-states';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { ProgressEntry, ProgressLine } from '../../work/task/progress-entry.entity.ts';
import type { TaskAccess } from '../../work/task/task-access.ts';
import type { Task } from '../../work/task/task.entity.ts';
import { progressErrors } from '../../tasks.errors.ts';

export interface Original
  extends Pick<ProgressEntry, 'taskId' | 'actorId' | 'quickKind' | 'happenedOn' | 'note' | 'links'>,
    Pick<ProgressLine, 'indicatorCode' | 'value'> {
  breakdown: BreakdownLine[];
  corrected: boolean;
  withdrawn: boolean;
  settled: boolean;
}

export async function originalOf(tx: Tx, entryId: string): Promise<Original> {
  const [row] = await rowsOf<Original>(
    tx,
    sql`select e.task_id as "taskId", e.actor_id as "actorId", e.quick_kind as "quickKind", e.happened_on as "happenedOn",
            e.note, e.links, l.indicator_code as "indicatorCode", l.value,
            (select coalesce(json_agg(json_build_object('by', b.by, 'kind', b.kind, 'value', b.value)), '[]')
               from entry_breakdowns b where b.entry_id = e.id) as breakdown, l.confirmed_value is not null as settled,
            exists (select 1 from progress_entries c where c.corrects_id = e.id) as corrected,
            exists (select 1 from entry_withdrawals w where w.entry_id = e.id) as withdrawn
       from progress_entries e join progress_lines l on l.entry_id = e.id and l.position = 0 where e.id = ${entryId}`,
  );
  if (!row) throw progressErrors.notFound();
  return row;
}

/** One's own, for leader and deputies anybody's; also after the work was handed in, until the commune has confirmed it. */
export async function requireCorrectable(
  tx: Tx,
  access: TaskAccess,
  { actor, task, original }: { actor: Actor; task: Task; original: Original },
): Promise<void> {
  if (!reportableTaskStates.includes(task.state)) throw await access.refusal(tx, task);
  if (original.withdrawn) throw progressErrors.takenBack();
  if (original.corrected) throw progressErrors.alreadyCorrected();
  if (original.settled) throw progressErrors.alreadySettled();
  const answers = actor.posts.some(({ teamId, role }) => teamId === task.teamId && role !== 'member');
  if (original.actorId !== actor.personId && !answers) throw progressErrors.notFound();
}
