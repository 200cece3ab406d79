import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { accessErrors } from '../../../membership.errors.ts';
import { CHALLENGE_MS, PasskeyChallenges } from './passkey-challenges.ts';
import { PasskeyStore } from './passkey-store.ts';
import { RelyingParty } from './relying-party.ts';
import { toDescriptor } from './start-passkey.ts';

/** What a key of the person is to sign: to come in, and before what weighs much. */
@Injectable()
export class AskPasskey {
  constructor(
    private readonly party: RelyingParty,
    private readonly keys: PasskeyStore,
    private readonly challenges: PasskeyChallenges,
  ) {}

  /** @throws access.keysOff, access.keyNone */
  async execute({ personId, sessionId }: Actor): Promise<RouteAnswer<typeof routes.askPasskey>> {
    const { id } = this.party;
    if (id === undefined) throw accessErrors.keysOff();
    const keys = await this.keys.ofPerson(personId);
    if (keys.length === 0) throw accessErrors.keyNone();
    return {
      challenge: await this.challenges.make(sessionId, 'show'),
      rpId: id,
      timeout: CHALLENGE_MS,
      userVerification: 'required',
      allowCredentials: keys.map(toDescriptor),
    };
  }
}
