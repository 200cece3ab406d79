/** OAuth v4: codes of ten minutes, 25-hour access tokens, refresh tokens that work once. Errors come with HTTP 200. */
import { createHash } from 'node:crypto';
import type { Incoming, Reply, ZaloWorld } from './world.ts';

const MINUTE = 60_000;
const LIFE_SECONDS = 90_000;
const REFRESH_DAYS = 90;

interface Issued {
  access: string;
  refresh: string;
  at: number;
}

const wrong = (error: number, name: string): Reply => ({
  status: 200,
  body: { error, error_name: name, error_reason: name, error_description: name, ref_doc: '' },
});

export class EmulatedOauth {
  private readonly codes = new Map<string, { challenge: string; at: number; used: boolean }>();
  private current: Issued | undefined;
  /** How often a refresh token came that was used before. */
  burnt = 0;

  constructor(private readonly world: ZaloWorld) {}

  /** An administrator gives consent: the code that comes to the callback. */
  consent(challenge: string): string {
    const code = this.world.id('code-');
    this.codes.set(code, { challenge, at: this.time(), used: false });
    return code;
  }

  /** A pair as it would come from the console. */
  issue(): { accessToken: string; refreshToken: string; expiresInSeconds: number } {
    this.current = {
      access: this.world.id('access-token-'),
      refresh: this.world.id('refresh-token-'),
      at: this.time(),
    };
    return { accessToken: this.current.access, refreshToken: this.current.refresh, expiresInSeconds: LIFE_SECONDS };
  }

  /** Why the access token is not taken: 'invalid' or 'expired'. */
  refusal(token: string | undefined): 'invalid' | 'expired' | undefined {
    if (!this.current || token !== this.current.access) return 'invalid';
    return this.time() > this.current.at + LIFE_SECONDS * 1000 ? 'expired' : undefined;
  }

  /** An administrator takes the right back. */
  revoke(): void {
    this.current = undefined;
  }

  handle({ method, path, headers, raw, query }: Incoming): Reply {
    if (method === 'GET' && path === '/v4/oa/permission') return this.permission(query);
    if (method !== 'POST' || path !== '/v4/oa/access_token') return { status: 404, body: 'Not found' };
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      return wrong(-14001, 'Invalid content type');
    const form = new URLSearchParams(raw);
    if (form.get('app_id') !== this.world.settings.appId) return wrong(-14002, 'Invalid app id');
    if (headers.secret_key !== this.world.settings.appSecret) return wrong(-14004, 'Invalid secret key');
    const kind = form.get('grant_type');
    if (kind === 'authorization_code') return this.exchange(form.get('code') ?? '', form.get('code_verifier') ?? '');
    return kind === 'refresh_token' ? this.refresh(form.get('refresh_token')) : wrong(-14005, 'Invalid grant type');
  }

  /** Whoever opens the consent's address is an administrator who agrees. */
  private permission(query: URLSearchParams): Reply {
    const [redirect, challenge] = [query.get('redirect_uri'), query.get('code_challenge')];
    if (query.get('app_id') !== this.world.settings.appId) return wrong(-14002, 'Invalid app id');
    if (!redirect || !challenge) return wrong(-14003, 'Invalid redirect uri');
    const location = new URL(this.world.settings.reach(redirect));
    location.searchParams.set('code', this.consent(challenge));
    location.searchParams.set('oa_id', this.world.settings.oaId);
    location.searchParams.set('state', query.get('state') ?? '');
    return { status: 302, body: '', headers: { location: location.href } };
  }

  private exchange(code: string, verifier: string): Reply {
    const known = this.codes.get(code);
    if (!known || known.used || this.time() > known.at + 10 * MINUTE)
      return wrong(-14010, 'Invalid authorization code');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (!/^[0-9A-Za-z]{43}$/.test(verifier) || challenge !== known.challenge)
      return wrong(-14011, 'Invalid code verifier');
    known.used = true;
    return this.pair();
  }

  private refresh(token: string | null): Reply {
    const { current } = this;
    if (!current || token !== current.refresh || this.time() > current.at + REFRESH_DAYS * 24 * 60 * MINUTE) {
      this.burnt += 1;
      return wrong(-14020, 'Invalid refresh token');
    }
    return this.pair();
  }

  private pair(): Reply {
    const { accessToken, refreshToken, expiresInSeconds } = this.issue();
    return {
      status: 200,
      body: { access_token: accessToken, refresh_token: refreshToken, expires_in: String(expiresInSeconds) },
    };
  }

  private time(): number {
    return this.world.now().getTime();
  }
}
