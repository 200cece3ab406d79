import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { hashToken, IdentityPort } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { ReadMe } from './read-me.ts';
import type { SignedIn } from './sessions.ts';

/** The answer to a sign-in: the token, and who the person is. */
@Injectable()
export class SessionPresenter {
  constructor(
    private readonly readMe: ReadMe,
    private readonly identity: IdentityPort,
  ) {}

  /** Before the code nothing is told of whose account it is: the password may be a stranger's. */
  async of({ token, expiresAt, deviceKey, awaits }: SignedIn): Promise<RouteAnswer<typeof routes.acceptInvite>> {
    const actor = await this.identity.resolve(hashToken(token));
    if (!actor) throw platformErrors.signInNeeded();
    const whole = await this.readMe.execute(awaits ? { ...actor, posts: [], past: [] } : actor);
    const me = awaits ? { ...whole, person: { ...whole.person, fullName: '', email: null, logins: [] } } : whole;
    return {
      token,
      expiresAt: expiresAt.toISOString(),
      me,
      ...(deviceKey && { deviceKey }),
      ...(awaits && { awaits: 'code', ways: awaits }),
    };
  }
}
