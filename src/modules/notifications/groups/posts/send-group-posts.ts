/**
 * Posts what is due into groups: one after the other in each group, at the pace that the channel allows, never at night.
 * What surely did not go is tried again; what perhaps went is left in doubt and shown.
 */
import { Injectable } from '@nestjs/common';
import type { Channel, SendFailure, SendResult } from '#channels';
import { Clock, Tick } from '#platform/clock';
import { ChannelHealth } from '../../plan/states/channel-health.ts';
import { ChannelPace } from '../../deliver/sending/pace/channel-pace.ts';
import { outcomeOf } from '../../deliver/sending/outcome.ts';
import { QuietRules } from '../../plan/quiet/quiet-rules.ts';
import { GroupChannels } from '../group-channels.ts';
import { type ClaimedPost, GroupPostStore, type PostOutcome } from './group-post-store.ts';
import { GroupStore } from '../group-store.ts';
import { GroupPostPresenter } from './group-post.presenter.ts';

@Injectable()
export class SendOnePost {
  constructor(
    private readonly quiet: QuietRules,
    private readonly posts: GroupPostStore,
    private readonly store: GroupStore,
    private readonly words: GroupPostPresenter,
    private readonly pace: ChannelPace,
    private readonly clock: Clock,
  ) {}

  async execute(channel: Channel, post: ClaimedPost): Promise<void> {
    const outcome = (await this.guard(channel, post)) ?? (await this.send(channel, post));
    await this.posts.finish(post, outcome);
  }

  private async guard({ limits }: Channel, post: ClaimedPost): Promise<PostOutcome | undefined> {
    const now = this.clock.now();
    if (post.gone) return { state: 'skipped', failureCode: 'gone' };
    if (post.expiresAt <= now) return { state: 'skipped', failureCode: 'expired' };
    const until = limits.respectsQuietHours ? await this.quiet.heldAt(post) : undefined;
    return until && { state: 'due', dueAt: until, failureCode: 'quiet_hours' };
  }

  private async send(channel: Channel, post: ClaimedPost): Promise<PostOutcome> {
    const to = channel.address.parse(post.address);
    const message = await this.words.of(post);
    if (to === undefined) return { state: 'failed', failureClass: 'PERMANENT', failureCode: 'bad_address' };
    if (!message) return { state: 'skipped', failureCode: 'nothing_to_tell' };
    const parts = channel.render(message);
    const turn = await this.pace.turn(channel, to, parts.length);
    if (!turn.may) return { state: 'due', dueAt: turn.retryAt, failureCode: 'pace' };
    const result = await channel.send(to, parts, {
      deliveryKey: `${post.messageKey}:${post.groupId}`,
      attempt: post.attempts + 1,
      signal: AbortSignal.timeout(channel.limits.timeoutMs),
    });
    await this.learn(channel, post, result);
    return this.outcome(post, result);
  }

  /** What the answer says about the group itself, or about the account. */
  private async learn(channel: Channel, post: ClaimedPost, result: SendResult): Promise<void> {
    const { address } = post;
    if (result.ok) {
      // It went to the general topic: others read there, so this topic's posts end here.
      if (result.movedTo) await this.store.markGone(channel.id, address, 'TOPIC_NOT_FOUND');
      return;
    }
    if (result.cls === 'ADDRESS_MOVED' && result.movedTo) await this.store.move(channel.id, address, result.movedTo);
    if (result.cls === 'RECIPIENT_GONE') await this.store.markGone(channel.id, address, result.code);
    if (result.cls === 'RETRY_AFTER') await this.rest(channel, post, result);
  }

  private async rest(channel: Channel, { groupId }: ClaimedPost, failure: SendFailure): Promise<void> {
    const milliseconds = failure.retryAfterMs ?? PAUSE_MS;
    if (failure.scope !== 'address') return this.pace.pause(channel, milliseconds);
    await this.posts.restGroup(groupId, new Date(this.clock.now().getTime() + milliseconds));
  }

  private outcome(post: ClaimedPost, result: SendResult): PostOutcome {
    if (!result.ok && result.cls === 'ADDRESS_MOVED' && result.movedTo && post.attempts === 0)
      return { state: 'due', dueAt: this.clock.now(), tried: true, failureClass: result.cls, failureCode: result.code };
    const { state, nextAttemptAt, counts, providerId, failureClass, failureCode } = outcomeOf(result, {
      attempts: post.attempts,
      repeats: 0,
      repeatable: false,
      now: this.clock.now(),
      expiresAt: post.expiresAt,
    });
    return {
      state,
      ...(nextAttemptAt && { dueAt: nextAttemptAt }),
      tried: counts,
      providerId,
      ...(failureClass && { failureClass }),
      ...(failureCode && { failureCode }),
    };
  }
}

/** Where the provider asks for a pause without saying how long. */
const PAUSE_MS = 60_000;

@Injectable()
export class SendGroupPosts {
  constructor(
    private readonly channels: GroupChannels,
    private readonly posts: GroupPostStore,
    private readonly post: SendOnePost,
    private readonly health: ChannelHealth,
  ) {}

  /** Gives the number of posts that it looked at. */
  @Tick('notifications.group-posts', 5_000)
  async run(): Promise<number> {
    await this.posts.giveUpDead();
    await this.health.look();
    let total = 0;
    for (const channel of this.channels.all) total += await this.work(channel);
    return total;
  }

  private async work(channel: Channel): Promise<number> {
    for (let total = 0; ; ) {
      if (this.health.isHeld(channel.id) || this.health.pauseMs(channel.id) > 0) return total;
      const claimed = await this.posts.claim(channel.id);
      if (claimed.length === 0) return total;
      await Promise.all(claimed.map((post) => this.post.execute(channel, post)));
      total += claimed.length;
    }
  }
}
