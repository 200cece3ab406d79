/** An agency's identity provider in this process: the real thing, with somebody who signs in at once, and tokens that can be bent. */
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Its own page asks a font of another host. */
function logoutSource(context: { body: unknown }, form: string): void {
  const page = '<!doctype html><html lang="vi"><title>Cơ quan</title><h1>Thoát khỏi cơ quan?</h1>';
  context.body = `${page}${form}<button form="op.logoutForm" name="logout" value="yes">Thoát</button>`;
}

type Claims = Record<string, unknown>;
export const CLIENT = { id: 'to-so', secret: 'mat-khau-cua-may-chu' } as const;

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Whoever uses a browser: it keeps cookies and follows, as far as the page that it is sent back to. */
export class AgencyVisitor {
  private readonly cookies = new Map<string, string>();

  /** @returns the address that leads away from the provider, or its own last page */
  async follow(url: string, until: string, init: RequestInit = {}): Promise<{ url: string; page: string }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const to = answer.headers.get('location');
    if (!to) return { url, page: await answer.text() };
    const next = new URL(to, url).href;
    return next.startsWith(until) ? { url: next, page: '' } : this.follow(next, until);
  }
}

export class Agency {
  /** Bends the claims of the next id tokens. */
  bend: ((claims: Claims) => Claims) | undefined;
  /** Signs the next id tokens with a key that is not the provider's. */
  forges = false;
  /** How often somebody had to say who they are. */
  asked = 0;
  /** Who that is. */
  account = '';
  private readonly kid = randomUUID();
  private readonly keys = pair();

  private constructor(
    readonly issuer: string,
    readonly home: string,
    private readonly stop: () => Promise<void>,
  ) {}

  /** @param home where people come back to */
  static async start(home: string): Promise<Agency> {
    let listener: RequestListener = (_, answer) => answer.end();
    const server = createServer((request, answer) => void listener(request, answer));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const stop = () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      });
    const agency = new Agency(issuer, home, stop);
    listener = agency.provider().callback();
    return agency;
  }

  /** Of an application that lets its people in. */
  get env(): Record<string, string> {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
  }

  close(): Promise<void> {
    return this.stop();
  }

  /** Signs in at the provider. @returns the query with which it sends back */
  async signIn(url: string, account: string, visitor = new AgencyVisitor()): Promise<string> {
    this.account = account;
    return new URL((await visitor.follow(url, this.home)).url).search.slice(1);
  }

  private provider(): Provider {
    const jwk = { ...this.keys.privateKey.export({ format: 'jwk' }), kid: this.kid, alg: 'ES256', use: 'sig' };
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [this.home],
          post_logout_redirect_uris: [this.home],
          id_token_signed_response_alg: 'ES256',
        },
      ],
      jwks: { keys: [jwk as never] },
      cookies: { keys: [randomUUID()] },
      pkce: { required: () => true },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource } },
      claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, id) => ({
        accountId: id,
        claims: () => ({ sub: id, name: `Cán bộ ${id}`, email: `${id}@co-quan.example` }),
      }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({
          clientId: oidc.client?.clientId,
          accountId: oidc.session?.accountId,
        });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    });
    provider.use(async (context, next) => {
      if (context.path.startsWith('/interaction/')) {
        this.asked += 1;
        context.respond = false;
        await provider.interactionFinished(context.req, context.res, { login: { accountId: this.account } });
        return;
      }
      await next();
      const body = context.body as { id_token?: string } | undefined;
      if (context.path === '/token' && body?.id_token) context.body = { ...body, id_token: this.bent(body.id_token) };
    });
    return provider;
  }

  private bent(token: string): string {
    if (!this.bend && !this.forges) return token;
    const [, payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
    const signed = `${encode({ alg: 'ES256', kid: this.kid })}.${encode(this.bend?.(claims) ?? claims)}`;
    const key = this.forges ? pair().privateKey : this.keys.privateKey;
    const signature = createSign('sha256').update(signed).sign({ key, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  }
}
