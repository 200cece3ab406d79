import { Injectable } from '@nestjs/common';
import type { Attestation } from '#contracts/access/passkeys';
import type { Actor } from '#platform/auth';
import { accessErrors } from '../../../membership.errors.ts';
import { RecentProof } from '../recent-proof.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';
import { type KeyOfPerson, RelyingParty } from './relying-party.ts';

/** What a browser says that it has made, proven by what the session was asked. */
@Injectable()
export class MadeKeys {
  constructor(
    private readonly party: RelyingParty,
    private readonly challenges: PasskeyChallenges,
    private readonly proof: RecentProof,
  ) {}

  /** @throws access.wrongKey at `credential`, platform.proofNeeded where a second factor stands */
  async of(actor: Actor, credential: Attestation): Promise<KeyOfPerson & { counter: number }> {
    await this.proof.require(actor);
    const challenge = await this.challenges.take(actor.sessionId, 'add');
    const key = challenge && (await this.party.made({ ...credential, clientExtensionResults: {} }, challenge));
    if (!key) throw accessErrors.wrongKey({ path: 'credential' });
    return key;
  }
}
