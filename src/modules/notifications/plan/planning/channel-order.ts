/** The order of channels as it stands now: which channels exist, which are in trouble, what quota and money are left. */
import { Inject, Injectable } from '@nestjs/common';
import { type ConsultationRules, consultationRules, type ZbsPrices, zbsPrices } from '#channels';
import type { ChannelId } from '#contracts/enums';
import { startOfDay } from '#i18n';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { type ChannelState, ChannelStates } from '../states/channel-states.ts';
import { DeliveryChannels } from '../../delivery-channels.ts';

export interface ChannelOrder {
  /** In the order in which they are tried. */
  channels: readonly ChannelId[];
  /** Declared down, failing or told to wait: only for people who have no other. */
  troubled: readonly ChannelId[];
  /** Messages that may still be planned, by channel; absent: enough, or not known. */
  quotas: ReadonlyMap<ChannelId, number>;
  paid: Env['PAID_ROUTES'];
  consultation: ConsultationRules;
  template: ZbsPrices;
  now: Date;
}

/** A channel that fails for longer is left aside; shorter trouble is the retry's affair. */
const FAILING_MS = 2 * 60_000;
const PAUSE_MS = 15 * 60_000;
const paidChannels: readonly ChannelId[] = ['zalo-oa', 'zalo-zbs'];

@Injectable()
export class ChannelOrderQueries {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly states: ChannelStates,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For so many people at most: a quota that suffices for them all plays no part. */
  async read(people: number): Promise<ChannelOrder> {
    return this.from((await this.states.facts()).states, people, this.database.manager);
  }

  /** While `tx` runs, no channel is declared down: what it plans is found by whoever declares it. */
  async within(tx: Tx, people: number): Promise<ChannelOrder> {
    await execute(tx, sql`select pg_advisory_xact_lock_shared(${CHANNEL_ORDER_LOCK})`);
    return this.from((await this.states.read(tx)).states, people, tx);
  }

  private async from(states: ReadonlyMap<string, ChannelState>, people: number, tx: Tx): Promise<ChannelOrder> {
    const now = this.clock.now();
    const channels = this.channels.ids;
    const quotas = await this.quotas(states, channels, tx);
    const isSpent = channels.some((id) => paidChannels.includes(id)) && (await this.isSpent(now, tx));
    return {
      channels,
      troubled: channels.filter((id) => isTroubled(states.get(id), now)),
      quotas: new Map([...quotas].filter(([, left]) => left < people)),
      paid: isSpent ? 'off' : this.env.PAID_ROUTES,
      consultation: consultationRules,
      template: zbsPrices,
      now,
    };
  }

  /** What the provider said was left today, less what waits already. */
  private async quotas(
    states: ReadonlyMap<string, ChannelState>,
    channels: readonly ChannelId[],
    tx: Tx,
  ): Promise<Map<ChannelId, number>> {
    const today = this.clock.today();
    const known = channels.flatMap((id) => {
      const { quotaLeft = null, quotaAt = null } = states.get(id) ?? {};
      return quotaLeft !== null && quotaAt && this.clock.dayOf(quotaAt) === today ? [[id, quotaLeft] as const] : [];
    });
    if (known.length === 0) return new Map();
    const waiting = await waitingIn(tx);
    return new Map(known.map(([id, left]) => [id, Math.max(0, left - (waiting.get(id) ?? 0))]));
  }

  /** Open deliveries by channel, counted by their chunks. */
  waiting(): Promise<Map<string, number>> {
    return waitingIn(this.database.manager);
  }

  private async isSpent(now: Date, tx: Tx): Promise<boolean> {
    const cap = this.env.PAID_VND_PER_MONTH;
    if (cap === 0) return false;
    const month = new Date(startOfDay(`${this.clock.dayOf(now).slice(0, 7)}-01`));
    const [row] = await rowsOf<{ vnd: number }>(
      tx,
      sql`select coalesce(sum(cost_vnd), 0)::int as vnd from delivery_chunks where done_at >= ${month}`,
    );
    return (row?.vnd ?? 0) >= cap;
  }
}

/** Planning holds it shared, declaring a channel down alone. */
export const CHANNEL_ORDER_LOCK = 5_500_001;

/** Through the two small partial indexes of what is not over. */
const waitingSql = sql`
  select channel, sum(n)::int as n from (
    select channel, size - sent - failed - unknown - skipped as n from delivery_chunks where state <> 'done'
    union all
    select channel, size - sent - failed - unknown - skipped from delivery_chunks where retry_at is not null
      and state = 'done') c group by 1`;

async function waitingIn(tx: Tx): Promise<Map<string, number>> {
  const rows = await rowsOf<{ channel: string; n: number }>(tx, waitingSql);
  return new Map(rows.map(({ channel, n }) => [channel, n]));
}

export function isTroubled(state: ChannelState | undefined, now: Date): boolean {
  if (!state) return false;
  const isFailing = state.failingSince !== null && now.getTime() - state.failingSince.getTime() >= FAILING_MS;
  const isPaused = state.pausedUntil !== null && state.pausedUntil.getTime() - now.getTime() > PAUSE_MS;
  return state.declaredDownAt !== null || isFailing || isPaused;
}
