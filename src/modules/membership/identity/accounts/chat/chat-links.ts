/** Tying a chat's account to a person, as outcomes that a chat can answer. */
import { Injectable } from '@nestjs/common';
import type { AccountSpace } from '#contracts/enums';
import { AccountScopes } from '../account-scopes.ts';
import { type ClaimedPerson, ClaimedPeople } from '../linking/claimed-people.ts';
import { LinkByCode } from '../linking/link-by-code.ts';
import { LinkByPhone } from '../linking/link-by-phone.ts';

export interface ChatAccount {
  space: AccountSpace;
  externalId: string;
}

export type LinkOutcome =
  /** Tied now, or before. */
  | 'linked'
  /** Ask whether it is `person`, then call again with the answer. Nothing is used up yet. */
  | 'confirm'
  /** An officer decides. */
  | 'waiting'
  | 'invalid'
  | 'used'
  | 'expired'
  /** The account is tied to another person; that has to be taken off first. */
  | 'taken'
  /** An answer to a question that was not asked, or too long ago. */
  | 'nothingAsked'
  | 'tooManyTries';

export interface LinkAnswer {
  outcome: LinkOutcome;
  /** With `linked` and `confirm`. */
  person?: ClaimedPerson;
  /** With `linked`. */
  accountId?: string;
}

@Injectable()
export class ChatLinks {
  constructor(
    private readonly scopes: AccountScopes,
    private readonly people: ClaimedPeople,
    private readonly codes: LinkByCode,
    private readonly phones: LinkByPhone,
  ) {}

  async byCode({ space, externalId, code, confirmed }: ChatAccount & { code: string; confirmed: boolean }) {
    return this.tell(await this.codes.execute(this.scopes.keyOf(space, externalId), code, confirmed));
  }

  async byPhone({ space, externalId, displayName, phone }: ChatAccount & { displayName: string; phone: string }) {
    return this.tell(await this.phones.ask(this.scopes.keyOf(space, externalId), displayName, phone));
  }

  async answerPhone({ space, externalId, mine }: ChatAccount & { mine: boolean }) {
    return this.tell(await this.phones.answer(this.scopes.keyOf(space, externalId), mine));
  }

  private async tell(done: { outcome: LinkOutcome; personId?: string; accountId?: string }): Promise<LinkAnswer> {
    return {
      outcome: done.outcome,
      ...(done.personId && { person: await this.people.describe(done.personId) }),
      ...(done.accountId && { accountId: done.accountId }),
    };
  }
}
