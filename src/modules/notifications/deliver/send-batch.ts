/** One batch of a chunk: the guards that all channels share, the pace of account and chats, the sends, and their outcomes. */
import { Inject, Injectable } from '@nestjs/common';
import type { SendContext, SendFailure, SendResult } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Interactions } from '../zalo/interactions.ts';
import type { AddressChange } from './address-changes.ts';
import { type AddressTurn, ChannelPace } from './channel-pace.ts';
import type { DeliveryRow, Written } from './chunk-store.ts';
import type { Work } from './deliver-chunk.ts';
import type { ReadyMessage } from './message-renderer.ts';
import { deferred, type Outcome, outcomeOf, refused, skipped } from './outcome.ts';
import { quietUntil } from './quiet-hours.ts';

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
    const { lane } = work;
    const prepared = rows.map((row) => this.prepare(work, row));
    const ready = prepared.filter((one): one is Ready => 'to' in one);
    const turns = await this.pace.addressTurns(lane.channel, ready);
    await lane.expect(ready.reduce((sum, { requests }) => sum + requests, 0));
    let n = 0;
    const done = await Promise.all(
      prepared.map((one) => ('to' in one ? this.one(work, one, turns[n++]) : { row: one.row, outcome: one.outcome })),
    );
    return {
      written: done.filter((one) => one !== undefined),
      unsent: rows.filter((_, i) => done[i] === undefined),
    };
  }

  private prepare(work: Work, row: DeliveryRow): Ready | Written {
    const outcome = this.guard(work, row);
    if (outcome) return { row, outcome };
    const { chunk, lane, render } = work;
    const to = lane.channel.address.parse(row.address as string);
    if (to === undefined) return { row, outcome: refused('bad_address', 'RECIPIENT_GONE') };
    const { message, parts } = render(row);
    const verdict = lane.channel.canSend(to, message, this.clock.now());
    if (verdict.kind === 'deny') return { row, outcome: refused(verdict.reason) };
    if (verdict.kind === 'defer') return { row, outcome: deferred(verdict.until, 'window', late(chunk)) };
    return { row, to, parts, requests: Math.max(1, parts.length) };
  }

  /** What keeps a message from being sent, the same for all channels. */
  private guard({ chunk, lane }: Work, row: DeliveryRow): Outcome | undefined {
    const now = this.clock.now();
    if (chunk.cancelled_at) return skipped('cancelled');
    if (chunk.expires_at <= now) return skipped('expired');
    if (row.skip) return skipped(row.skip);
    if (row.address === null) return refused('no_address', 'RECIPIENT_GONE');
    if (!lane.channel.limits.respectsQuietHours) return undefined;
    const until = quietUntil(now, row.quiet_from ?? this.env.QUIET_FROM, row.quiet_to ?? this.env.QUIET_TO);
    return until && deferred(until, 'quiet_hours', late(chunk));
  }

  private async one(work: Work, ready: Ready, turn: AddressTurn | undefined): Promise<Written | undefined> {
    const { lane, chunk } = work;
    const { row, requests } = ready;
    if (turn && 'retryAt' in turn) return { row, outcome: deferred(turn.retryAt, 'pace', late(chunk)) };
    if (turn) await this.pace.until(turn.at);
    const entered = lane.enter(requests);
    if (!(entered === true || (await entered))) return undefined;
    try {
      return await this.attempt(work, ready);
    } finally {
      lane.leave();
    }
  }

  private async attempt(work: Work, { row, to, parts, requests }: Ready): Promise<Written> {
    const { chunk, lane } = work;
    const { channel } = lane;
    const address = row.address as string;
    const context = () =>
      new Sending(`${chunk.message_id}:${row.person_id}:${channel.id}`, row.attempts + 1, channel.limits.timeoutMs);
    const changes: AddressChange[] = [];
    let result = await channel.send(to, parts, context());
    const movedTo = isMoved(result) ? channel.address.parse(result.movedTo) : undefined;
    if (isMoved(result) && movedTo !== undefined) {
      changes.push({ kind: 'moved', address, to: result.movedTo });
      if (await lane.another(requests)) result = await channel.send(movedTo, parts, context());
    }
    lane.note(result);
    changes.push(...this.learnt(channel.id, address, requests, result));
    const outcome = outcomeOf(result, {
      attempts: row.attempts,
      repeats: row.repeats,
      repeatable: chunk.repeatable,
      now: this.clock.now(),
      expiresAt: chunk.expires_at,
    });
    return changes.length > 0 ? { row, outcome, changes } : { row, outcome };
  }

  private learnt(channelId: string, address: string, texts: number, result: SendResult): AddressChange[] {
    if (!result.ok) return result.cls === 'RECIPIENT_GONE' ? [{ kind: 'gone', address, code: result.code }] : [];
    const changes: AddressChange[] = result.movedTo ? [{ kind: 'moved', address, to: result.movedTo }] : [];
    if (channelId !== 'zalo-oa') return changes;
    this.interactions.sent(address, texts);
    return [...changes, { kind: 'sent', address, texts }];
  }
}

function isMoved(result: SendResult): result is SendFailure & { movedTo: string } {
  return !result.ok && result.cls === 'ADDRESS_MOVED' && result.movedTo !== undefined;
}

function late(chunk: Work['chunk']): { expiresAt: Date } {
  return { expiresAt: chunk.expires_at };
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
