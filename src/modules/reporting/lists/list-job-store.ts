import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { LIST_KEPT_DAYS } from '#contracts/reporting/lists';
import { Clock } from '#platform/clock';
import { Database, sqlState, type Tx, violation } from '#platform/database';
import type { ListJob } from './list-job.entity.ts';

export type ListJobRow = Pick<
  ListJob,
  'id' | 'unitId' | 'askedBy' | 'onDay' | 'state' | 'percent' | 'teams' | 'name' | 'attempts' | 'askedAt' | 'doneAt'
>;
const columns = `id, unit_id as "unitId", asked_by as "askedBy", on_day::text as "onDay", state, percent, teams, name, attempts,
    asked_at as "askedAt", done_at as "doneAt"`;

/** A province's list takes seconds: whoever has worked on one for this long is dead. */
const LEASE_MS = 5 * 60_000;
const MOST_ATTEMPTS = 3;
const DAY_MS = 86_400_000;

/** The rows of lists that are made in the background: they decide, the queue only hurries. */
@Injectable()
export class ListJobStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person's open job for this list when there is one. */
  async open(unitId: string, askedBy: string, onDay: string): Promise<ListJobRow> {
    try {
      return await this.add(unitId, askedBy, onDay);
    } catch (error) {
      if (violation(error)?.state !== sqlState.unique) throw error;
      const row = await this.database.one<ListJobRow>(
        `select ${columns} from list_jobs where unit_id = $1 and asked_by = $2 and on_day = $3 order by asked_at desc limit 1`,
        [unitId, askedBy, onDay],
      );
      return row ?? this.add(unitId, askedBy, onDay);
    }
  }

  of(askedBy: string): Promise<ListJobRow[]> {
    return this.database.rows(
      `select ${columns} from list_jobs where asked_by = $1 order by asked_at desc, id desc limit 50`,
      [askedBy],
    );
  }

  one(id: string): Promise<ListJobRow | undefined> {
    return this.database.one(`select ${columns} from list_jobs where id = $1`, [id]);
  }

  async file(id: string): Promise<Buffer | undefined> {
    return (
      await this.database.one<{ file: Buffer }>('select file from list_jobs where id = $1 and file is not null', [id])
    )?.file;
  }

  /** Nobody else makes it meanwhile. */
  claim(id: string): Promise<ListJobRow | undefined> {
    const now = this.clock.now();
    return this.database.one(
      `update list_jobs set state = 'running', percent = 0, attempts = attempts + 1, leased_until = $3
        where id = $1 and (state = 'waiting' or state = 'running' and leased_until < $2) returning ${columns}`,
      [id, now, new Date(now.getTime() + LEASE_MS)],
    );
  }

  async tell(id: string, percent: number, teams: number | null): Promise<void> {
    await this.database.rows(
      `update list_jobs set percent = $2, teams = coalesce($3, teams) where id = $1 and state = 'running'`,
      [id, percent, teams],
    );
  }

  /** False when another worker has finished it meanwhile. */
  async finish(tx: Tx, id: string, name: string, file: Buffer): Promise<boolean> {
    const [, changed] = await tx.query(
      `update list_jobs set state = 'ready', percent = 100, name = $2, file = $3, done_at = $4, leased_until = null where id = $1 and state = 'running'`,
      [id, name, file, this.clock.now()],
    );
    return changed === 1;
  }

  /** Tried again a few times; then it says that it failed. */
  async fail({ id, attempts }: ListJobRow, code: string): Promise<void> {
    const ended = attempts >= MOST_ATTEMPTS;
    await this.database.rows(
      `update list_jobs set state = $2, failure_code = $3, leased_until = null, done_at = $4 where id = $1 and state = 'running'`,
      [id, ended ? 'failed' : 'waiting', code.slice(0, 100), ended ? this.clock.now() : null],
    );
  }

  /** Waiting ones, and those whose worker is dead. */
  due(): Promise<{ id: string; attempts: number }[]> {
    return this.database.rows(
      `select id, attempts from list_jobs where state = 'waiting' or state = 'running' and leased_until < $1 order by asked_at limit 100`,
      [this.clock.now()],
    );
  }

  async forgetOld(): Promise<void> {
    await this.database.rows('delete from list_jobs where asked_at < $1', [
      new Date(this.clock.now().getTime() - LIST_KEPT_DAYS * DAY_MS),
    ]);
  }

  private async add(unitId: string, askedBy: string, onDay: string): Promise<ListJobRow> {
    const [row] = await this.database.rows<ListJobRow>(
      `insert into list_jobs (id, unit_id, asked_by, on_day, asked_at) values ($1, $2, $3, $4, $5) returning ${columns}`,
      [v7(), unitId, askedBy, onDay, this.clock.now()],
    );
    return row as ListJobRow;
  }
}
