/**
 * The Official Account and the app know one person by two ids; only a signed webhook that carries both says which belong
 * together. What is proven of the one then holds for the other, now or when it is proven later.
 */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import type { AccountKey } from '../account-scopes.ts';
import { AccountStore } from '../account-store.ts';

/** `conflict`: the two are tied to different people; both stay as they are. */
export type JoinOutcome = 'joined' | 'unknown' | 'conflict';

@Injectable()
export class JoinAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly clock: Clock,
  ) {}

  /** Comes with each webhook, so what is known already costs one read. */
  async execute(from: AccountKey, to: AccountKey): Promise<JoinOutcome> {
    const settled = await this.settled(from, to);
    return settled ?? this.database.tx((tx) => this.join(tx, from, to));
  }

  private async settled(from: AccountKey, to: AccountKey): Promise<JoinOutcome | undefined> {
    const row = await this.database.one<{ owners: string[] }>(
      sql`select array(select a.person_id::text from linked_accounts a where a.ended_at is null
        and (a.space, a.scope, a.external_id) in ((${from.space}, ${from.scope}, ${from.externalId}), (${to.space}, ${to.scope},
          ${to.externalId}))) as owners
         from account_joins where from_space = ${from.space} and from_scope = ${from.scope} and from_id = ${from.externalId}
           and to_space = ${to.space} and to_scope = ${to.scope} and to_id = ${to.externalId}`,
    );
    if (!row || row.owners.length === 1) return undefined;
    return outcomeOf(row.owners);
  }

  private async join(tx: Tx, from: AccountKey, to: AccountKey): Promise<JoinOutcome> {
    for (const key of [from, to]) await this.accounts.lock(tx, key);
    await rowsOf(
      tx,
      sql`insert into account_joins (from_space, from_scope, from_id, to_space, to_scope, to_id, seen_at)
        values (${from.space}, ${from.scope}, ${from.externalId}, ${to.space}, ${to.scope}, ${to.externalId}, ${this.clock.now()})
       on conflict (from_space, from_scope, from_id) do update
         set to_space = excluded.to_space, to_scope = excluded.to_scope, to_id = excluded.to_id, seen_at = excluded.seen_at`,
    );
    const [one, other] = [await this.accounts.find(tx, from), await this.accounts.find(tx, to)];
    const known = one ?? other;
    if (!known || (one && other)) return outcomeOf([one, other].flatMap((row) => row?.personId ?? []));
    if (known.suspendedAt || known.doubtedAt) return 'unknown';
    await this.accounts.link(tx, { account: one ? to : from, personId: known.personId, proof: 'platform' });
    return 'joined';
  }
}

function outcomeOf(owners: readonly string[]): JoinOutcome {
  if (owners.length === 0) return 'unknown';
  return new Set(owners).size === 1 ? 'joined' : 'conflict';
}
