/** What chats and webhooks ask of accounts that are tied: whose one is, ending it, joining two ids of one person. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database, sql, type Tx } from '#platform/database';
import { Actors } from '../../../people/people/actors.ts';
import { type AccountKey, AccountScopes } from '../account-scopes.ts';
import { type AccountRow, AccountStore } from '../account-store.ts';
import { ChatLinks, type ChatAccount } from './chat-links.ts';
import { JoinAccounts } from './join-accounts.ts';

@Injectable()
export class ChatAccounts {
  constructor(
    private readonly database: Database,
    private readonly scopes: AccountScopes,
    private readonly accounts: AccountStore,
    private readonly actors: Actors,
    private readonly joins: JoinAccounts,
    readonly links: ChatLinks,
  ) {}

  /** The person whose account it is; undefined for nobody's, and for one that is suspended or in doubt. */
  async ownerOf({ space, externalId }: ChatAccount): Promise<{ personId: string; accountId: string } | undefined> {
    const key = this.scopes.find(space, externalId);
    const row = key && (await this.accounts.find(this.database.manager, key));
    return row && !row.suspendedAt && !row.doubtedAt ? { personId: row.personId, accountId: row.id } : undefined;
  }

  /** Undefined also when the account is no longer the person's. */
  async actorOf(personId: string, accountId?: string): Promise<Actor | undefined> {
    if (accountId) {
      const row = await this.database.one(
        sql`select 1 from linked_accounts where id = ${accountId} and person_id = ${personId} and ended_at is null
          and suspended_at is null and doubted_at is null`,
      );
      if (!row) return undefined;
    }
    return this.actors.of(personId);
  }

  /** @returns false when nobody has the account */
  end({ space, externalId }: ChatAccount, reason: string): Promise<boolean> {
    return this.change({ space, externalId }, async (tx, row) => {
      if (row) await this.accounts.end(tx, [row], reason, { personId: row.personId });
      return row !== undefined;
    });
  }

  /** The person asks the platform that their data be deleted: all ids under which it knows them end, and nothing of them is kept. */
  withdraw(account: ChatAccount): Promise<boolean> {
    return this.change(account, async (tx, row, key) => {
      const keys = [key, ...(await this.accounts.joined(tx, key))];
      for (const each of keys) {
        const owned = await this.accounts.find(tx, each);
        if (owned) await this.accounts.end(tx, [owned], 'withdrawn', { personId: owned.personId });
      }
      for (const each of keys) await this.accounts.forget(tx, each);
      return row !== undefined;
    });
  }

  join(from: ChatAccount, to: ChatAccount) {
    return this.joins.execute(
      this.scopes.keyOf(from.space, from.externalId),
      this.scopes.keyOf(to.space, to.externalId),
    );
  }

  private async change(
    { space, externalId }: ChatAccount,
    work: (tx: Tx, row: AccountRow | undefined, key: AccountKey) => Promise<boolean>,
  ): Promise<boolean> {
    const key = this.scopes.find(space, externalId);
    if (!key) return false;
    return this.database.tx(async (tx) => {
      await this.accounts.lock(tx, key);
      return work(tx, await this.accounts.find(tx, key), key);
    });
  }
}
