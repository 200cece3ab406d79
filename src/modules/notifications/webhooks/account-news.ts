/** What events tell of accounts: two ids are one person, a person's data must go, or our right to call was taken. */
import { Injectable } from '@nestjs/common';
import { MembershipApi } from '#modules/membership';
import { ChannelLog } from '../channels/board/index.ts';
import type { ChatPartner } from '../chat/talks/chat-partner.ts';
import { AddressNews } from '../plan/states/address-news.ts';

@Injectable()
export class AccountNews {
  constructor(
    private readonly members: MembershipApi,
    private readonly addresses: AddressNews,
    private readonly channelLog: ChannelLog,
  ) {}

  /** A signed event of the Official Account names the person's id towards the app too. */
  async met({ space, externalId }: ChatPartner, userIdByApp: string | undefined): Promise<void> {
    if (space !== 'zalo-oa' || !userIdByApp) return;
    const from = { space: 'zalo-app', externalId: userIdByApp } as const;
    await this.members.joinSpaces({ from, to: { space, externalId } });
  }

  /** The person wants their data gone: what we know of this platform's accounts goes, what the commune has counted stays. */
  async withdrawn({ channel, space, externalId, address }: ChatPartner, userIdByApp?: string): Promise<void> {
    await this.members.withdraw(space, externalId);
    await this.addresses.erase(channel, address);
    await this.addresses.erase('zalo-zbs', `user:${externalId}`);
    if (!userIdByApp) return;
    await this.members.withdraw('zalo-app', userIdByApp);
    await this.addresses.erase('zalo-mini', userIdByApp);
  }

  /** An administrator of the Official Account has taken our right: a person must give consent anew. */
  revoked(): Promise<void> {
    return this.channelLog.addAlone({ channel: 'zalo-oa', kind: 'token_alarm', detail: 'permission-revoked' });
  }
}
