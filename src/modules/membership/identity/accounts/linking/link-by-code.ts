/**
 * A code that a chat sends: an invite or the person's own link code. Outcomes instead of errors, since a chat answers each.
 * A wrong code counts, so that nobody guesses; what is refused uses nothing up.
 */
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import { ProblemError } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { Invites } from '../../invites/invites.ts';
import { inviteAccepted } from '../../../membership.events.ts';
import { AccountLimits } from '../account-limits.ts';
import type { AccountKey } from '../account-scopes.ts';
import { AccountStore } from '../account-store.ts';
import { LinkCodes } from './link-codes.ts';

export type CodeOutcome =
  /** Tied now, or tied before. */
  | { outcome: 'linked'; personId: string; accountId: string }
  /** An invite: ask whether it is them, then call again with `confirmed`. Nothing is used up. */
  | { outcome: 'confirm'; personId: string }
  /** `taken`: the account is another person's; `tooManyTries`: nothing was looked at. */
  | { outcome: 'invalid' | 'used' | 'expired' | 'taken' | 'tooManyTries' };

const byError: Record<string, 'invalid' | 'used' | 'expired' | 'taken' | 'tooManyTries'> = {
  'invite.notFound': 'invalid',
  'invite.used': 'used',
  'invite.expired': 'expired',
  'invite.rejected': 'expired',
  'invite.replaced': 'expired',
  'account.taken': 'taken',
  'account.tooManyTries': 'tooManyTries',
};

@Injectable()
export class LinkByCode {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly codes: LinkCodes,
    private readonly invites: Invites,
    private readonly outbox: Outbox,
    private readonly limits: AccountLimits,
  ) {}

  async execute(account: AccountKey, code: string, confirmed: boolean): Promise<CodeOutcome> {
    try {
      await this.limits.count('code', account);
      return await this.database.tx((tx) => this.use(tx, account, code, confirmed));
    } catch (error) {
      const outcome = error instanceof ProblemError ? byError[error.code] : undefined;
      if (!outcome) throw error;
      return { outcome };
    }
  }

  private async use(tx: Tx, account: AccountKey, code: string, confirmed: boolean): Promise<CodeOutcome> {
    const own = await this.codes.take(tx, code);
    if (own.state === 'taken') return this.link(tx, account, own.personId, 'code');
    if (own.state !== 'unknown') return { outcome: own.state };
    const { personId } = await this.invites.open(tx, code);
    if (!confirmed) return { outcome: 'confirm', personId };
    await this.invites.take(tx, code, 'used_at');
    await this.outbox.append(tx, inviteAccepted({ personId }), { personId });
    return this.link(tx, account, personId, 'invite');
  }

  private async link(tx: Tx, account: AccountKey, personId: string, proof: 'code' | 'invite'): Promise<CodeOutcome> {
    const accountId = await this.accounts.link(tx, { account, personId, proof });
    return { outcome: 'linked', personId, accountId };
  }
}
