import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { rowsOf, type Tx } from '#platform/database';
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
    await tx.query(
      `update phones set state = 'ok', unproven_since = null where person_id = $1 and e164 = $2 and replaced_at is null`,
      [personId, request.phone_e164],
    );
    return true;
  }

  /** The new account is nobody's; those stopped go on, without the number that is theirs no more. */
  async releaseStopped(tx: Tx, request: WaitingRow): Promise<void> {
    const ids = (await this.stopped(tx, request)).map(({ id }) => id);
    await tx.query('update linked_accounts set suspended_at = null, phone_e164 = null where id = any($1)', [ids]);
  }

  private stopped(tx: Tx, { space, scope, external_id, phone_e164 }: WaitingRow): Promise<AccountRow[]> {
    return rowsOf(
      tx,
      `select id, person_id, space, scope, external_id, proof, suspended_at, doubted_at from linked_accounts
        where space = $1 and scope = $2 and external_id <> $3 and phone_e164 = $4 and suspended_at is not null and ended_at is null for update`,
      [space, scope, external_id, phone_e164],
    );
  }
}
