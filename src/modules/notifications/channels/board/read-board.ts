import { Injectable } from '@nestjs/common';
import { type RouteAnswer, type routes } from '#contracts';
import { channelIds, type ChannelId, type ChannelState } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { BoardSources } from './board-sources.ts';
import type { ChannelState as StateRow } from '../../plan/states/channel-states.ts';
import { NoRouteQueries } from './no-route.queries.ts';

type Board = RouteAnswer<typeof routes.channels>;
type Row = Board['channels'][number];
type Sources = Awaited<ReturnType<BoardSources['read']>>;

/** Below this part of a quota a warning is due. */
const LOW = 0.25;

/**
 * The channels page. Offices above the commune see figures, the topmost administrator acts on them, and a commune sees
 * whether channels work, and its own people.
 */
@Injectable()
export class ReadChannels {
  constructor(
    private readonly scope: Scope,
    private readonly sources: BoardSources,
    private readonly noRoute: NoRouteQueries,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<Board> {
    this.scope.requireAnywhere(actor, 'channel.read');
    const mayWatch = this.scope.unitIds(actor, 'channel.watch').length > 0;
    const mayManage = await this.scope.mayAtTop(actor, 'channel.manage');
    const [sources, keepers, noRoute] = await Promise.all([
      this.sources.read(mayWatch),
      mayManage ? undefined : this.sources.keepers(),
      this.noRoute.count(this.scope.unitIds(actor, 'channel.read')),
    ]);
    const channels = ordered(sources.channelOrder).map((id) => this.row(id, sources, mayManage));
    return {
      stopped: sources.stopped,
      channels,
      noRoute,
      log: sources.log,
      mayManage,
      ...(keepers && { keepers }),
      asOf: this.clock.now().toISOString(),
    };
  }

  private row(id: ChannelId, sources: Sources, mayManage: boolean): Row {
    const state = sources.states.get(id);
    const traffic = sources.figures?.traffic.get(id);
    return {
      id,
      ...this.health(id, state, sources),
      sentToday: traffic?.sentToday ?? 0,
      waiting: sources.waiting.get(id) ?? 0,
      delivered: sources.figures?.delivered.get(id) ?? 0,
      failed: traffic?.failed ?? 0,
      inDoubt: sources.figures?.inDoubt.get(id) ?? 0,
      p95Seconds: traffic?.p95Seconds ?? null,
      hours: traffic?.hours ?? Array.from({ length: 24 }, () => 0),
      quota: sources.figures ? quotaOf(state) : null,
      costTodayVnd: traffic?.costVnd ?? 0,
      tokens: sources.tokens.get(id) ?? null,
      couldMove: sources.couldMove.get(id) ?? 0,
      mayManage,
    };
  }

  /** What a person declared stands above what is measured. */
  private health(
    id: ChannelId,
    state: StateRow | undefined,
    { channelOrder }: Sources,
  ): Pick<Row, 'state' | 'detail' | 'since'> {
    const health = (state: ChannelState, detail: string | null = null, since: Date | null = null) => ({
      state,
      detail,
      since: since?.toISOString() ?? null,
    });
    if (state?.declaredDownAt) return health('down', state.declaredReason, state.declaredDownAt);
    if (!channelOrder.includes(id)) return health('off', 'NOT_CONFIGURED');
    if (state?.failingSince) return health('failing', state.failingCode, state.failingSince);
    const { quotaLeft = null, quotaTotal = null, quotaAt = null } = state ?? {};
    const isLow = quotaLeft !== null && quotaTotal !== null && quotaLeft < LOW * quotaTotal;
    if (isLow && quotaAt && this.clock.dayOf(quotaAt) === this.clock.today()) return health('quota_low', null, quotaAt);
    return health('ok');
  }
}

/** The configured ones in the order in which they are tried, then those that are off. Groups made by the account are no person's channel. */
function ordered(channelOrder: readonly ChannelId[]): ChannelId[] {
  return [...channelOrder, ...channelIds.filter((id) => id !== 'zalo-gmf' && !channelOrder.includes(id))];
}

function quotaOf(state: StateRow | undefined): Row['quota'] {
  if (!state || state.quotaLeft === null || !state.quotaAt) return null;
  return { left: state.quotaLeft, total: state.quotaTotal, asOf: state.quotaAt.toISOString() };
}
