import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Database } from '#platform/database';
import { agencyErrors } from '../../membership.errors.ts';
import { LoginAttempts } from '../passwords/login-attempts.ts';
import { Sessions, type SignedIn } from '../sessions/sessions.ts';
import { AgencyAccounts } from './agency-accounts.ts';
import { AgencyProvider } from './agency-provider.ts';
import { AgencyTickets } from './agency-tickets.ts';

/**
 * An officer comes back from the agency's page. The account signs in whom an administrator has tied it to, by no name, number
 * or address; the second factor of that person is asked as after a password.
 */
@Injectable()
export class SignInWithAgency {
  constructor(
    private readonly database: Database,
    private readonly provider: AgencyProvider,
    private readonly tickets: AgencyTickets,
    private readonly accounts: AgencyAccounts,
    private readonly sessions: Sessions,
    private readonly attempts: LoginAttempts,
  ) {}

  /**
   * @param address of the caller
   * @throws agency.off, agency.over, agency.unreachable, agency.notProven, agency.waits, agency.notOurs, access.tooManyTries
   */
  async execute(
    { answer, ticket, device }: RouteBody<typeof routes.signInWithAgency>,
    address: string,
  ): Promise<SignedIn> {
    if (!this.provider.isOn) throw agencyErrors.off();
    const question = await this.tickets.take(ticket);
    // Each costs a question to the provider, before anybody is known.
    const succeeded = await this.attempts.begin({ login: `agency ${address}`, people: [], address });
    const identity = await this.provider.identityOf(answer, question);
    const { id, personId, decidedAt } = await this.accounts.seen(identity);
    await succeeded(id);
    if (!personId) throw decidedAt ? agencyErrors.notOurs() : agencyErrors.waits();
    return this.database.tx(async (tx) => {
      const signedIn = await this.sessions.open(tx, personId, { device, by: 'agency' });
      await this.accounts.keepSession(tx, signedIn.sessionId, id, identity.idToken);
      return signedIn;
    });
  }
}
