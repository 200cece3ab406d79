import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { hasWritten } from './written.sql.ts';

type State = RouteAnswer<typeof routes.myCommand>;

/** Whether a person's command has arrived. Asking does nothing: what has not arrived may still be changed or dropped. */
@Injectable()
export class ReadCommand {
  constructor(private readonly database: Database) {}

  async execute({ personId }: Pick<Actor, 'personId'>, commandId: string): Promise<State> {
    const row = await this.database.one<{ known: boolean; written: boolean; status: number | null; answer: unknown }>(
      sql`select a.command_id is not null as known, a.status, a.answer,
              ${hasWritten(commandId, personId)} as written
         from (select ${commandId}::uuid as id, ${personId}::uuid as person) asked
         left join command_answers a on a.person_id = asked.person and a.command_id = asked.id`,
    );
    if (row?.status) return { state: 'done', status: row.status, answer: row.answer };
    // What it wrote is there; its answer was lost with a process or a connection.
    if (row?.written) return { state: 'done', status: null, answer: null };
    return { state: row?.known ? 'running' : 'absent', status: null, answer: null };
  }
}
