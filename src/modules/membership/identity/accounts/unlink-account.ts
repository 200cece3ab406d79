import { Injectable } from '@nestjs/common';
import { type Actor, ActorCache } from '#platform/auth';
import { Database } from '#platform/database';
import { accountErrors } from '../../membership.errors.ts';
import { AccountAccess } from './account-access.ts';
import { AccountStore } from './account-store.ts';

/** Takes an account off its person: nothing is sent there any more, and the sessions that it opened end at once. */
@Injectable()
export class UnlinkAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly places: AccountAccess,
    private readonly cache: ActorCache,
  ) {}

  /** @throws account.notFound also for an account of somebody else */
  mine(actor: Actor, accountId: string): Promise<void> {
    return this.end(actor, actor.personId, accountId, 'unlinked');
  }

  /** @throws account.notFound, platform.notFound, platform.denied */
  async ofPerson(actor: Actor, personId: string, accountId: string): Promise<void> {
    await this.places.require(actor, personId);
    await this.end(actor, personId, accountId, 'taken_off');
  }

  private async end(actor: Actor, personId: string, accountId: string, reason: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const account = (await this.accounts.ofPerson(tx, personId)).find(({ id }) => id === accountId);
      if (!account) throw accountErrors.notFound();
      await this.accounts.end(tx, [account], reason, actor);
    });
    this.cache.forget(personId);
  }
}
