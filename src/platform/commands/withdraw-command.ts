import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { WITHDRAWN } from './idempotency.interceptor.ts';
import { hasWritten } from './written.sql.ts';

type State = RouteAnswer<typeof routes.withdrawCommand>;

interface Row {
  taken: boolean;
  written: boolean;
  route: string | null;
  status: number | null;
  answer: unknown;
}

/**
 * Takes a person's command back before it is changed or dropped. An attempt may be on its way for as long as a network likes:
 * its id is kept, so that it is refused whenever it arrives. What has arrived is told with its answer, and stays.
 */
@Injectable()
export class WithdrawCommand {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ personId }: Pick<Actor, 'personId'>, commandId: string): Promise<State> {
    const row = await this.database.one<Row>(
      sql`with asked as (select ${hasWritten(commandId, personId)} as written),
          taken as (
            insert into command_answers (person_id, command_id, route, body_hash, status, answer, started_at)
              select ${personId}, ${commandId}, ${WITHDRAWN}, '', ${status}, ${JSON.stringify(gone)}, ${this.clock.now()}
                from asked where not written on conflict do nothing returning 1)
        select exists (select 1 from taken) as taken, asked.written, a.route, a.status, a.answer
         from asked left join command_answers a on a.person_id = ${personId} and a.command_id = ${commandId}`,
    );
    if (row?.taken || row?.route === WITHDRAWN) return { state: 'withdrawn', status: null, answer: null };
    if (row?.status) return { state: 'done', status: row.status, answer: row.answer };
    // What it wrote is there; its answer was lost with a process or a connection.
    return { state: row?.written ? 'done' : 'running', status: null, answer: null };
  }
}

const { code, message: title, status } = platformErrors.commandWithdrawn();
const gone = { code, title, details: [] };
