/** An order's evidence is asked for when its work is handed in, whoever hands it in and by which way. */
import type { EvidenceKind } from '#contracts/enums';
import { type EvidenceGiven, missingEvidence } from '#contracts/tasks/evidence';
import { rowsOf, short, sql, type Tx } from '#platform/database';
import { ProblemError } from '#platform/http';
import type { Assignment } from '../../orders/order/assignment.entity.ts';
import type { Task } from '../../work/task/task.entity.ts';
import { taskErrors } from '../../tasks.errors.ts';

const refusals: Record<EvidenceKind, (params: { path: string; least?: number }) => ProblemError> = {
  count: taskErrors.nothingReported,
  photo: taskErrors.photoMissing,
  link: taskErrors.linkMissing,
  application_codes: taskErrors.codesMissing,
  minutes: taskErrors.minutesMissing,
  note: taskErrors.workNoteMissing,
};
const paths: Record<EvidenceKind, string> = {
  count: 'value',
  photo: 'photoIds',
  link: 'links',
  application_codes: 'applicationCodes',
  minutes: 'photoIds',
  note: 'note',
};

/**
 * Judged by what the entries announce: a photo that the phone sends after its entry is on its way, and the commune sees
 * whether it has come (docs/decisions/0082).
 * @throws task.photoMissing, task.linkMissing, task.codesMissing, task.minutesMissing, task.workNoteMissing: the first, with all in the details
 */
export async function requireEvidence(tx: Tx, task: Task): Promise<void> {
  const [row] = await rowsOf<Pick<Assignment, 'evidence' | 'minimumCodes'> & EvidenceGiven>(
    tx,
    short(sql`select a.evidence, a.minimum_codes as "minimumCodes", count(e.note)::int as notes, coalesce(sum((select count(*) from photos p where p.entry_id = e.id)), 0)::int as photos,
            coalesce(sum(cardinality(e.links)), 0)::int as links, coalesce(sum(cardinality(e.application_codes)),
              0)::int as "applicationCodes"
       from assignments a left join progress_entries e on e.task_id = ${task.id}
         and not exists (select 1 from entry_withdrawals w where w.entry_id = e.id)
      where a.id = ${task.assignmentId} group by a.id`),
  );
  const missing = row ? missingEvidence(row.evidence, row, row.minimumCodes) : [];
  const [first, ...others] = missing.map((kind) =>
    refusals[kind]({
      path: paths[kind],
      ...(kind === 'application_codes' && { least: row?.minimumCodes ?? 1 }),
    }),
  );
  if (!first) return;
  first.details.push(...others.flatMap(({ details }) => details));
  throw first;
}
