/**
 * What keys are made for and what they sign for: the origin of PUBLIC_URL and its domain. A key made for one domain signs for
 * no other, whatever page asks, which is why it cannot be shown to a copy of the sign-in page.
 */
import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { ENV, type Env } from '#platform/config';

/** ES256, EdDSA, RS256: what browsers and keys of today make. */
export const ALGORITHMS = [-7, -8, -257];

/** Certificates, curves and CBOR come with the first key. */
const library = () => import('@simplewebauthn/server');

export interface KeyOfPerson {
  credentialId: Buffer;
  publicKey: Buffer;
  transports: string[];
}

@Injectable()
export class RelyingParty {
  /** Undefined where browsers make no keys: without TLS, and at an address without a name. */
  readonly id: string | undefined;
  private readonly origin: string;

  constructor(@Inject(ENV) { PUBLIC_URL, PASSKEY_RP_ID }: Pick<Env, 'PUBLIC_URL' | 'PASSKEY_RP_ID'>) {
    const url = new URL(PUBLIC_URL);
    this.origin = url.origin;
    if (PASSKEY_RP_ID !== undefined && !`.${url.hostname}`.endsWith(`.${PASSKEY_RP_ID}`))
      throw new Error('PASSKEY_RP_ID is neither the host of PUBLIC_URL nor a domain above it');
    this.id = canHaveKeys(url) ? (PASSKEY_RP_ID ?? url.hostname) : undefined;
  }

  /** The key that was made; undefined for what was made for another page, another question, or without looking who it is. */
  async made(
    response: RegistrationResponseJSON,
    challenge: string,
  ): Promise<(KeyOfPerson & { counter: number }) | undefined> {
    if (this.id === undefined) return undefined;
    const { verifyRegistrationResponse } = await library();
    const checked = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => undefined);
    if (!checked?.verified) return undefined;
    const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
    return { credentialId: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), counter, transports };
  }

  /** How often the key says that it has signed, now included; undefined as above, and for another key's signature. */
  async signed(response: AuthenticationResponseJSON, challenge: string, key: KeyOfPerson): Promise<number | undefined> {
    if (this.id === undefined) return undefined;
    const { verifyAuthenticationResponse } = await library();
    const checked = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      requireUserVerification: true,
      // Whether it went on is asked where it is written, so that of two at once one gets in.
      credential: { id: response.id, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    }).catch(() => undefined);
    return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
  }
}

function canHaveKeys({ protocol, hostname }: URL): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true;
  return protocol === 'https:' && isIP(hostname) === 0 && !hostname.startsWith('[');
}
