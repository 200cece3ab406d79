/**
 * The Official Account's tokens. A refresh token works once, and a new pair kills the old access token at once: two
 * processes that refresh, or one that loses the answer, would cut the account off until a person authorises again.
 * Hence one row, one refresher under a lock, and a mark that is written before the call is made.
 */
import type { Health, SendFailure } from '../channel.ts';
import { failure } from './call-zalo.ts';
import type { TokenPair } from './oa-oauth.ts';

export interface OaTokens {
  accessToken: string;
  refreshToken: string;
  issuedAt: Date;
  expiresAt: Date;
  /** Grows with every pair. */
  version: number;
  /** Set, and committed, before a refresh is asked; cleared by the next pair. Left over: the answer was lost. */
  askedAt?: Date | undefined;
  /** Failed refreshes in a row, and the last of them. */
  failures: number;
  failedAt?: Date | undefined;
  /** True when only a person can help: the refresh token is used or over. */
  dead: boolean;
  /** The refresh token before this one, for forensics. */
  previousRefreshToken?: string | undefined;
}

/** One row. Every `write` is committed when it resolves, also inside `underLock`. */
export interface TokenStore {
  read(): Promise<OaTokens | undefined>;
  write(tokens: OaTokens): Promise<void>;
  /** One holder over all processes; the lock must outlive the HTTP deadline of a refresh. */
  underLock<T>(work: () => Promise<T>): Promise<T>;
}

export type TokenState = 'missing' | 'ok' | 'refresh-failing' | 'answer-lost' | 'reauthorise';

/** What a screen may show of the tokens: no secret. */
export interface TokenHealth {
  state: TokenState;
  expiresAt: Date | null;
  failures: number;
}

export interface TokenSource {
  /** Runs `use` with a living access token; when the result says that it was refused, refreshes and runs once more. */
  withToken<T>(use: (accessToken: string) => Promise<T>, refused: (result: T) => boolean): Promise<T | SendFailure>;
  health(): Promise<TokenHealth>;
}

export interface RefresherSettings {
  store: TokenStore;
  refresh(refreshToken: string): Promise<TokenPair | SendFailure>;
  now(): Date;
  /** Called when a refresh has failed twice or can never succeed: a person must look. */
  alarm?(health: TokenHealth): void;
}

/** Wait after a failed refresh while the old access token still lives. */
const REST_MS = 60_000;
const WRITES = 3;
const LATELY_MS = 30_000;

type Living = { ok: true; tokens: OaTokens };

/** A store that fails holds the channel back; it does not break the caller. */
async function stored(work: () => Promise<Living | SendFailure>): Promise<Living | SendFailure> {
  try {
    return await work();
  } catch {
    return failure('RETRYABLE', 'TOKEN_STORE');
  }
}

export class OaTokenSource implements TokenSource {
  /** A pair that was issued but could not be stored: the account's only living one. */
  private unsaved: OaTokens | undefined;
  /** Read lately: a fan-out must not read the row for each message. A token that another process replaced is refused and read anew. */
  private lately: { tokens: OaTokens; at: Date } | undefined;

  constructor(private readonly settings: RefresherSettings) {}

  async withToken<T>(
    use: (accessToken: string) => Promise<T>,
    refused: (result: T) => boolean,
  ): Promise<T | SendFailure> {
    const first = await stored(() => this.living());
    if (!first.ok) return first;
    const result = await use(first.tokens.accessToken);
    if (!refused(result)) return result;
    const second = await stored(() => this.renew(first.tokens.version, true));
    return second.ok ? use(second.tokens.accessToken) : second;
  }

  async health(): Promise<TokenHealth> {
    return healthOf(await this.current());
  }

  /** Stores the first pair, after an administrator of the account gave consent. */
  async adopt(pair: TokenPair): Promise<void> {
    this.lately = undefined;
    await this.settings.store.underLock(async () => {
      await this.settings.store.write(this.next(await this.current(), pair));
      this.unsaved = undefined;
    });
  }

  private async living(): Promise<Living | SendFailure> {
    const now = this.settings.now();
    const fresh = this.lately && now.getTime() - this.lately.at.getTime() < LATELY_MS ? this.lately.tokens : undefined;
    const tokens = fresh ?? (await this.current());
    if (!tokens) return failure('CONFIG', 'OA_NOT_AUTHORISED');
    if (isDue(tokens, now)) return this.renew(tokens.version, false);
    if (!fresh) this.lately = { tokens, at: now };
    return { ok: true, tokens };
  }

  private async current(): Promise<OaTokens | undefined> {
    const stored = await this.settings.store.read();
    return this.unsaved && this.unsaved.version > (stored?.version ?? 0) ? this.unsaved : stored;
  }

  /** `refused`: the service no longer takes the access token, however young it is. */
  private renew(seen: number, refused: boolean): Promise<Living | SendFailure> {
    this.lately = undefined;
    return this.settings.store.underLock(async () => {
      await this.saveUnsaved();
      const tokens = await this.current();
      if (!tokens) return failure('CONFIG', 'OA_NOT_AUTHORISED');
      if (tokens.version !== seen) return { ok: true, tokens };
      if (tokens.dead) return failure('REAUTH', 'OA_REAUTHORISE');
      if (!refused && !isDue(tokens, this.settings.now())) return { ok: true, tokens };
      return this.ask(tokens, refused);
    });
  }

  private async ask(tokens: OaTokens, refused: boolean): Promise<Living | SendFailure> {
    const { store, refresh, now, alarm } = this.settings;
    const asked: OaTokens = { ...tokens, askedAt: now() };
    await store.write(asked);
    const pair = await refresh(tokens.refreshToken);
    if (pair.ok) {
      const next = this.next(tokens, pair);
      this.unsaved = next;
      await this.saveUnsaved();
      return { ok: true, tokens: next };
    }
    const failed: OaTokens = {
      ...asked,
      failures: tokens.failures + 1,
      failedAt: now(),
      dead: pair.cls === 'REAUTH',
      askedAt: pair.cls === 'AMBIGUOUS' ? asked.askedAt : undefined,
    };
    await store.write(failed);
    if (failed.dead || failed.failures >= 2) alarm?.(healthOf(failed));
    if (!refused && now() < tokens.expiresAt) return { ok: true, tokens: failed };
    return pair.cls === 'AMBIGUOUS' ? failure('RETRYABLE', pair.code) : pair;
  }

  private next(before: OaTokens | undefined, pair: TokenPair): OaTokens {
    const issuedAt = this.settings.now();
    return {
      accessToken: pair.accessToken,
      refreshToken: pair.refreshToken,
      issuedAt,
      expiresAt: new Date(issuedAt.getTime() + pair.expiresInSeconds * 1000),
      version: (before?.version ?? 0) + 1,
      failures: 0,
      dead: false,
      previousRefreshToken: before?.refreshToken,
    };
  }

  /** The pair stays in memory, and in use, until the store has it. */
  private async saveUnsaved(): Promise<void> {
    const pair = this.unsaved;
    for (let left = pair ? WRITES : 0; pair && left > 0; left -= 1) {
      try {
        await this.settings.store.write(pair);
        this.unsaved = undefined;
        return;
      } catch {
        // Tried again, now or by the next one who takes the lock.
      }
    }
  }
}

/** Half of the life is over; after a failure it rests a minute, and what is dead is used to its end. */
function isDue({ issuedAt, expiresAt, failedAt, dead }: OaTokens, now: Date): boolean {
  if (now >= expiresAt) return true;
  if (dead || (failedAt && now.getTime() - failedAt.getTime() < REST_MS)) return false;
  return now.getTime() - issuedAt.getTime() >= (expiresAt.getTime() - issuedAt.getTime()) / 2;
}

export function healthOf(tokens: OaTokens | undefined): TokenHealth {
  if (!tokens) return { state: 'missing', expiresAt: null, failures: 0 };
  const { expiresAt, failures, dead, askedAt } = tokens;
  const living = failures > 0 ? 'refresh-failing' : askedAt ? 'answer-lost' : 'ok';
  return { state: dead ? 'reauthorise' : living, expiresAt, failures };
}

/** The health of a channel that stands on these tokens. */
export async function tokenChannelHealth(tokens: TokenSource): Promise<Health> {
  try {
    const { state } = await tokens.health();
    if (state === 'missing') return { state: 'off', detail: 'OA_NOT_AUTHORISED' };
    return state === 'reauthorise'
      ? { state: 'down', detail: 'OA_REAUTHORISE' }
      : { state: 'ok', detail: state === 'ok' ? null : state };
  } catch {
    return { state: 'down', detail: 'TOKEN_STORE' };
  }
}
