/**
 * What all processes know of the channels: declared down, failing, paused, quota, and whether everything is stopped. Read
 * from memory, which a notice or a second makes new; whoever must be sure asks the rows.
 */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, Listener, rowsOf, sql, type Tx } from '#platform/database';
import type { ChannelStatus, ChannelStop } from './channel.entity.ts';

export type ChannelState = Omit<ChannelStatus, 'changedAt'>;
export type Stop = Pick<ChannelStop, 'id' | 'at' | 'byId' | 'reason'>;
export interface ChannelFacts {
  stop: Stop | undefined;
  states: ReadonlyMap<string, ChannelState>;
}

const TOPIC = 'channel_states';
/** The longest time for which a lost notice goes unnoticed. */
const FRESH_MS = 1_000;

@Injectable()
export class ChannelStates implements OnApplicationBootstrap, OnModuleDestroy {
  private known: Promise<ChannelFacts> | undefined;
  private readAt = 0;
  private forget: (() => void) | undefined;

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.forget = await this.listener.on(TOPIC, () => this.drop());
  }

  onModuleDestroy(): void {
    this.forget?.();
  }

  /** At most a second old. */
  facts(): Promise<ChannelFacts> {
    if (!this.known || performance.now() - this.readAt > FRESH_MS) {
      this.readAt = performance.now();
      const reading = this.read(this.database.manager);
      reading.catch(() => this.drop());
      this.known = reading;
    }
    return this.known;
  }

  async of(channel: string): Promise<ChannelState | undefined> {
    return (await this.facts()).states.get(channel);
  }

  /** To be called after a change has been committed; the other processes hear of it too. */
  async changed(): Promise<void> {
    this.drop();
    await this.database.rows(sql`select pg_notify(${TOPIC}, '')`);
  }

  /** From the rows, as `tx` sees them. */
  async read(tx: Tx): Promise<ChannelFacts> {
    const states = await rowsOf<ChannelState>(tx, statesSql);
    const [stop] = await rowsOf<Stop>(
      tx,
      sql`select id, at, by_id as "byId", reason from channel_stops where resumed_at is null`,
    );
    return { stop, states: new Map(states.map((state) => [state.channel, state])) };
  }

  private drop(): void {
    this.known = undefined;
  }
}

const statesSql = sql`
  select channel, declared_down_at as "declaredDownAt", declared_by as "declaredBy", declared_reason as "declaredReason",
    failing_since as "failingSince", failing_code as "failingCode",
         paused_until as "pausedUntil", quota_left as "quotaLeft", quota_total as "quotaTotal", quota_at as "quotaAt"
           from channel_states`;
