import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { qrSvg } from '#qr';
import { CheckCode } from './check-code.ts';
import { FactorStore } from './factor-store.ts';
import { base32, enrolmentLink, newSecret } from './totp.ts';

/** A secret for the person's authenticator. It stands for nothing until the first code; one that stands goes on until then. */
@Injectable()
export class StartSecondFactor {
  constructor(
    private readonly factors: FactorStore,
    private readonly check: CheckCode,
  ) {}

  /** @throws access.wrongCode where another one stands and its code is missing or wrong, access.tooManyTries */
  async execute(
    { personId, fullName }: Actor,
    { code }: RouteBody<typeof routes.startSecondFactor>,
    address: string,
  ): Promise<RouteAnswer<typeof routes.startSecondFactor>> {
    if (await this.factors.confirmed(personId)) await this.check.execute(personId, code ?? '', address);
    const secret = newSecret();
    await this.factors.begin(personId, secret);
    const link = enrolmentLink(secret, fullName);
    return { secret: base32(secret), link, qrSvg: qrSvg(link, { border: 2 }), name: fullName };
  }
}
