import { Injectable } from '@nestjs/common';
import type { Assertion } from '#contracts/access/passkeys';
import type { Actor } from '#platform/auth';
import { AccessActs } from '#platform/trail';
import { accessErrors } from '../../../membership.errors.ts';
import { LoginAttempts } from '../../passwords/login-attempts.ts';
import { Sessions } from '../../sessions/sessions.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';
import { PasskeyStore } from './passkey-store.ts';
import { RelyingParty } from './relying-party.ts';

type Outcome = 'right' | 'wrong' | 'copied';

/** A key of the person has signed what this session was asked, and counted on. */
@Injectable()
export class CheckPasskey {
  constructor(
    private readonly party: RelyingParty,
    private readonly keys: PasskeyStore,
    private readonly challenges: PasskeyChallenges,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly acts: AccessActs,
  ) {}

  /**
   * @param address of the caller
   * @throws access.wrongKey at `passkey`, access.tooManyTries
   */
  async execute(actor: Actor, shown: Assertion, address: string): Promise<void> {
    const { personId, sessionId } = actor;
    const alone = `key ${personId}`;
    const succeeded = await this.attempts.begin({ alone, people: [], session: sessionId, address });
    const outcome = await this.outcomeOf(actor, shown);
    if (outcome === 'right') return succeeded(personId);
    const unitId = await this.sessions.placeOf(personId);
    const what = outcome === 'copied' ? 'passkey_copied' : 'passkey';
    await this.acts.note({ personId }, { kind: 'refused', what, unitId, byUnitId: unitId });
    throw accessErrors.wrongKey({ path: 'passkey' });
  }

  private async outcomeOf({ personId, sessionId }: Actor, shown: Assertion): Promise<Outcome> {
    const challenge = await this.challenges.take(sessionId, 'show');
    const id = Buffer.from(shown.id, 'base64url');
    const key = (await this.keys.ofPerson(personId)).find(({ credentialId }) => credentialId.equals(id));
    if (!challenge || !key) return 'wrong';
    const counter = await this.party.signed({ ...shown, clientExtensionResults: {} }, challenge, key);
    if (counter === undefined) return 'wrong';
    return (await this.keys.use(key.id, counter)) ? 'right' : 'copied';
  }
}
