import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { CheckPasskey } from './passkeys/check-passkey.ts';
import type { ShownFactor } from '../sessions/sessions.ts';
import { CheckCode } from './check-code.ts';

/** Whichever of the second factor's parts somebody shows. */
@Injectable()
export class CheckShown {
  constructor(
    private readonly code: CheckCode,
    private readonly key: CheckPasskey,
  ) {}

  /** @throws access.wrongCode at `code`, access.wrongKey at `passkey`, access.tooManyTries */
  async execute(
    actor: Actor,
    { code, passkey }: RouteBody<typeof routes.proveSignIn>,
    address: string,
  ): Promise<ShownFactor> {
    if (!passkey) return this.code.execute(actor, code ?? '', address);
    await this.key.execute(actor, passkey, address);
    return 'passkey';
  }
}
