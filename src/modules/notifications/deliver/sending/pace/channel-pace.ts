/**
 * The pace of everything that goes out: one account's bucket over all workers, and the narrower ones of chats and groups.
 * Deliveries go through it in batches; whoever sends a single message (an answer in a chat, a post in a group) takes a turn.
 */
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Channel, type LimitFacts, SHARE_OF_LIMIT } from '#channels';
import { Clock } from '#platform/clock';
import { DeliveryChannels } from '../../../delivery-channels.ts';
import { ZaloConnection } from '../../zalo/zalo-connection.ts';
import { AccountPace } from './account-pace.ts';
import { ChannelHealth } from '../../../plan/states/channel-health.ts';
import { PaceStore, type Run, type Wanted } from './pace-store.ts';

/** Longer than this no send waits for its chat: it is due again then. */
const ADDRESS_WAIT_MS = 3_000;
/** Of the account's limit; below it others use the account too, and we give way. */
const LITTLE_LEFT = 0.02;
const GIVE_WAY_SLOTS = 4;

export type Turn = { may: true } | { may: false; retryAt: Date };
/** When a row's own buckets let it go: an instant in milliseconds, or the date at which it is to be tried again. */
export type AddressTurn = { at: number } | { retryAt: Date };

@Injectable()
export class ChannelPace implements OnModuleDestroy {
  private readonly accounts = new Map<string, AccountPace>();
  private isClosing = false;

  constructor(
    private readonly store: PaceStore,
    private readonly health: ChannelHealth,
    private readonly channels: DeliveryChannels,
    private readonly clock: Clock,
    zalo: ZaloConnection,
  ) {
    zalo.hear = (facts) => this.heard('zalo-oa', facts);
  }

  onModuleDestroy(): void {
    this.isClosing = true;
    for (const account of this.accounts.values()) account.turnAway();
  }

  /** The bucket that all channels of the account share in this process. */
  accountOf(channel: Channel): AccountPace {
    const { perSecond, burst, account = channel.id } = channel.limits;
    const id = `${account} ${perSecond}`;
    const known = this.accounts.get(id);
    if (known) return known;
    const made = new AccountPace({
      key: account,
      perSecond,
      burst,
      reserve: (wanted) => this.store.reserve(wanted),
      now: () => this.clock.now().getTime(),
      isClosed: () => this.isClosed(channel.id),
    });
    this.accounts.set(id, made);
    return made;
  }

  /** Waits for a single message's turn, at most a few seconds. `requests`: the parts that it is sent in. */
  async turn<A>(channel: Channel<A>, to: A, requests = 1): Promise<Turn> {
    const [own] = await this.addressTurns(channel as Channel, [{ to, requests }]);
    if (own && 'retryAt' in own) return { may: false, retryAt: own.retryAt };
    if (own) await this.until(own.at);
    const may = await this.accountOf(channel as Channel).take(requests);
    return may ? { may: true } : { may: false, retryAt: new Date(this.clock.now().getTime() + ADDRESS_WAIT_MS) };
  }

  /** One statement for all chats and groups of a batch. Undefined where the channel has no such limits. */
  async addressTurns(
    channel: Channel,
    sends: readonly { to: unknown; requests: number }[],
  ): Promise<(AddressTurn | undefined)[]> {
    if (!channel.pace) return sends.map(() => undefined);
    const paces = sends.map(({ to }) => channel.pace?.(to) ?? []);
    const wanted = new Map<string, Wanted>();
    sends.forEach(({ requests }, i) => {
      for (const { key, perSecond, burst } of paces[i] ?? []) {
        const full = `${channel.id}:${key}`;
        const count = (wanted.get(full)?.count ?? 0) + requests;
        const reachMs = ADDRESS_WAIT_MS + ((requests - 1) * 1000) / perSecond;
        wanted.set(full, { key: full, perSecond, burst, count, reachMs });
      }
    });
    if (wanted.size === 0) return sends.map(() => undefined);
    const runs = new Map((await this.store.reserve([...wanted.values()])).map((run) => [run.key, { ...run }]));
    return sends.map(({ requests }, i) =>
      (paces[i] ?? [])
        .map(({ key, perSecond }) => taken(runs.get(`${channel.id}:${key}`) as Run, requests, 1000 / perSecond))
        .reduce(later, undefined),
    );
  }

  /** Milliseconds of the clock. */
  async until(at: number): Promise<void> {
    const wait = at - this.clock.now().getTime();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  /** The provider wants no calls for a while: all channels of the account, all workers. */
  async pause(channel: Channel, milliseconds: number): Promise<void> {
    const { account = channel.id } = channel.limits;
    const members = this.channels.inOrder.filter(({ id, limits }) => (limits.account ?? id) === account);
    const ids = new Set([...members.map(({ id }) => id), channel.id]);
    this.accountOf(channel).forget();
    await this.health.pause([...ids], milliseconds);
    await this.store.block(account, new Date(this.clock.now().getTime() + milliseconds));
  }

  /** What an answer told of an account's requests per minute. */
  private heard(account: string, { limit, remaining, pauseMs }: LimitFacts): void {
    const channel = this.channels.inOrder.find(({ id, limits }) => (limits.account ?? id) === account);
    if (!channel) return;
    if (remaining === 0 && pauseMs > 0) void this.pause(channel, pauseMs).catch(() => undefined);
    const isLittle = remaining !== undefined && limit !== undefined && remaining <= limit * LITTLE_LEFT;
    this.accountOf(channel).slow(isLittle ? GIVE_WAY_SLOTS : 0, limit && (limit * SHARE_OF_LIMIT) / 60);
  }

  private async isClosed(channelId: string): Promise<boolean> {
    await this.health.look();
    return this.isClosing || this.health.isHeld(channelId) || this.health.pauseMs(channelId) > 0;
  }
}

/** Takes slots off a run; a send of several requests goes at its last. */
function taken(run: Run, requests: number, step: number): AddressTurn {
  if (run.count < requests) return { retryAt: new Date(Math.ceil(run.from + requests * step)) };
  const at = run.from + (requests - 1) * step;
  run.from += requests * step;
  run.count -= requests;
  return { at };
}

function later(first: AddressTurn | undefined, second: AddressTurn): AddressTurn {
  if (!first) return second;
  if ('retryAt' in first) return first;
  return 'retryAt' in second ? second : { at: Math.max(first.at, second.at) };
}
