import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { partIds, partRules, partState } from '#contracts/system/parts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { productVersion } from '#platform/backup';
import { Clock } from '#platform/clock';
import { MeasureParts, Samples } from '#platform/measures';
import { ChannelStates } from '../../plan/states/channel-states.ts';
import { lastMonthOf } from './public-month.ts';
import { StuckQueries } from './stuck.queries.ts';

type Board = RouteAnswer<typeof routes.system>;

const HOURS = 24;

/** What is slow, stuck, late or full, for those who have no other tools. */
@Injectable()
export class ReadSystem implements OnModuleInit {
  constructor(
    private readonly scope: Scope,
    private readonly parts: MeasureParts,
    private readonly samples: Samples,
    private readonly stuck: StuckQueries,
    private readonly channels: ChannelStates,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.take('deliveries', async () => {
      const rows = await this.stuck.byChannel();
      return { value: rows.reduce((sum, { stuck }) => sum + stuck, 0), facts: { channels: rows.length } };
    });
    this.parts.take('channels', async () => {
      const { states } = await this.channels.facts();
      const failing = [...states.values()].filter(({ failingSince }) => failingSince !== null);
      const names = failing.map(({ channel }) => channel).toSorted();
      return { value: failing.length, facts: {}, ...(names.length > 0 && { at: names.join(', ') }) };
    });
  }

  async execute(actor: Actor): Promise<Board> {
    // The same people as for channels and backups: no right of its own.
    await this.scope.requireAtTop(actor, 'channel.manage');
    const [measured, hours] = await Promise.all([this.parts.all(), this.samples.hours()]);
    return {
      asOf: this.clock.now().toISOString(),
      version: productVersion(),
      parts: partIds.map((part) => {
        const { value = null, facts = {}, isOff = false, at } = measured.get(part) ?? {};
        const { watch, alarm } = partRules[part];
        const state = isOff ? 'off' : partState(partRules[part], value);
        const day = hours.get(part) ?? Array<null>(HOURS).fill(null);
        return { part, state, value, facts, ...(at && { at }), watch, alarm, hours: day };
      }),
      publicMonth: lastMonthOf(this.clock.today()).slice(0, 7),
    };
  }
}
