import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { hashToken, IdentityPort } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { ReadMe } from '../read-me.ts';
import type { SignedIn } from './sessions.ts';

/** The answer to a sign-in: the token, and who the person is. */
@Injectable()
export class SessionPresenter {
  constructor(
    private readonly readMe: ReadMe,
    private readonly identity: IdentityPort,
  ) {}

  async of({ token, expiresAt, deviceKey }: SignedIn): Promise<RouteAnswer<typeof routes.acceptInvite>> {
    const actor = await this.identity.resolve(hashToken(token));
    if (!actor) throw platformErrors.signInNeeded();
    const me = await this.readMe.execute(actor);
    return { token, expiresAt: expiresAt.toISOString(), me, ...(deviceKey && { deviceKey }) };
  }
}
