import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';

const DAY_MS = 86_400_000;
/** After these many days nothing is kept of what is over, and of strangers whom nobody has recognised. */
const kept = { tries: 1, ticket: 1, code: 1, ended: 30, decided: 30, waiting: 90, join: 180, refusals: 400 } as const;

/** Erases counted tries, tickets, codes, requests and accounts that have been over for a while. */
@Injectable()
export class ForgetOldAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Tick('membership.forget-old-accounts', DAY_MS)
  async execute(): Promise<void> {
    const before = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS);
    const forget = (statement: Sql) => this.database.rows(statement);
    await forget(sql`delete from used_proofs where expires_at < ${before(0)}`);
    await forget(sql`delete from login_attempts where at < ${before(kept.tries)}`);
    await forget(sql`delete from link_tickets where expires_at < ${before(kept.ticket)}`);
    await forget(sql`delete from link_codes where expires_at < ${before(kept.code)}`);
    await forget(
      sql`delete from agency_accounts where person_id is null and coalesce(decided_at, asked_at) < ${before(kept.waiting)}`,
    );
    await forget(sql`delete from link_requests where decided_at < ${before(kept.decided)}`);
    await forget(sql`delete from link_requests where decided_at is null and asked_at < ${before(kept.waiting)}`);
    await forget(
      sql`delete from linked_accounts a where a.ended_at < ${before(kept.ended)}
        and not exists (select 1 from sessions s where s.account_id = a.id)`,
    );
    await forget(
      sql`delete from account_joins j where j.seen_at < ${before(kept.join)} and not exists (
         select 1 from linked_accounts a where a.ended_at is null and (a.space, a.scope, a.external_id)
           in ((j.from_space, j.from_scope, j.from_id), (j.to_space, j.to_scope, j.to_id)))`,
    );
    await forget(sql`delete from refused_proofs where day < ${this.clock.dayOf(before(kept.refusals))}`);
  }
}
