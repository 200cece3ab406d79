import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { type Actor, ActorCache } from '#platform/auth';
import { Database } from '#platform/database';
import { accessErrors } from '../../membership.errors.ts';
import { ReadMe } from '../sessions/read-me.ts';
import { Sessions } from '../sessions/sessions.ts';
import { CheckShown } from './check-shown.ts';

/** The second half of a sign-in: the code or the key after the password, or after an invite. */
@Injectable()
export class ProveSignIn {
  constructor(
    private readonly database: Database,
    private readonly check: CheckShown,
    private readonly sessions: Sessions,
    private readonly readMe: ReadMe,
    private readonly cache: ActorCache,
  ) {}

  /**
   * @param address of the caller
   * @throws access.codeNotAwaited for a session that is whole, access.wrongCode at `code`, access.wrongKey at `passkey`,
   *   access.tooManyTries
   */
  async execute(
    actor: Actor,
    given: RouteBody<typeof routes.proveSignIn>,
    address: string,
  ): Promise<RouteAnswer<typeof routes.proveSignIn>> {
    if (actor.awaits !== 'code') throw accessErrors.codeNotAwaited();
    const shown = await this.check.execute(actor, given, address);
    await this.database.tx((tx) => this.sessions.admit(tx, actor, shown));
    this.cache.forget(actor.personId);
    const me = await this.readMe.execute(actor);
    return { expiresAt: me.session.expiresAt, me };
  }
}
