import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { agencyErrors } from '../../membership.errors.ts';
import { agencyDecided } from '../../membership.events.ts';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { InviteRights } from '../../people/people/invite-rights.ts';
import { AgencyAccounts } from './agency-accounts.ts';

/**
 * An administrator says whose account of the agency's provider it is. Whoever ties it lets its holder act as the person, so it
 * takes what taking off a second factor takes: above all the person's places, and never for oneself.
 */
@Injectable()
export class DecideAgencyAccount {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly rights: InviteRights,
    private readonly people: PeopleQueries,
    private readonly accounts: AgencyAccounts,
    private readonly outbox: Outbox,
  ) {}

  /** @throws platform.denied, platform.notFound, link.superiorDecides, agency.notFound, agency.tiedAlready */
  async execute(actor: Actor, accountId: string, given: string | null): Promise<void> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const personId = given === null ? null : await this.people.current(given);
    if (personId) await this.rights.requireAbove(actor, personId);
    await this.database.tx(async (tx) => {
      const account = await this.accounts.lock(tx, accountId);
      if (!account) throw agencyErrors.notFound();
      if (account.personId) throw agencyErrors.tiedAlready();
      await this.accounts.decide(tx, accountId, personId, actor.personId);
      await this.outbox.append(tx, agencyDecided({ accountId, ...(personId && { personId }) }), actor);
    });
  }
}
