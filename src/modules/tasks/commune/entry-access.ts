/**
 * The one way in which quick reports without a task are decided: right at their own place, rows locked. Of two who decide at
 * once the second sees what the first has done.
 */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { ProblemError } from '#platform/http';
import { TaskAccess } from '../work/task/task-access.ts';
import type { ConfirmationManner, EntryDecision } from '../work/task/task-decision.entity.ts';
import { ProgressEntry, type ProgressLine } from '../work/task/progress-entry.entity.ts';
import { progressErrors } from '../tasks.errors.ts';

export interface OpenEntry {
  id: string;
  teamId: string;
  unitId: string;
  value: number;
  /** The decision that stands. */
  decision: { id: string; kind: 'confirm' | 'return'; byId: string; at: Date } | undefined;
}

interface Row extends Pick<ProgressEntry, 'id' | 'teamId' | 'unitId' | 'taskId'>, Pick<ProgressLine, 'value'> {
  counts: boolean;
  decision: { id: string; kind: 'confirm' | 'return'; byId: string; at: string } | null;
}

export const idsOf = ({ id, teamId }: OpenEntry): { entryId: string; teamId: string } => ({ entryId: id, teamId });

@Injectable()
export class EntryAccess {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws progress.notFound, progress.ofTask, progress.takenBack, platform.denied */
  async change<T>(
    actor: Actor,
    entryId: string,
    work: (tx: Tx, entry: OpenEntry, now: Date) => Promise<T>,
  ): Promise<T> {
    const place: { unitId: string; teamId: string } | null = await this.database.manager.findOne(ProgressEntry, {
      select: { unitId: true, teamId: true },
      where: { id: entryId },
    });
    if (!place) throw progressErrors.notFound();
    await this.access.require(actor, 'result.confirm', place);
    return this.database.tx(async (tx) => work(tx, await this.lock(tx, entryId), this.clock.now()));
  }

  /** Writes down who decided what and why; gives the decisions' ids. */
  async record(
    tx: Tx,
    entries: readonly OpenEntry[],
    decision: Pick<EntryDecision, 'kind' | 'byId' | 'at'> & {
      reasons?: readonly string[];
      comment?: string;
      manner?: ConfirmationManner;
    },
  ): Promise<string[]> {
    const ids = entries.map(() => v7());
    const { kind, reasons = [], comment, byId, at, manner = null } = decision;
    await execute(
      tx,
      sql`insert into entry_decisions (id, entry_id, kind, reasons, comment, by_id, at, manner)
        select d.id, d.entry_id, ${kind}, ${reasons}::text[], ${comment || null}, ${byId}, ${at}, ${manner}
          from unnest(${ids}::uuid[], ${entries.map(({ id }) => id)}::uuid[]) as d(id, entry_id)`,
    );
    return ids;
  }

  /** Of several the locks are taken in one order. What cannot be decided is there with why. */
  async lockMany(tx: Tx, entryIds: readonly string[]): Promise<Map<string, OpenEntry | ProblemError>> {
    await execute(
      tx,
      sql`select 1 from progress_entries e join progress_lines l on l.entry_id = e.id and l.position = 0
        where e.id = any(${entryIds}::uuid[]) order by e.id for update of e, l`,
    );
    // Looked at once they are locked: what others had decided meanwhile is seen.
    const rows = await rowsOf<Row>(
      tx,
      sql`select e.id, e.team_id as "teamId", e.unit_id as "unitId", e.task_id as "taskId", l.value,
          exists (select 1 from counted_lines c where c.entry_id = e.id) as counts,
          (select json_build_object('id', d.id, 'kind', d.kind, 'byId', d.by_id, 'at', d.at) from entry_decisions d
            where d.entry_id = e.id and d.undone_at is null) as decision
         from progress_entries e join progress_lines l on l.entry_id = e.id and l.position = 0
        where e.id = any(${entryIds}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, openOf(row)]));
  }

  private async lock(tx: Tx, entryId: string): Promise<OpenEntry> {
    const found = (await this.lockMany(tx, [entryId])).get(entryId) ?? progressErrors.notFound();
    if (found instanceof ProblemError) throw found;
    return found;
  }
}

function openOf({ id, teamId, unitId, value, taskId, counts, decision }: Row): OpenEntry | ProblemError {
  if (taskId) return progressErrors.ofTask();
  if (!counts) return progressErrors.takenBack();
  return { id, teamId, unitId, value, decision: decision ? { ...decision, at: new Date(decision.at) } : undefined };
}
