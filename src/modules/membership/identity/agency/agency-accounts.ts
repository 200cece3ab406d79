import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { seal, Secrets, unseal } from '#platform/secrets';
import { AgencyAccount, AgencySession } from './agency-account.entity.ts';
import type { AgencyIdentity } from './agency-provider.ts';

type Known = Pick<AgencyAccount, 'id' | 'personId' | 'decidedAt'>;

/** Accounts of the provider that have come, whose they are, and the sessions that they opened. */
@Injectable()
export class AgencyAccounts {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** One that comes for the first time waits from now on; what the provider calls it is written anew each time. */
  async seen({ issuer, subject, name, email }: AgencyIdentity): Promise<Known> {
    const [row] = await this.database.rows<Known>(
      sql`insert into agency_accounts (id, issuer, subject, said_name, said_email, asked_at)
        values (${v7()}, ${issuer}, ${subject}, ${name}, ${email}, ${this.clock.now()})
        on conflict (issuer, subject) do update set said_name = excluded.said_name, said_email = excluded.said_email
        returning id, person_id as "personId", decided_at as "decidedAt"`,
    );
    return row as Known;
  }

  /** For the decision. */
  async lock(tx: Tx, id: string): Promise<Known | undefined> {
    const [row] = await rowsOf<Known>(
      tx,
      sql`select id, person_id as "personId", decided_at as "decidedAt" from agency_accounts where id = ${id} for update`,
    );
    return row;
  }

  /** Null: nobody of ours. What it opened for somebody else ends. */
  async decide(tx: Tx, id: string, personId: string | null, by: string): Promise<void> {
    await this.endSessions(tx, id);
    await tx.update(AgencyAccount, { id }, { personId, decidedAt: this.clock.now(), decidedBy: by });
  }

  /** The next time it comes, it waits again. */
  async end(tx: Tx, id: string): Promise<void> {
    await this.endSessions(tx, id);
    await tx.delete(AgencyAccount, { id });
  }

  async keepSession(tx: Tx, sessionId: string, accountId: string, idToken: string): Promise<void> {
    const sealed = seal(await this.key(), Buffer.from(idToken), sessionId);
    await tx.insert(AgencySession, { sessionId, accountId, sealed });
  }

  /** What the provider gave for this session; undefined for one that was opened otherwise. */
  async idTokenOf(sessionId: string): Promise<string | undefined> {
    const row: Pick<AgencySession, 'sealed'> | null = await this.database.manager.findOne(AgencySession, {
      select: { sealed: true },
      where: { sessionId },
    });
    if (!row) return undefined;
    try {
      return unseal(await this.key(), row.sealed, sessionId).toString('utf8');
    } catch {
      // SECRET_KEY has changed: the session ends here alone.
      return undefined;
    }
  }

  private async endSessions(tx: Tx, id: string): Promise<void> {
    const ended = await rowsOf<{ personId: string }>(
      tx,
      sql`update sessions s set ended_at = ${this.clock.now()}, ended_because = 'changed' from agency_sessions a
        where a.account_id = ${id} and a.session_id = s.id and s.ended_at is null returning s.person_id as "personId"`,
    );
    for (const { personId } of ended) await execute(tx, sql`select pg_notify('actor_changed', ${personId})`);
  }

  private key(): Promise<Buffer> {
    return this.secrets.keyOf('agency', 'to-so agency sessions');
  }
}
