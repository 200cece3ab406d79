import { Injectable } from '@nestjs/common';
import type { LimitFacts, ZaloPorts } from '#channels';
import { Clock } from '#platform/clock';
import { ChannelHealth } from '../../plan/states/channel-health.ts';
import { Interactions } from './interactions.ts';
import { OaAccount } from './oa-account.ts';

/** What Zalo's channels need of this installation: tokens, who wrote when, and an ear for what they say about limits. */
@Injectable()
export class ZaloConnection {
  /** Told what each answer says of the account's requests per minute. */
  hear: ((facts: LimitFacts) => void) | undefined;

  constructor(
    readonly account: OaAccount,
    private readonly interactions: Interactions,
    private readonly health: ChannelHealth,
    private readonly clock: Clock,
  ) {}

  /** Undefined where no Zalo app is configured. */
  get ports(): ZaloPorts | undefined {
    const { tokens } = this.account;
    return (
      tokens && {
        tokens,
        now: () => this.clock.now(),
        interactions: (userId) => this.interactions.of(userId),
        templateFacts: () => ({ quotaLeft: this.health.quotaLeft('zalo-zbs') }),
        onLimits: (channel, facts) => {
          this.hear?.(facts);
          // The account's own answers speak of one person's free replies, not of the account.
          if (channel === 'zalo-zbs') this.health.noteQuota(channel, facts);
        },
      }
    );
  }
}
