/**
 * The identity provider of the agency, by OpenID Connect: code flow with PKCE, state and nonce. What it says is believed when
 * its signature, issuer, audience, nonce and time are right; all of that is openid-client's part.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { ClientAuth, Configuration } from 'openid-client';
import { ENV, type Env } from '#platform/config';
import { Log } from '#platform/logging';
import { agencyErrors } from '../../membership.errors.ts';

/** What a sign-in was begun with. */
export interface AgencyQuestion {
  state: string;
  nonce: string;
  verifier: string;
}

export interface AgencyIdentity {
  issuer: string;
  subject: string;
  name: string;
  email: string;
  idToken: string;
}

const SECONDS = 10;
/** The library comes with the first sign-in. */
const library = () => import('openid-client');
/** What is shown of a name. */
const LONGEST = 200;

@Injectable()
export class AgencyProvider {
  /** Where people come back to, after signing in and after signing out: the console's own page. */
  private readonly home: string;
  private known: Promise<Configuration> | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly log: Log,
  ) {
    this.home = new URL('/console/', env.PUBLIC_URL).href;
  }

  get isOn(): boolean {
    return this.env.OIDC_ISSUER !== undefined && this.env.OIDC_CLIENT_ID !== undefined;
  }

  /** The page at which the person signs in. @throws agency.off, agency.unreachable */
  async signInUrl({ state, nonce, verifier }: AgencyQuestion): Promise<string> {
    const oidc = await library();
    const url = oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.home,
      scope: 'openid profile email',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  /**
   * @param answer the query with which the provider sent the person back
   * @throws agency.off, agency.unreachable, agency.notProven
   */
  async identityOf(answer: string, { state, nonce, verifier }: AgencyQuestion): Promise<AgencyIdentity> {
    const oidc = await library();
    const configuration = await this.configuration();
    const back = new URL(this.home);
    back.search = answer;
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims || !tokens.id_token) throw agencyErrors.notProven();
      const { iss: issuer, sub: subject } = claims;
      const said = claims.name ? claims : await this.moreOf(configuration, tokens.access_token, subject);
      const { name, preferred_username: called, email } = said;
      const shown = { name: textOf(name) || textOf(called), email: textOf(email) };
      return { issuer, subject, ...shown, idToken: tokens.id_token };
    } catch (error) {
      this.log.warn({ reason: reasonOf(error) }, 'what the identity provider answered was not taken');
      throw agencyErrors.notProven();
    }
  }

  /** Some tell the name only here. It is shown to the administrator, no more: without it the sign-in goes on. */
  private async moreOf(configuration: Configuration, token: string, subject: string) {
    const none: Record<string, unknown> = {};
    if (!configuration.serverMetadata().userinfo_endpoint) return none;
    const oidc = await library();
    return oidc.fetchUserInfo(configuration, token, subject).catch(() => none);
  }

  /** Where the person is signed out there too; null when the provider has no such page or cannot be asked. */
  async signOutUrl(idToken: string): Promise<string | null> {
    try {
      const oidc = await library();
      const configuration = await this.configuration();
      if (!configuration.serverMetadata().end_session_endpoint) return null;
      const query = { id_token_hint: idToken, post_logout_redirect_uri: this.home };
      return oidc.buildEndSessionUrl(configuration, query).href;
    } catch {
      return null;
    }
  }

  /** Asked once; what failed is asked again the next time. @throws agency.off, agency.unreachable */
  private async configuration(): Promise<Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.env;
    if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw agencyErrors.off();
    this.known ??= discover(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET);
    try {
      return await this.known;
    } catch (error) {
      this.known = undefined;
      this.log.warn({ reason: reasonOf(error) }, 'the identity provider cannot be asked');
      throw agencyErrors.unreachable();
    }
  }
}

async function discover(issuer: URL, clientId: string, secret: string | undefined): Promise<Configuration> {
  const oidc = await library();
  // Without TLS it is on this machine (env.ts).
  const asTold = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(issuer, clientId, undefined, await clientAuth(secret), {
    timeout: SECONDS,
    // Signatures too, not only the connection to the provider.
    execute: [oidc.enableNonRepudiationChecks, ...asTold],
  });
}

/** In the request's body where the provider takes it there, else in its head, which each has to take. */
async function clientAuth(secret: string | undefined): Promise<ClientAuth> {
  const oidc = await library();
  if (secret === undefined) return oidc.None();
  const [inBody, inHead] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)];
  return (server, client, body, headers) => {
    const takesBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    return (takesBody ? inBody : inHead)(server, client, body, headers);
  };
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim.replaceAll('\0', '').trim().slice(0, LONGEST) : '';
}

/** Its code, no words: they may hold what somebody sent. */
function reasonOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}
