import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { InviteRights } from '../../../people/people/invite-rights.ts';
import { type AccountRow, AccountStore, accountColumns } from '../account-store.ts';
import type { WaitingRow } from './link-candidates.ts';

/** What an officer's word does to the account that waits, and to those that were stopped because of its number. */
@Injectable()
export class LinkByOfficer {
  constructor(
    private readonly accounts: AccountStore,
    private readonly rights: InviteRights,
  ) {}

  /** The number is this account's now: accounts that had proved it before end. */
  async link(tx: Tx, actor: Actor, request: WaitingRow, personId: string): Promise<true> {
    await this.rights.requireForAccount(actor, personId);
    await this.accounts.end(tx, await this.stopped(tx, request), 'number_reused', actor);
    const account = { space: request.space, scope: request.scope, externalId: request.externalId };
    await this.accounts.link(tx, { account, personId, proof: 'officer', phone: request.phoneE164 ?? undefined }, actor);
    // An officer has said whose number it is: it may prove its person from now on.
    await execute(
      tx,
      sql`update phones set state = 'ok', unproven_since = null where person_id = ${personId} and e164 = ${request.phoneE164}
        and replaced_at is null`,
    );
    return true;
  }

  /** The new account is nobody's; those stopped go on, without the number that is theirs no more. */
  async releaseStopped(tx: Tx, request: WaitingRow): Promise<void> {
    const ids = (await this.stopped(tx, request)).map(({ id }) => id);
    await execute(tx, sql`update linked_accounts set suspended_at = null, phone_e164 = null where id = any(${ids})`);
  }

  private stopped(tx: Tx, { space, scope, externalId, phoneE164 }: WaitingRow): Promise<AccountRow[]> {
    return rowsOf(
      tx,
      sql`select ${accountColumns} from linked_accounts a
        where a.space = ${space} and a.scope = ${scope} and a.external_id <> ${externalId} and a.phone_e164 = ${phoneE164}
          and a.suspended_at is not null and a.ended_at is null for update`,
    );
  }
}
