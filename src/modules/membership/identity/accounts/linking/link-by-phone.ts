/** A number that the platform proves inside a chat: the same steps as in the mini-app, with the question asked in the chat. */
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import { ProblemError } from '#platform/http';
import { AccountLimits } from '../account-limits.ts';
import type { AccountKey } from '../account-scopes.ts';
import { AccountStore } from '../account-store.ts';
import { LinkRequests } from './link-requests.ts';
import { LinkTicketStore } from './link-ticket-store.ts';
import { PhoneMatches } from './phone-matches.ts';

export type PhoneFromChatOutcome =
  | { outcome: 'linked'; personId: string; accountId: string }
  /** Ask "Có đúng là bác không?", then say so by `answer`. */
  | { outcome: 'confirm'; personId: string }
  /** `waiting`: an officer decides; `nothingAsked`: no open question of this account. */
  | { outcome: 'waiting' | 'nothingAsked' | 'taken' | 'tooManyTries' };

@Injectable()
export class LinkByPhone {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly tickets: LinkTicketStore,
    private readonly matches: PhoneMatches,
    private readonly requests: LinkRequests,
    private readonly limits: AccountLimits,
  ) {}

  /** @param phone proven by the platform to be the account's own */
  async ask(account: AccountKey, displayName: string, phone: string): Promise<PhoneFromChatOutcome> {
    try {
      await this.limits.count('phone', account);
    } catch (error) {
      if (error instanceof ProblemError) return { outcome: 'tooManyTries' };
      throw error;
    }
    return this.database.tx(async (tx): Promise<PhoneFromChatOutcome> => {
      const owned = await this.accounts.find(tx, account);
      if (owned && !owned.suspendedAt && !owned.doubtedAt)
        return { outcome: 'linked', personId: owned.personId, accountId: owned.id };
      const { ticket } = await this.tickets.issue(tx, account, displayName);
      const match = await this.matches.match(tx, await this.tickets.open(tx, ticket), phone);
      return match.outcome === 'match' ? { outcome: 'confirm', personId: match.personId } : { outcome: 'waiting' };
    });
  }

  /** @param mine "Đúng, là tôi" or "Không phải tôi" */
  async answer(account: AccountKey, mine: boolean): Promise<PhoneFromChatOutcome> {
    try {
      return await this.database.tx((tx) => this.settle(tx, account, mine));
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'account.taken') return { outcome: 'taken' };
      throw error;
    }
  }

  private async settle(tx: Tx, account: AccountKey, mine: boolean): Promise<PhoneFromChatOutcome> {
    const ticket = await this.tickets.lastOf(tx, account);
    if (!ticket?.matchedPersonId) return { outcome: 'nothingAsked' };
    await this.tickets.use(tx, ticket.id);
    if (!mine) await this.requests.ask(tx, ticket, 'rejected');
    if (!mine || !(await this.matches.stillMatches(tx, ticket))) return { outcome: 'waiting' };
    const personId = ticket.matchedPersonId;
    const accountId = await this.accounts.link(tx, {
      account,
      personId,
      proof: 'phone',
      phone: ticket.phone ?? undefined,
    });
    return { outcome: 'linked', personId, accountId };
  }
}
