import type { Client } from 'pg';
import { v7 } from 'uuid';
import type { BackupOptions } from './backup-options.ts';
import { BackupProblem } from './backup-problem.ts';
import { type Manifest, rowsOfAll, sizeOf } from './manifest.ts';

/** Notes a run where an administrator sees it. A database of before there were runs is backed up all the same. */
export class RunLog {
  private id: string | undefined;

  constructor(
    private readonly keeper: Client,
    private readonly options: Pick<BackupOptions, 'to' | 'recipients' | 'startedBy' | 'now'>,
  ) {}

  async started(id: string, at: Date): Promise<void> {
    if (!(await this.isKept())) return;
    // Whoever began before has ended without saying so: one backup runs at a time.
    await this.keeper.query(
      `update backup_runs set state = 'failed', ended_at = $1, failure = 'interrupted' where state = 'running'`,
      [at],
    );
    await this.insert(id, at);
  }

  async done(manifest: Manifest): Promise<void> {
    await this.end(`state = 'done', bytes = $3, row_count = $4, file_count = $5`, [
      sizeOf(manifest),
      rowsOfAll(manifest),
      manifest.files.count,
    ]);
  }

  /** Where the server itself is gone there is nowhere to note it, and what happened is worth more than that. */
  async failed(problem: unknown): Promise<void> {
    await this.note(problem).catch(() => undefined);
  }

  private async note(problem: unknown): Promise<void> {
    // Whoever typed a wrong folder reads so at once; of a schedule nobody would hear.
    const isUnheard = !this.id && this.options.startedBy === 'schedule' && (await this.isKept());
    if (isUnheard) await this.insert(v7(), this.options.now());
    await this.end(`state = 'failed', failure = $3`, [failureOf(problem).slice(0, 500)]);
  }

  private async isKept(): Promise<boolean> {
    const { rows } = await this.keeper.query(`select 1 where to_regclass('backup_runs') is not null`);
    return rows.length > 0;
  }

  private async insert(id: string, at: Date): Promise<void> {
    const { to, recipients, startedBy } = this.options;
    await this.keeper.query(
      `insert into backup_runs (id, state, started_by, started_at, folder, encrypted) values ($1, 'running', $2, $3, $4, $5)`,
      [id, startedBy, at, to, recipients.length > 0],
    );
    this.id = id;
  }

  private async end(set: string, values: unknown[]): Promise<void> {
    if (!this.id) return;
    await this.keeper.query(`update backup_runs set ended_at = $2, ${set} where id = $1`, [
      this.id,
      this.options.now(),
      ...values,
    ]);
  }
}

/** By its name where it has one: the console has words for these. */
const failureOf = (problem: unknown): string => {
  if (problem instanceof BackupProblem) return problem.id;
  return problem instanceof Error ? problem.message : String(problem);
};
