import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { EndSession } from '../sessions/end-session.ts';
import { AgencyAccounts } from './agency-accounts.ts';
import { AgencyProvider } from './agency-provider.ts';

/** Ends this session, and says where to sign out of the agency's provider too when that has opened it. */
@Injectable()
export class SignOut {
  constructor(
    private readonly ending: EndSession,
    private readonly accounts: AgencyAccounts,
    private readonly provider: AgencyProvider,
  ) {}

  async execute(actor: Actor): Promise<RouteAnswer<typeof routes.leave>> {
    const idToken = await this.accounts.idTokenOf(actor.sessionId);
    await this.ending.execute(actor, actor.sessionId);
    return { next: idToken === undefined ? null : await this.provider.signOutUrl(idToken) };
  }
}
