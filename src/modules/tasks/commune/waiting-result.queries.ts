import { Injectable } from '@nestjs/common';
import { Database, empty, sql } from '#platform/database';
import { progressErrors, taskErrors } from '../tasks.errors.ts';
import { waitingReports, waitingTasks } from '../work/task/waiting-results.sql.ts';
import { refused, type ResultOutcome } from './result-outcome.ts';

export interface WaitingResult {
  id: string;
  kind: 'task' | 'entry';
}

interface Named {
  taskIds: readonly string[];
  entryIds: readonly string[];
}

/** Which results are meant where many are confirmed at once. */
@Injectable()
export class WaitingResultQueries {
  constructor(private readonly database: Database) {}

  /** What waits below the unit since before `until`, longest first. */
  of(unitId: string, { until, assignmentId }: { until: string; assignmentId?: string | undefined }) {
    const ofOrder = assignmentId ? sql`and assignment_id = ${assignmentId}` : empty;
    return this.database.rows<WaitingResult>(
      sql`select w.id, w.kind from (
         select id, 'task' as kind, submitted_at as since from (${waitingTasks(unitId)}) t where submitted_at <= ${until} ${ofOrder}
         union all
         select id, 'entry', recorded_at from (${waitingReports(unitId)}) r
          where recorded_at <= ${until} and ${assignmentId === undefined}) w
        order by w.since, w.id`,
    );
  }

  /** Those that lie below the unit; the others are to whoever asks as if they were not there. */
  async below(unitId: string, { taskIds, entryIds }: Named): Promise<Named & { elsewhere: ResultOutcome[] }> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select r.id from (
         select t.id, t.unit_id from unnest(${taskIds}::uuid[]) as n(id)
          cross join lateral (select id, unit_id from tasks where id = n.id offset 0) t
         union all
         select e.id, e.unit_id from unnest(${entryIds}::uuid[]) as n(id)
          cross join lateral (select id, unit_id from progress_entries where id = n.id offset 0) e) r
        where exists (select 1 from unit_closure c where c.ancestor_id = ${unitId} and c.descendant_id = r.unit_id)`,
    );
    const here = new Set(rows.map(({ id }) => id));
    return {
      taskIds: taskIds.filter((id) => here.has(id)),
      entryIds: entryIds.filter((id) => here.has(id)),
      elsewhere: [
        ...taskIds.filter((id) => !here.has(id)).map((id) => refused(id, taskErrors.notFound())),
        ...entryIds.filter((id) => !here.has(id)).map((id) => refused(id, progressErrors.notFound())),
      ],
    };
  }
}
