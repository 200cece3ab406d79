import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { InviteRights } from '../../access/invites/invite-rights.ts';
import { type AccountRow, AccountStore } from '../account-store.ts';
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
    const account = { space: request.space, scope: request.scope, externalId: request.external_id };
    await this.accounts.link(
      tx,
      { account, personId, proof: 'officer', phone: request.phone_e164 ?? undefined },
      actor,
    );
    // An officer has said whose number it is: it may prove its person from now on.
    await execute(
      tx,
      sql`update phones set state = 'ok', unproven_since = null where person_id = ${personId} and e164 = ${request.phone_e164}
        and replaced_at is null`,
    );
    return true;
  }

  /** The new account is nobody's; those stopped go on, without the number that is theirs no more. */
  async releaseStopped(tx: Tx, request: WaitingRow): Promise<void> {
    const ids = (await this.stopped(tx, request)).map(({ id }) => id);
    await execute(tx, sql`update linked_accounts set suspended_at = null, phone_e164 = null where id = any(${ids})`);
  }

  private stopped(tx: Tx, { space, scope, external_id, phone_e164 }: WaitingRow): Promise<AccountRow[]> {
    return rowsOf(
      tx,
      sql`select id, person_id, space, scope, external_id, proof, suspended_at, doubted_at from linked_accounts
        where space = ${space} and scope = ${scope} and external_id <> ${external_id} and phone_e164 = ${phone_e164}
          and suspended_at is not null and ended_at is null for update`,
    );
  }
}
