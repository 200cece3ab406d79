import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { accessErrors } from '../../../membership.errors.ts';
import { RecentProof } from '../recent-proof.ts';
import { PasskeyStore } from './passkey-store.ts';

/** By what its owner knows the stick or the machine again. */
@Injectable()
export class RenamePasskey {
  constructor(
    private readonly keys: PasskeyStore,
    private readonly proof: RecentProof,
  ) {}

  /** @throws access.keyNotFound, platform.proofNeeded */
  async execute(actor: Actor, passkeyId: string, name: string): Promise<void> {
    await this.proof.require(actor);
    if (!(await this.keys.rename(actor.personId, passkeyId, name))) throw accessErrors.keyNotFound();
  }
}
