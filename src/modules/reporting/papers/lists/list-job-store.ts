import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { KeepingTerms } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import { listErrors } from '../../reporting.errors.ts';
import { ListJob } from './list-job.entity.ts';

export type ListJobRow = Pick<
  ListJob,
  | 'id'
  | 'unitId'
  | 'askedBy'
  | 'onDay'
  | 'state'
  | 'percent'
  | 'teams'
  | 'name'
  | 'attempts'
  | 'askedAt'
  | 'doneAt'
  | 'purpose'
>;
type AskedList = Pick<ListJob, 'unitId' | 'askedBy' | 'onDay' | 'purpose'>;
const columns = sql`id, unit_id as "unitId", asked_by as "askedBy", on_day::text as "onDay", state, percent, teams, name, attempts,
    asked_at as "askedAt", done_at as "doneAt", purpose`;

/** A province's list takes seconds: whoever has worked on one for this long is dead. */
const LEASE_MS = 5 * 60_000;
const MOST_ATTEMPTS = 3;
/** They are made one after the other, in seconds each: who waits behind more than these is better told so. */
const MOST_OF_PERSON = 3;
const MOST_OF_ALL = 40;
const RETRY_SECONDS = 60;

/** The rows of lists that are made in the background: they decide, the queue only hurries. */
@Injectable()
export class ListJobStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keeping: KeepingTerms,
  ) {}

  /** The person's open job for this list when there is one. @throws list.tooMany, list.lineFull */
  open(asked: AskedList): Promise<ListJobRow> {
    const { unitId, askedBy, onDay } = asked;
    return this.database.tx(async (tx) => {
      await takeTurn(tx, ['list-jobs']);
      const open = await rowsOf<ListJobRow>(
        tx,
        sql`select ${columns} from list_jobs where state in ('waiting', 'running')`,
      );
      const mine = open.filter((job) => job.askedBy === askedBy);
      const same = mine.find((job) => job.unitId === unitId && job.onDay === onDay);
      if (same) return same;
      if (mine.length >= MOST_OF_PERSON) throw listErrors.tooMany({ most: MOST_OF_PERSON }).after(RETRY_SECONDS);
      if (open.length >= MOST_OF_ALL) throw listErrors.lineFull({ seconds: RETRY_SECONDS }).after(RETRY_SECONDS);
      return this.add(tx, asked);
    });
  }

  of(askedBy: string): Promise<ListJobRow[]> {
    return this.database.rows(
      sql`select ${columns} from list_jobs where asked_by = ${askedBy} order by asked_at desc, id desc limit 50`,
    );
  }

  async one(id: string): Promise<ListJobRow | undefined> {
    return (
      (await this.database.manager.findOne(ListJob, {
        select: {
          id: true,
          unitId: true,
          askedBy: true,
          onDay: true,
          state: true,
          percent: true,
          teams: true,
          name: true,
          attempts: true,
          askedAt: true,
          doneAt: true,
          purpose: true,
        },
        where: { id },
      })) ?? undefined
    );
  }

  async file(id: string): Promise<Buffer | undefined> {
    return (
      await this.database.one<{ file: Buffer }>(sql`select file from list_jobs where id = ${id} and file is not null`)
    )?.file;
  }

  /** Nobody else makes it meanwhile. */
  claim(id: string): Promise<ListJobRow | undefined> {
    const now = this.clock.now();
    return this.database.one(
      sql`update list_jobs set state = 'running', percent = 0, attempts = attempts + 1,
        leased_until = ${new Date(now.getTime() + LEASE_MS)}
        where id = ${id} and (state = 'waiting' or state = 'running' and leased_until < ${now}) returning ${columns}`,
    );
  }

  async tell(id: string, percent: number, teams: number | null): Promise<void> {
    await this.database.rows(
      sql`update list_jobs set percent = ${percent}, teams = coalesce(${teams}, teams) where id = ${id} and state = 'running'`,
    );
  }

  /** False when another worker has finished it meanwhile. */
  async finish(tx: Tx, id: string, name: string, file: Buffer): Promise<boolean> {
    const changed = await rowsOf(
      tx,
      sql`update list_jobs set state = 'ready', percent = 100, name = ${name}, file = ${file}, done_at = ${this.clock.now()},
        leased_until = null where id = ${id} and state = 'running' returning id`,
    );
    return changed.length === 1;
  }

  /** Tried again a few times; then it says that it failed. */
  async fail({ id, attempts }: ListJobRow, code: string): Promise<void> {
    const ended = attempts >= MOST_ATTEMPTS;
    await this.database.rows(
      sql`update list_jobs set state = ${ended ? 'failed' : 'waiting'}, failure_code = ${code.slice(0, 100)},
        leased_until = null, done_at = ${ended ? this.clock.now() : null} where id = ${id} and state = 'running'`,
    );
  }

  /** Waiting ones, and those whose worker is dead. */
  due(): Promise<{ id: string; attempts: number }[]> {
    return this.database.rows(
      sql`select id, attempts from list_jobs where state = 'waiting' or state = 'running' and leased_until < ${this.clock.now()}
        order by asked_at limit 100`,
    );
  }

  /** The last moment at which it can be fetched. */
  keptUntil({ askedAt }: Pick<ListJobRow, 'askedAt'>): Promise<Date> {
    return this.keeping.until('keepLists', askedAt);
  }

  private async add(tx: Tx, { unitId, askedBy, onDay, purpose }: AskedList): Promise<ListJobRow> {
    const [row] = await rowsOf<ListJobRow>(
      tx,
      sql`insert into list_jobs (id, unit_id, asked_by, on_day, asked_at, purpose)
        values (${v7()}, ${unitId}, ${askedBy}, ${onDay}, ${this.clock.now()}, ${purpose}) returning ${columns}`,
    );
    return row as ListJobRow;
  }
}
