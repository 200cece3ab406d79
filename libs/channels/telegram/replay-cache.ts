/** Launch data signs in once: a copy of it, taken from a log or a screen, is worth nothing afterwards. */
import { type InitDataKey, type InitDataResult, type InitDataRules, verifyInitData } from './init-data.ts';

export interface ReplayCache {
  /** True for the first use of the key before `expiresAt`, for one caller only, over all processes. */
  firstUse(key: string, expiresAt: Date): Promise<boolean>;
}

/** @returns refused as `replayed` from the second use on; a refused text never reaches the cache */
export async function loginByInitData(
  raw: string,
  key: InitDataKey,
  rules: InitDataRules,
  cache: ReplayCache,
): Promise<InitDataResult> {
  const result = verifyInitData(raw, key, rules);
  if (!result.ok) return result;
  return (await cache.firstUse(result.replayKey, result.expiresAt)) ? result : { ok: false, reason: 'replayed' };
}

/** For one process. Forgets what is too old to be accepted anyway. */
export class MemoryReplayCache implements ReplayCache {
  private readonly used = new Map<string, number>();

  constructor(private readonly now: () => Date) {}

  firstUse(key: string, expiresAt: Date): Promise<boolean> {
    const now = this.now().getTime();
    for (const [old, until] of this.used) if (until <= now) this.used.delete(old);
    if (this.used.has(key)) return Promise.resolve(false);
    this.used.set(key, expiresAt.getTime());
    return Promise.resolve(true);
  }
}
