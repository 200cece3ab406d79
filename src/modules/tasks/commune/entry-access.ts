/**
 * The one way in which a quick report without a task is decided: right at the report's own place, row locked. Of two who
 * decide at once the second sees what the first has done.
 */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { TaskAccess } from '../task-access.ts';
import type { ProgressEntry, ProgressLine } from '../progress-entry.entity.ts';
import { progressErrors } from '../tasks.errors.ts';

export interface OpenEntry {
  id: string;
  teamId: string;
  unitId: string;
  value: number;
  /** The decision that stands. */
  decision: { id: string; kind: 'confirm' | 'return'; byId: string; at: Date } | undefined;
}

interface Row extends Pick<ProgressEntry, 'teamId' | 'unitId' | 'taskId'>, Pick<ProgressLine, 'value'> {
  counts: boolean;
}

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
    const place = await this.database.one<{ unitId: string; teamId: string }>(
      sql`select unit_id as "unitId", team_id as "teamId" from progress_entries where id = ${entryId}`,
    );
    if (!place) throw progressErrors.notFound();
    await this.access.require(actor, 'result.confirm', place);
    return this.database.tx(async (tx) => work(tx, await this.lock(tx, entryId), this.clock.now()));
  }

  /** Writes down who decided what and why; gives the decision's id. */
  async record(
    tx: Tx,
    { id: entryId }: OpenEntry,
    decision: { kind: 'confirm' | 'return'; reasons?: readonly string[]; comment?: string; byId: string; at: Date },
  ): Promise<string> {
    const id = v7();
    const { kind, reasons = [], comment, byId, at } = decision;
    await execute(
      tx,
      sql`insert into entry_decisions (id, entry_id, kind, reasons, comment, by_id, at)
        values (${id}, ${entryId}, ${kind}, ${reasons}, ${comment || null}, ${byId}, ${at})`,
    );
    return id;
  }

  private async lock(tx: Tx, entryId: string): Promise<OpenEntry> {
    const [row] = await rowsOf<Row>(
      tx,
      sql`select e.team_id as "teamId", e.unit_id as "unitId", e.task_id as "taskId", l.value,
          exists (select 1 from counted_lines c where c.entry_id = e.id) as counts
         from progress_entries e join progress_lines l on l.entry_id = e.id and l.position = 0
           where e.id = ${entryId} for update of e, l`,
    );
    if (!row) throw progressErrors.notFound();
    if (row.taskId) throw progressErrors.ofTask();
    if (!row.counts) throw progressErrors.takenBack();
    const [decision] = await rowsOf<NonNullable<OpenEntry['decision']>>(
      tx,
      sql`select id, kind, by_id as "byId", at from entry_decisions where entry_id = ${entryId} and undone_at is null`,
    );
    return { id: entryId, teamId: row.teamId, unitId: row.unitId, value: row.value, decision };
  }
}
