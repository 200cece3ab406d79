import { Injectable } from '@nestjs/common';
import type { AccountSpace } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, prepared, rowsOf, sql, type Tx } from '#platform/database';
import { Sessions, type SignedIn } from '../../sessions/sessions.ts';
import { accountErrors } from '../../../membership.errors.ts';
import { AccountLimits } from '../account-limits.ts';
import type { AccountKey } from '../account-scopes.ts';
import { AccountStore } from '../account-store.ts';
import { LinkRequests } from '../linking/link-requests.ts';
import { LinkTicketStore } from '../linking/link-ticket-store.ts';

/** Signed in, or a proven account that nobody has yet. */
export type HostSignedIn =
  | { signedIn: SignedIn }
  | { ticket: string; space: AccountSpace; expiresAt: Date; waiting: boolean };

@Injectable()
export class UnknownAccounts {
  constructor(
    private readonly tickets: LinkTicketStore,
    private readonly requests: LinkRequests,
  ) {}

  async ask(tx: Tx, account: AccountKey, displayName: string): Promise<HostSignedIn> {
    const { ticket, expiresAt } = await this.tickets.issue(tx, account, displayName);
    return { ticket, space: account.space, expiresAt, waiting: await this.requests.isWaiting(tx, account) };
  }
}

/** What every platform's sign-in does once the account is proven: a session for its person, or a ticket to say who it is. */
@Injectable()
export class SignInWithAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly sessions: Sessions,
    private readonly unknown: UnknownAccounts,
    private readonly limits: AccountLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws account.suspended, account.personLeft, account.tooManyTries */
  async execute(account: AccountKey, displayName: string, device: string | undefined): Promise<HostSignedIn> {
    await this.limits.count('signIn', account);
    return this.database.tx(async (tx) => {
      const known = await this.accounts.find(tx, account, 'share');
      if (!known || (known.doubtedAt && !known.suspendedAt)) return this.unknown.ask(tx, account, displayName);
      if (known.suspendedAt) throw accountErrors.suspended();
      if (!(await this.hasPlace(tx, known.personId))) throw accountErrors.personLeft();
      return { signedIn: await this.sessions.open(tx, known.personId, { device, accountId: known.id }) };
    });
  }

  private async hasPlace(tx: Tx, personId: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      prepared(
        'has-place',
        sql`select 1 from person_places where person_id = ${personId} and validity @> ${this.clock.today()}::date limit 1`,
      ),
    );
    return rows.length > 0;
  }
}
