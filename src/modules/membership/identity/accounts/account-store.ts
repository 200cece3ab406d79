/** Tying accounts to people, suspending and ending them, inside a transaction of another use case. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { AccountProof } from '#contracts/enums';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { empty, execute, rowsOf, short, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { Sessions } from '../sessions/sessions.ts';
import { accountErrors } from '../../membership.errors.ts';
import { accountEnded, accountLinked, accountSuspended } from '../../membership.events.ts';
import type { AccountKey } from './account-scopes.ts';
import type { LinkedAccount } from './linked-account.entity.ts';

/** An account that has not ended. */
export type AccountRow = Pick<
  LinkedAccount,
  'id' | 'personId' | 'space' | 'scope' | 'externalId' | 'proof' | 'suspendedAt' | 'doubtedAt'
>;

export interface Link {
  account: AccountKey;
  personId: string;
  proof: AccountProof;
  /** E.164, when the platform proved one. */
  phone?: string | undefined;
}

type By = Pick<Actor, 'personId' | 'postId' | 'commandId'>;
/** Of `linked_accounts a`. */
export const accountColumns = sql`a.id, a.person_id as "personId", a.space, a.scope, a.external_id as "externalId", a.proof,
  a.suspended_at as "suspendedAt", a.doubted_at as "doubtedAt"`;

@Injectable()
export class AccountStore {
  constructor(
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param hold 'share': it cannot end or be suspended before this transaction is over */
  async find(tx: Tx, { space, scope, externalId }: AccountKey, hold?: 'share'): Promise<AccountRow | undefined> {
    const [row] = await rowsOf<AccountRow>(
      tx,
      short(sql`select ${accountColumns} from linked_accounts a where a.space = ${space} and a.scope = ${scope}
        and a.external_id = ${externalId} and a.ended_at is null ${hold ? sql`for share` : empty}`),
    );
    return row;
  }

  /** Whoever links, suspends or ends this account meanwhile waits for this transaction. */
  async lock(tx: Tx, { space, scope, externalId }: AccountKey): Promise<void> {
    await execute(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${space} ${scope} ${externalId}`}, 5000))`);
  }

  /**
   * The same account of the same person again renews it. What the platform has joined to the account comes along.
   * @returns the account's id
   * @throws account.taken when it is another person's
   */
  async link(tx: Tx, link: Link, actor?: By): Promise<string> {
    const id = await this.linkOne(tx, link, actor);
    for (const account of await this.joined(tx, link.account)) {
      await this.lock(tx, account);
      const known = await this.find(tx, account);
      if (known && !known.doubtedAt) continue;
      await this.linkOne(tx, { account, personId: link.personId, proof: 'platform' }, actor);
    }
    return id;
  }

  /** Nothing is sent there and nobody signs in with it until an officer has looked. */
  async suspend(tx: Tx, accounts: readonly AccountRow[]): Promise<void> {
    const now = this.clock.now();
    for (const { id, personId } of accounts) {
      await execute(
        tx,
        sql`update linked_accounts set suspended_at = ${now} where id = ${id} and suspended_at is null`,
      );
      await this.sessions.endOfAccounts(tx, personId, [id]);
      await this.outbox.append(tx, accountSuspended({ accountId: id, personId }));
    }
  }

  /** Their sessions end, and what the platform had joined to them. */
  async end(tx: Tx, accounts: readonly AccountRow[], reason: string, actor?: By): Promise<void> {
    for (const account of accounts) {
      await this.endOne(tx, account, reason, actor);
      const key = { space: account.space, scope: account.scope, externalId: account.externalId };
      for (const other of await this.joined(tx, key)) {
        const row = await this.find(tx, other);
        if (row?.proof === 'platform' && row.personId === account.personId) await this.endOne(tx, row, reason, actor);
      }
    }
  }

  /** Erases what the platform told of an account that has ended; the row of its end stays without its id. */
  async forget(tx: Tx, { space, scope, externalId }: AccountKey): Promise<void> {
    const itself = sql`(${space}, ${scope}, ${externalId})`;
    await execute(tx, sql`delete from link_tickets where (space, scope, external_id) = ${itself}`);
    await execute(tx, sql`delete from link_requests where (space, scope, external_id) = ${itself}`);
    await execute(
      tx,
      sql`delete from account_joins where (from_space, from_scope, from_id) = ${itself} or (to_space, to_scope, to_id) = ${itself}`,
    );
    await execute(
      tx,
      sql`update linked_accounts set external_id = id::text, phone_e164 = null
        where (space, scope, external_id) = ${itself} and ended_at is not null`,
    );
  }

  /** Nothing that a platform told of the person stays; the accounts' rows go with the person's sessions. */
  async erase(tx: Tx, personId: string, actor: By): Promise<void> {
    const accounts = await this.ofPerson(tx, personId);
    await this.end(tx, accounts, 'anonymised', actor);
    for (const { space, scope, externalId } of accounts) await this.forget(tx, { space, scope, externalId });
    await execute(tx, sql`delete from link_codes where person_id = ${personId}`);
    await execute(tx, sql`delete from link_tickets where matched_person_id = ${personId}`);
    await execute(tx, sql`delete from link_requests where person_id = ${personId}`);
  }

  async ofPerson(tx: Tx, personId: string): Promise<AccountRow[]> {
    return rowsOf(
      tx,
      sql`select ${accountColumns} from linked_accounts a where a.person_id = ${personId} and a.ended_at is null
        order by a.linked_at, a.id for update`,
    );
  }

  private async linkOne(tx: Tx, { account, personId, proof, phone }: Link, actor?: By): Promise<string> {
    await this.lock(tx, account);
    const known = await this.knownOf(tx, account, personId, actor);
    const id = known?.id ?? v7();
    const { space, scope, externalId } = account;
    const linked = await rowsOf(
      tx,
      sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, phone_e164, linked_at)
       select ${id}, p.id, ${space}, ${scope}, ${externalId}, ${proof}, ${phone ?? null}, ${this.clock.now()} from people p
         where p.id = ${personId} and p.anonymised_at is null for share
       on conflict (id) do update set proof = excluded.proof, suspended_at = null, doubted_at = null,
         phone_e164 = coalesce(excluded.phone_e164, case when linked_accounts.suspended_at is null
           and linked_accounts.doubted_at is null then linked_accounts.phone_e164 end) returning id`,
    );
    if (linked.length === 0) throw platformErrors.notFound();
    await execute(
      tx,
      sql`update link_requests set decided_at = ${this.clock.now()}, person_id = ${personId} where space = ${space}
        and scope = ${scope} and external_id = ${externalId} and decided_at is null`,
    );
    const event = accountLinked({ accountId: id, personId }, { changes: { space, proof } });
    await this.outbox.append(tx, event, actor ?? { personId });
    return id;
  }

  /** One in doubt may turn out to be somebody else's. @throws account.taken */
  private async knownOf(tx: Tx, account: AccountKey, personId: string, actor?: By): Promise<AccountRow | undefined> {
    const known = await this.find(tx, account);
    if (!known || known.personId === personId) return known;
    if (!known.doubtedAt) throw accountErrors.taken();
    await this.endOne(tx, known, 'another_person', actor);
    return undefined;
  }

  private async endOne(tx: Tx, { id, personId, space }: AccountRow, reason: string, actor?: By) {
    await execute(
      tx,
      sql`update linked_accounts set ended_at = ${this.clock.now()}, end_reason = ${reason} where id = ${id} and ended_at is null`,
    );
    await this.sessions.endOfAccounts(tx, personId, [id]);
    await this.outbox.append(tx, accountEnded({ accountId: id, personId }, { changes: { space, reason } }), actor);
  }

  /** The other ids under which the platform knows the same person. */
  async joined(tx: Tx, { space, scope, externalId }: AccountKey): Promise<AccountKey[]> {
    return rowsOf(
      tx,
      sql`select to_space as space, to_scope as scope, to_id as "externalId" from account_joins where from_space = ${space}
        and from_scope = ${scope} and from_id = ${externalId}
       union all
       select from_space, from_scope, from_id from account_joins where to_space = ${space} and to_scope = ${scope}
         and to_id = ${externalId}`,
    );
  }
}
