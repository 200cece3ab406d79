/**
 * Ids of a platform's accounts mean something only within one bot, app or Official Account. Which one it is comes from the
 * environment; the row written at start lets plain SQL tell accounts of today's bot from those of an earlier one.
 */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type AccountSpace, accountSpaces } from '#contracts/enums';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { accountErrors } from '../../membership.errors.ts';

/** An account's id with all that makes it unique. */
export interface AccountKey {
  space: AccountSpace;
  scope: string;
  externalId: string;
}

@Injectable()
export class AccountScopes implements OnApplicationBootstrap {
  private readonly scopes: Record<AccountSpace, string | undefined>;

  constructor(
    private readonly database: Database,
    @Inject(ENV) env: Env,
  ) {
    const before = (token: string | undefined) => token?.split(':')[0];
    this.scopes = {
      telegram: before(env.TELEGRAM_BOT_TOKEN) ?? env.TELEGRAM_BOT_ID,
      'zalo-app': env.ZALO_APP_ID,
      'zalo-oa': env.ZALO_OA_ID ?? env.ZALO_APP_ID,
      'zalo-bot': before(env.ZALO_BOT_TOKEN),
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    const known = accountSpaces.filter((space) => this.scopes[space]);
    await this.database.rows(
      sql`insert into account_scopes (space, scope) select *
        from unnest(${known}::text[], ${known.map((space) => this.scopes[space])}::text[])
       on conflict (space) do update set scope = excluded.scope where account_scopes.scope <> excluded.scope`,
    );
  }

  find(space: AccountSpace, externalId: string): AccountKey | undefined {
    const scope = this.scopes[space];
    return scope === undefined ? undefined : { space, scope, externalId };
  }

  /** @throws account.spaceOff */
  keyOf(space: AccountSpace, externalId: string): AccountKey {
    const key = this.find(space, externalId);
    if (!key) throw accountErrors.spaceOff();
    return key;
  }
}
