import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { qrSvg } from '#qr';
import { FactorStore } from './factor-store.ts';
import { RecentProof } from './recent-proof.ts';
import { base32, enrolmentLink, newSecret } from './totp.ts';

/** A secret for the person's authenticator. It stands for nothing until the first code; one that stands goes on until then. */
@Injectable()
export class StartSecondFactor {
  constructor(
    private readonly factors: FactorStore,
    private readonly proof: RecentProof,
  ) {}

  /** @throws platform.proofNeeded where another one stands */
  async execute(actor: Actor): Promise<RouteAnswer<typeof routes.startSecondFactor>> {
    const { personId, fullName } = actor;
    await this.proof.require(actor);
    const secret = newSecret();
    await this.factors.begin(personId, secret);
    const link = enrolmentLink(secret, fullName);
    return { secret: base32(secret), link, qrSvg: qrSvg(link, { border: 2 }), name: fullName };
  }
}
