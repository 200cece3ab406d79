import { Injectable } from '@nestjs/common';
import { accountErrors, zaloErrors } from '../../../membership.errors.ts';
import type { AccountKey } from '../account-scopes.ts';
import { TelegramLaunches } from './telegram-launches.ts';
import { ZaloPeople } from './zalo-people.ts';

/** The number that a platform proves to be the account's own. */
@Injectable()
export class PhoneProofs {
  constructor(
    private readonly telegram: TelegramLaunches,
    private readonly zalo: ZaloPeople,
  ) {}

  numberOf({ space, externalId }: AccountKey, given: { proof: string; accessToken?: string | undefined }) {
    if (space === 'telegram') return this.telegram.provePhone(externalId, given.proof);
    if (space !== 'zalo-app') throw accountErrors.spaceOff();
    if (!given.accessToken) throw zaloErrors.tokenInvalid();
    return this.zalo.provePhone(externalId, given.accessToken, given.proof);
  }
}
