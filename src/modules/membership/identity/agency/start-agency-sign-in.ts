import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { agencyErrors } from '../../membership.errors.ts';
import { AgencyProvider } from './agency-provider.ts';
import { AgencyTickets } from './agency-tickets.ts';

/** Where to sign in at the agency, and what this browser shows when it comes back. */
@Injectable()
export class StartAgencySignIn {
  constructor(
    private readonly provider: AgencyProvider,
    private readonly tickets: AgencyTickets,
  ) {}

  /** @throws agency.off, agency.unreachable */
  async execute(): Promise<RouteAnswer<typeof routes.startAgencySignIn>> {
    if (!this.provider.isOn) throw agencyErrors.off();
    const { question, ticket } = await this.tickets.issue();
    return { url: await this.provider.signInUrl(question), ticket };
  }
}
