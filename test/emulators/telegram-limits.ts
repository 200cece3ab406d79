/** Counts sends in sliding windows by a given clock, the way the Bot FAQ describes its limits. */
import { type Refusal, refused } from './telegram-chats.ts';

export interface TelegramLimits {
  /** Messages in any second, all chats together. */
  global: number;
  /** Messages in any 3 seconds of one chat: one a second, short bursts tolerated. */
  chat: number;
  /** Messages in any minute of one group. */
  group: number;
}
export const publishedLimits: TelegramLimits = { global: 30, chat: 6, group: 20 };

export class SendWindows {
  private readonly sent = new Map<string, number[]>();
  /** Requests that came although a window was full. */
  overLimit = 0;

  constructor(readonly limits: TelegramLimits) {}

  take(chatId: number, now: number): Refusal | undefined {
    const windows: [string, number, number][] = [
      ['global', 1_000, this.limits.global],
      [`chat${chatId}`, 3_000, this.limits.chat],
    ];
    if (chatId < 0) windows.push([`group${chatId}`, 60_000, this.limits.group]);
    const wait = Math.max(0, ...windows.map(([key, length, max]) => this.waitOf(key, now, length, max)));
    if (wait > 0) {
      this.overLimit += 1;
      const retry_after = Math.ceil(wait / 1000);
      return refused(429, `retry after ${retry_after}`, { retry_after });
    }
    for (const [key] of windows) this.sent.get(key)!.push(now);
    return undefined;
  }

  private waitOf(key: string, now: number, length: number, max: number): number {
    const times = (this.sent.get(key) ?? []).filter((time) => time > now - length);
    this.sent.set(key, times);
    return times.length >= max ? times[times.length - max]! + length - now : 0;
  }
}
