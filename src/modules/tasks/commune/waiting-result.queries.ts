import { Injectable } from '@nestjs/common';
import { Database, empty, sql } from '#platform/database';
import { progressErrors, taskErrors } from '../tasks.errors.ts';
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
      sql`with places as materialized (select descendant_id as id from unit_closure where ancestor_id = ${unitId})
       select w.id, w.kind from (
         select t.id, 'task' as kind, t.submitted_at as since from places p
          cross join lateral (
                select id, submitted_at from tasks where unit_id = p.id and state = 'submitted' and team_id is not null
                   and submitted_at <= ${until} ${ofOrder} offset 0) t
         union all
         select e.id, 'entry', e.recorded_at from places p
          cross join lateral (
                select id, recorded_at from progress_entries where unit_id = p.id and kind = 'quick' and task_id is null
                   and recorded_at <= ${until} and ${assignmentId === undefined} offset 0) e
          cross join lateral (
                select 1 from counted_lines where entry_id = e.id and position = 0 and confirmed_value is null offset 0) l
          where not exists (select 1 from entry_decisions d where d.entry_id = e.id and d.undone_at is null)) w
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
