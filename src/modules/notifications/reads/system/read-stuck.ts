import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ChannelStates } from '../../plan/states/channel-states.ts';
import { ChannelTraffic } from '../../channels/board/channel-traffic.ts';
import { PlanDivert } from '../../channels/board/divert-plan.ts';
import { StuckQueries } from './stuck.queries.ts';

/** Which messages should have gone, and what else reaches the people who wait for them. */
@Injectable()
export class ReadStuck {
  constructor(
    private readonly scope: Scope,
    private readonly stuck: StuckQueries,
    private readonly traffic: ChannelTraffic,
    private readonly states: ChannelStates,
    private readonly plan: PlanDivert,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<RouteAnswer<typeof routes.stuckMessages>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const [rows, { inDoubt }, { states }] = await Promise.all([
      this.stuck.byChannel(),
      this.traffic.figures(),
      this.states.facts(),
    ]);
    const stuck = new Map(rows.map((row) => [row.channel, row]));
    const channels = [...new Set([...stuck.keys(), ...inDoubt.keys()])] as ChannelId[];
    const told = channels.map(async (channel) => ({
      channel,
      stuck: stuck.get(channel)?.stuck ?? 0,
      since: stuck.get(channel)?.since.toISOString() ?? null,
      inDoubt: inDoubt.get(channel) ?? 0,
      otherWay: stuck.has(channel) ? await this.plan.couldMove(channel) : 0,
      detail: states.get(channel)?.failingCode ?? null,
    }));
    return { channels: await Promise.all(told), asOf: this.clock.now().toISOString() };
  }
}
