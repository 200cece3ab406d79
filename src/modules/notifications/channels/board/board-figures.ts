import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#contracts/enums';
import { ChannelOrderQueries } from '../../plan/planning/channel-order.ts';
import { OaAccount } from '../../deliver/zalo/index.ts';
import type { FigureFacts } from './board-facts.ts';
import type { ChannelFacts } from '../../plan/states/channel-states.ts';
import { ChannelTraffic } from './channel-traffic.ts';
import { PlanDivert } from './divert-plan.ts';

const ofTheAccount: readonly ChannelId[] = ['zalo-oa', 'zalo-zbs'];

/** The numbers of the channels page. */
@Injectable()
export class BoardFigures {
  constructor(
    private readonly channelOrders: ChannelOrderQueries,
    private readonly traffic: ChannelTraffic,
    private readonly plan: PlanDivert,
    private readonly account: OaAccount,
  ) {}

  async read(channelOrder: readonly ChannelId[], states: ChannelFacts['states']): Promise<FigureFacts> {
    const [waiting, figures, health] = await Promise.all([
      this.channelOrders.waiting(),
      this.traffic.figures(),
      this.account.tokens?.health(),
    ]);
    const tokens = health && { ...health, expiresAt: health.expiresAt?.toISOString() ?? null };
    return {
      waiting,
      figures,
      tokens: new Map(tokens ? ofTheAccount.filter((id) => channelOrder.includes(id)).map((id) => [id, tokens]) : []),
      couldMove: await this.couldMove(states, waiting),
    };
  }

  /** Asked of channels in trouble only: elsewhere nobody wants to move. */
  private async couldMove(
    states: ChannelFacts['states'],
    waiting: ReadonlyMap<string, number>,
  ): Promise<Map<string, number>> {
    const troubled = [...states.values()].filter(
      ({ channel, failingSince, declaredDownAt }) =>
        (failingSince ?? declaredDownAt) && (waiting.get(channel) ?? 0) > 0,
    );
    const counts = troubled.map(
      async ({ channel }) => [channel, await this.plan.couldMove(channel as ChannelId)] as const,
    );
    return new Map(await Promise.all(counts));
  }
}
