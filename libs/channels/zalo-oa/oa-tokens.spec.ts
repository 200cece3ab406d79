import type { SendFailure } from '../channel.ts';
import { failure } from './call-zalo.ts';
import type { TokenPair } from './oa-oauth.ts';
import { type OaTokens, OaTokenSource, type TokenStore } from './oa-tokens.ts';

const HOUR = 3_600_000;
let clock: number;
const now = () => new Date(clock);

/** One row in memory under one lock, as all processes see it. */
class MemoryStore implements TokenStore {
  row: OaTokens | undefined;
  /** Writes that fail from now on. */
  broken = 0;
  private tail: Promise<unknown> = Promise.resolve();

  async read() {
    return this.row && { ...this.row };
  }

  async write(tokens: OaTokens) {
    if (this.broken > 0) {
      this.broken -= 1;
      throw new Error('the database is gone');
    }
    this.row = { ...tokens };
  }

  underLock<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(work);
    this.tail = turn.catch(() => undefined);
    return turn;
  }
}

/** Zalo's side: a refresh token works once, and a new pair kills the old access token. */
class Service {
  living = 'access-0000';
  refreshToken = 'refresh-0000';
  calls = 0;
  answer: 'pair' | 'error-body' | 'cut-off-after' | 'cut-off-before' | 'crash-after' = 'pair';

  refresh = async (refreshToken: string): Promise<TokenPair | SendFailure> => {
    this.calls += 1;
    if (this.answer === 'cut-off-before') return failure('AMBIGUOUS', 'CUT_OFF');
    if (this.answer === 'error-body') return failure('RETRYABLE', 'OAUTH_ERROR');
    if (refreshToken !== this.refreshToken) return failure('REAUTH', '-14020');
    this.living = `access-${1000 + this.calls}`;
    this.refreshToken = `refresh-${1000 + this.calls}`;
    if (this.answer === 'cut-off-after') return failure('AMBIGUOUS', 'CUT_OFF');
    if (this.answer === 'crash-after') throw new Error('killed');
    return { ok: true, accessToken: this.living, refreshToken: this.refreshToken, expiresInSeconds: 90_000 };
  };
}

let store: MemoryStore;
let service: Service;
let alarms: string[];
const source = () =>
  new OaTokenSource({ store, refresh: service.refresh, now, alarm: ({ state }) => alarms.push(state) });
const use = (tokens: OaTokenSource) =>
  tokens.withToken(
    async (token) => token === service.living,
    (taken) => taken === false,
  );

beforeEach(() => {
  clock = Date.parse('2026-11-25T01:00:00Z');
  store = new MemoryStore();
  service = new Service();
  alarms = [];
  store.row = {
    accessToken: service.living,
    refreshToken: service.refreshToken,
    issuedAt: now(),
    expiresAt: new Date(clock + 25 * HOUR),
    version: 1,
    failures: 0,
    dead: false,
  };
});

describe('the tokens of an Official Account', () => {
  it('are left alone in the first half of their life and renewed in the second', async () => {
    clock += 12 * HOUR;
    expect(await use(source())).toBe(true);
    expect(service.calls).toBe(0);
    clock += HOUR;
    expect(await use(source())).toBe(true);
    expect([service.calls, store.row?.version, store.row?.previousRefreshToken]).toEqual([1, 2, 'refresh-0000']);
  });

  it('are read once for many messages, and anew after half a minute', async () => {
    let reads = 0;
    const read = store.read.bind(store);
    store.read = () => {
      reads += 1;
      return read();
    };
    const tokens = source();
    for (let sent = 0; sent < 50; sent += 1) await use(tokens);
    expect(reads).toBe(1);
    clock += 31_000;
    await use(tokens);
    expect(reads).toBe(2);
  });

  it('are taken from the row when another process has renewed them', async () => {
    const [one, other] = [source(), source()];
    await use(one);
    clock += 13 * HOUR;
    await use(other);
    clock -= 13 * HOUR;
    expect(await use(one)).toBe(true);
    expect(service.calls).toBe(1);
  });

  it('are renewed once when many processes find them over at the same time', async () => {
    clock += 26 * HOUR;
    const processes = Array.from({ length: 20 }, source);
    expect(await Promise.all(processes.map(use))).toEqual(processes.map(() => true));
    expect(service.calls).toBe(1);
  });

  it('are renewed once when the service refuses a young one to many at the same time', async () => {
    service.living = 'access-9999';
    const processes = Array.from({ length: 5 }, source);
    expect(await Promise.all(processes.map(use))).toEqual(processes.map(() => true));
    expect(service.calls).toBe(1);
  });

  it('survive an error body: nothing is overwritten, and the old token serves on', async () => {
    clock += 13 * HOUR;
    service.answer = 'error-body';
    expect(await use(source())).toBe(true);
    expect(store.row).toMatchObject({
      accessToken: 'access-0000',
      refreshToken: 'refresh-0000',
      version: 1,
      failures: 1,
    });
    await use(source());
    expect(service.calls).toBe(1);
    clock += 61_000;
    service.answer = 'pair';
    expect(await use(source())).toBe(true);
    expect(await source().health()).toMatchObject({ state: 'ok', failures: 0 });
  });

  it('call a person after the second failure', async () => {
    clock += 13 * HOUR;
    service.answer = 'error-body';
    await use(source());
    expect(alarms).toEqual([]);
    clock += 61_000;
    await use(source());
    expect(alarms).toEqual(['refresh-failing']);
  });

  it('survive a cut-off before the service took the refresh token', async () => {
    clock += 26 * HOUR;
    service.answer = 'cut-off-before';
    expect(await use(source())).toMatchObject({ ok: false, cls: 'RETRYABLE' });
    service.answer = 'pair';
    expect(await use(source())).toBe(true);
  });

  it('say that a person must authorise when the answer was lost after the service took it', async () => {
    clock += 26 * HOUR;
    service.answer = 'cut-off-after';
    expect(await use(source())).toMatchObject({ ok: false, cls: 'RETRYABLE' });
    service.answer = 'pair';
    expect(await use(source())).toMatchObject({ ok: false, cls: 'REAUTH', code: '-14020' });
    expect(await use(source())).toMatchObject({ ok: false, cls: 'REAUTH', code: 'OA_REAUTHORISE' });
    expect([service.calls, alarms]).toEqual([2, ['reauthorise']]);
  });

  it('show a lost answer after a process died between the answer and the write', async () => {
    clock += 26 * HOUR;
    service.answer = 'crash-after';
    expect(await use(source())).toMatchObject({ ok: false, cls: 'RETRYABLE', code: 'TOKEN_STORE' });
    expect(await source().health()).toMatchObject({ state: 'answer-lost' });
    service.answer = 'pair';
    expect(await use(source())).toMatchObject({ ok: false, cls: 'REAUTH' });
  });

  it('are kept in memory, and used, while the store cannot be written', async () => {
    clock += 26 * HOUR;
    const tokens = source();
    const write = store.write.bind(store);
    let writes = 0;
    store.write = async (row) => {
      writes += 1;
      if (writes > 1 && writes < 6) throw new Error('the database is gone');
      await write(row);
    };
    expect(await use(tokens)).toBe(true);
    expect(store.row?.version).toBe(1);
    expect(await use(tokens)).toBe(true);
    clock += 13 * HOUR;
    expect(await use(tokens)).toBe(true);
    expect(store.row?.accessToken).toBe(service.living);
  });

  it('do not break the caller when the store is gone', async () => {
    clock += 26 * HOUR;
    store.broken = 1;
    expect(await use(source())).toMatchObject({ ok: false, cls: 'RETRYABLE', code: 'TOKEN_STORE' });
    expect(service.calls).toBe(0);
  });

  it('serve to their end when only the refresh token is over', async () => {
    clock += 13 * HOUR;
    service.refreshToken = 'refresh-other';
    expect(await use(source())).toBe(true);
    expect(alarms).toEqual(['reauthorise']);
    clock += 13 * HOUR;
    expect(await use(source())).toMatchObject({ cls: 'REAUTH' });
    expect(service.calls).toBe(1);
  });

  it('are missing until somebody authorises, and living after', async () => {
    store.row = undefined;
    expect(await use(source())).toMatchObject({ cls: 'CONFIG', code: 'OA_NOT_AUTHORISED' });
    await source().adopt({
      ok: true,
      accessToken: service.living,
      refreshToken: 'refresh-0000',
      expiresInSeconds: 90_000,
    });
    expect(await use(source())).toBe(true);
  });
});
