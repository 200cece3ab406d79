/** One batch of a chunk: the guards that all channels share, the pace of account and chats, the sends, and their outcomes. */
import { Inject, Injectable } from '@nestjs/common';
import type { Channel, SendContext, SendResult } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Interactions } from '../../zalo/interactions.ts';
import type { AddressChange } from '../address-changes.ts';
import { type AddressTurn, ChannelPace } from '../pace/channel-pace.ts';
import type { DeliveryRow, Written } from './chunk-rows.ts';
import type { Work } from './chunk-work.ts';
import type { ChannelThrottle } from '../pace/channel-throttle.ts';
import type { ReadyMessage } from '../message-renderer.ts';
import { deferred, type Outcome, outcomeOf, refused, sent, skipped } from '../outcome.ts';
import { isUrgent } from '../../../plan/messages/index.ts';
import { heldUntil } from '../../../plan/quiet/quiet-hours.ts';

interface Ready {
  row: DeliveryRow;
  to: unknown;
  parts: ReadyMessage['parts'];
  /** Requests that the send takes. */
  requests: number;
}

@Injectable()
export class SendBatch {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly pace: ChannelPace,
    private readonly interactions: Interactions,
    private readonly clock: Clock,
  ) {}

  /** `unsent`: rows for which no turn came any more, since the channel was held or the process ends. */
  async send(work: Work, rows: readonly DeliveryRow[]): Promise<{ written: Written[]; unsent: DeliveryRow[] }> {
    const { throttle } = work;
    const now = this.clock.now();
    const prepared = rows.map((row) => this.prepare(work, row, now));
    const turns = throttle.channel.pace ? await this.addressTurns(work, prepared) : undefined;
    await throttle.expect(prepared.reduce((sum, one) => sum + ('to' in one ? one.requests : 0), 0));
    const done = await Promise.all(prepared.map((one) => ('to' in one ? this.one(work, one, turns?.get(one)) : one)));
    const written = done.filter((one) => one !== undefined);
    return { written, unsent: written.length < rows.length ? rows.filter((_, i) => done[i] === undefined) : [] };
  }

  private async addressTurns({ throttle }: Work, prepared: readonly (Ready | Written)[]) {
    const ready = prepared.filter((one): one is Ready => 'to' in one);
    const turns = await this.pace.addressTurns(throttle.channel, ready);
    return new Map(ready.map((one, i) => [one, turns[i]]));
  }

  private prepare(work: Work, row: DeliveryRow, now: Date): Ready | Written {
    const outcome = this.guard(work, row, now);
    if (outcome) return { row, outcome };
    const { chunk, throttle, render } = work;
    const to = throttle.channel.address.parse(row.address as string);
    if (to === undefined) return { row, outcome: refused('bad_address', 'RECIPIENT_GONE') };
    const { message, parts } = render(row);
    const verdict = throttle.channel.canSend(to, message, now);
    if (verdict.kind === 'deny') return { row, outcome: refused(verdict.reason) };
    if (verdict.kind === 'defer') return { row, outcome: deferred(verdict.until, 'window', late(chunk)) };
    return { row, to, parts, requests: Math.max(1, parts.length) };
  }

  /** What keeps a message from being sent, the same for all channels. */
  private guard({ chunk, throttle }: Work, row: DeliveryRow, now: Date): Outcome | undefined {
    if (chunk.cancelledAt) return skipped('cancelled');
    if (chunk.expiresAt <= now) return skipped('expired');
    if (row.skip) return skipped(row.skip);
    if (row.address === null) return refused('no_address', 'RECIPIENT_GONE');
    if (!throttle.channel.limits.respectsQuietHours) return undefined;
    const usual = { from: this.env.QUIET_FROM, to: this.env.QUIET_TO };
    const { quietFrom: from, quietTo: to } = row;
    // Who has once saved settings has the usual hours in them: that is no choice.
    const own = from && to && (from !== usual.from || to !== usual.to) ? { from, to } : null;
    const until = heldUntil(now, { own, calendar: row.calendar, usual }, isUrgent(chunk.kind, chunk.params));
    return until && deferred(until, 'quiet_hours', late(chunk));
  }

  /** Most sends need not wait: they take the shortest way. */
  private one(work: Work, ready: Ready, turn: AddressTurn | undefined): Promise<Written | undefined> {
    if (turn) return this.later(work, ready, turn);
    const entered = work.throttle.enter(ready.requests);
    return entered === true ? this.attempt(work, ready) : this.whenEntered(work, ready, entered);
  }

  private async later(work: Work, ready: Ready, turn: AddressTurn): Promise<Written | undefined> {
    if ('retryAt' in turn)
      return { row: ready.row, outcome: deferred(turn.retryAt, 'pace', { expiresAt: work.chunk.expiresAt }) };
    await this.pace.until(turn.at);
    return this.one(work, ready, undefined);
  }

  private async whenEntered(work: Work, ready: Ready, entered: Promise<boolean>): Promise<Written | undefined> {
    return (await entered) ? this.attempt(work, ready) : undefined;
  }

  private async attempt({ chunk, throttle }: Work, ready: Ready): Promise<Written> {
    const { channel } = throttle;
    const { row, to, parts, requests } = ready;
    const key = `${chunk.messageId}:${row.personId}:${channel.id}`;
    try {
      const context = new Sending(key, row.attempts + 1, channel.limits.timeoutMs);
      const first = await channel.send(to, parts, context);
      const movedTo = movedToOf(first, channel);
      const result = movedTo === undefined ? first : await this.again(throttle, ready, movedTo, first, key);
      throttle.note(result);
      const changes = this.learnt(channel.id, row.address as string, requests, result, movedTo);
      const outcome = result.ok
        ? sent(result)
        : outcomeOf(result, {
            attempts: row.attempts,
            repeats: row.repeats,
            repeatable: chunk.repeatable,
            now: this.clock.now(),
            expiresAt: chunk.expiresAt,
          });
      return changes ? { row, outcome, changes } : { row, outcome };
    } finally {
      throttle.leave();
    }
  }

  /** Once, and at once, to where the platform says that the address is now. */
  private async again(
    { channel, another }: ChannelThrottle,
    { row, parts, requests }: Ready,
    movedTo: string,
    first: SendResult,
    key: string,
  ): Promise<SendResult> {
    const to = channel.address.parse(movedTo);
    if (to === undefined || !(await another(requests))) return first;
    return channel.send(to, parts, new Sending(key, row.attempts + 1, channel.limits.timeoutMs));
  }

  private learnt(
    channelId: string,
    address: string,
    texts: number,
    result: SendResult,
    sentTo: string | undefined,
  ): AddressChange[] | undefined {
    const movedTo = (result.ok ? result.movedTo : undefined) ?? sentTo;
    const isCounted = result.ok && channelId === 'zalo-oa';
    const isGone = !result.ok && result.cls === 'RECIPIENT_GONE';
    if (movedTo === undefined && !isCounted && !isGone) return undefined;
    if (isCounted) this.interactions.sent(address, texts);
    return [
      ...(movedTo === undefined ? [] : [{ kind: 'moved', address, to: movedTo } as const]),
      ...(isGone
        ? [{ kind: 'gone', address: movedTo ?? address, code: result.code, noSuch: result.noSuch } as const]
        : []),
      ...(isCounted ? [{ kind: 'sent', address, texts } as const] : []),
    ];
  }
}

function movedToOf(result: SendResult, { address }: Channel): string | undefined {
  const isKnown = !result.ok && result.cls === 'ADDRESS_MOVED' && result.movedTo !== undefined;
  return isKnown && address.parse(result.movedTo as string) !== undefined ? result.movedTo : undefined;
}

function late(chunk: Work['chunk']): { expiresAt: Date } {
  return { expiresAt: chunk.expiresAt };
}

/** A timer per send is made only for channels that ask for the signal. */
class Sending implements SendContext {
  constructor(
    readonly deliveryKey: string,
    readonly attempt: number,
    private readonly timeoutMs: number,
  ) {}

  get signal(): AbortSignal {
    return AbortSignal.timeout(this.timeoutMs);
  }
}
