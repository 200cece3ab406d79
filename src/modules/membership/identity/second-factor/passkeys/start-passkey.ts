import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { accessErrors } from '../../../membership.errors.ts';
import { RecentProof } from '../recent-proof.ts';
import { CHALLENGE_MS, PasskeyChallenges } from './passkey-challenges.ts';
import { PasskeyStore } from './passkey-store.ts';
import { ALGORITHMS, RelyingParty } from './relying-party.ts';

/** Of one person. */
export const MOST_KEYS = 10;

/** What the browser is told to make a key of. */
@Injectable()
export class StartPasskey {
  constructor(
    private readonly party: RelyingParty,
    private readonly keys: PasskeyStore,
    private readonly challenges: PasskeyChallenges,
    private readonly proof: RecentProof,
  ) {}

  /** @throws access.keysOff, access.tooManyKeys, platform.proofNeeded where a second factor stands */
  async execute(actor: Actor): Promise<RouteAnswer<typeof routes.startPasskey>> {
    const { id } = this.party;
    if (id === undefined) throw accessErrors.keysOff();
    await this.proof.require(actor);
    const { personId, fullName, sessionId } = actor;
    const keys = await this.keys.ofPerson(personId);
    if (keys.length >= MOST_KEYS) throw accessErrors.tooManyKeys({ most: MOST_KEYS });
    return {
      challenge: await this.challenges.make(sessionId, 'add'),
      rp: { id, name: 'Tổ Số' },
      user: { id: Buffer.from(personId).toString('base64url'), name: fullName, displayName: fullName },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      timeout: CHALLENGE_MS,
      attestation: 'none',
      excludeCredentials: keys.map(toDescriptor),
      // It stands beside a password, which says who it is: it need not be found without one.
      authenticatorSelection: { residentKey: 'discouraged', requireResidentKey: false, userVerification: 'required' },
    };
  }
}

export function toDescriptor({ credentialId, transports }: { credentialId: Buffer; transports: string[] }) {
  return { type: 'public-key' as const, id: credentialId.toString('base64url'), transports };
}
