/**
 * Where the Official Account's tokens live: one sealed row. Whoever reads the database or a backup of it learns nothing,
 * and what is written is committed at once, on a connection of its own, whatever the caller's transaction does.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { OAUTH_TIMEOUT_MS, type OaTokens, type TokenStore } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { seal, Secrets, unseal } from '#platform/secrets';
import { ChannelToken } from './channel-token.entity.ts';

/** Persisted: the row's name, and what the kept secret is called. */
const ROW = 'zalo-oa';
const SECRET_NAME = 'channel-tokens';
/** One lock over all processes of an installation. Source of the number: "oa" in ASCII. */
const LOCK = 0x6f61;
/** Whoever waits gives up only after the holder's call has surely ended. */
const LOCK_WAIT_MS = OAUTH_TIMEOUT_MS * 3;
const dates = ['issuedAt', 'expiresAt', 'askedAt', 'failedAt'] as const;

@Injectable()
export class OaTokenStore implements TokenStore {
  /** Those of this process wait here, so that only one of them holds a connection. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Undefined when there are none, or none that this installation's key opens: then a person has to authorise anew. */
  async read(): Promise<OaTokens | undefined> {
    const row: { sealed: Buffer } | null = await this.database.manager.findOne(ChannelToken, {
      select: { sealed: true },
      where: { name: ROW },
    });
    if (!row) return undefined;
    try {
      return revive(unseal(await this.sealingKey(), row.sealed, ROW).toString('utf8'));
    } catch {
      this.log.error({ channel: ROW }, 'the stored tokens do not open with this key: has SECRET_KEY changed?');
      return undefined;
    }
  }

  async write(tokens: OaTokens): Promise<void> {
    const sealed = seal(await this.sealingKey(), Buffer.from(JSON.stringify(tokens)), ROW);
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into channel_tokens (name, sealed, version, changed_at) values (${ROW}, ${sealed}, ${tokens.version}, ${now})
       on conflict (name) do update set sealed = ${sealed}, version = ${tokens.version}, changed_at = ${now}`,
    );
  }

  underLock<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(() => this.locked(work));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** The lock belongs to a session: it lasts as long as the work, and ends with a process that dies. */
  private async locked<T>(work: () => Promise<T>): Promise<T> {
    const client = new Client({
      connectionString: this.env.DATABASE_URL,
      keepAlive: true,
      application_name: 'to-so tokens',
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(`set lock_timeout = ${LOCK_WAIT_MS}; set idle_session_timeout = 0`);
      await client.query(sql`select pg_advisory_lock(${LOCK})`);
      return await work();
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private sealingKey(): Promise<Buffer> {
    return this.secrets.keyOf(SECRET_NAME, 'to-so channel tokens');
  }
}

function revive(text: string): OaTokens {
  const isDate = (key: string, value: unknown) =>
    (dates as readonly string[]).includes(key) && typeof value === 'string';
  return JSON.parse(text, (key, value) => (isDate(key, value) ? new Date(value) : value)) as OaTokens;
}
