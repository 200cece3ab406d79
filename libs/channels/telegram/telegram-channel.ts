/** Telegram through a bot: to people who have opened it, and into groups and forum topics that it belongs to. */
import type { Channel, Health, InboundEvent, Pace, Rendered, SendContext, SendResult, Verified } from '../channel.ts';
import { BotApi, type BotAnswer } from './bot-api.ts';
import { isGroup, type TelegramAddress, telegramAddress } from './telegram-address.ts';
import { badAction, keyboardOf, type MiniAppPlace } from './telegram-buttons.ts';
import { MAX_TEXT, renderTelegram } from './render-telegram.ts';
import { normalizeUpdate } from './telegram-updates.ts';
import { type TelegramCall, verifyTelegramWebhook } from './telegram-webhook.ts';

export interface TelegramSettings {
  token: string;
  /** Default https://api.telegram.org */
  root?: string;
  /** Without it every webhook call is refused. */
  webhookSecret?: string;
  /** The bot's name without @; commands to other bots of a group are then left alone. */
  username?: string;
  miniApp?: MiniAppPlace;
  /** Longer than the 10 s in which a connection must stand: an unreachable Telegram is then surely not sent to. */
  timeoutMs?: number;
  deadline?: (milliseconds: number) => AbortSignal;
  /** Multiplies the limits, for emulators in benches. Default 1. */
  pace?: number;
}

/** Below the published 30 a second, 1 a second and chat, 20 a minute and group. Source: Telegram's FAQ for bots. */
const PER_SECOND = 25;
const PER_CHAT_SECOND = 1;
const PER_GROUP_MINUTE = 18;
/** On top of an even flow to one chat. */
const CHAT_BURST = 3;
/** Scaled limits only: at the published ones the account's flow is even, since a late send already makes a second fuller. */
const burstOf = (perSecond: number) => Math.max(1, Math.floor(perSecond / 40));

class TelegramChannel implements Channel<TelegramAddress> {
  readonly id = 'telegram';
  readonly capabilities = {
    maxText: MAX_TEXT,
    lengthUnit: 'utf16',
    formats: ['plain', 'html'],
    buttons: 'callback',
    openMiniApp: true,
    media: true,
    templatesOnly: false,
    groups: 'join-only',
    groupNameMax: 128,
    receipts: [],
    inbound: true,
    verifiedPhone: true,
    edit: true,
    batchMax: 1,
  } as const;
  readonly limits;
  readonly address = telegramAddress;
  readonly api: BotApi;
  private readonly speed: number;

  constructor(private readonly settings: TelegramSettings) {
    const { token, root = 'https://api.telegram.org', timeoutMs = 15_000, pace = 1, deadline } = settings;
    this.speed = pace;
    this.limits = {
      perSecond: PER_SECOND * pace,
      burst: burstOf(PER_SECOND * pace),
      concurrency: 16,
      timeoutMs,
      respectsQuietHours: true,
    };
    this.api = new BotApi({ token, root, timeoutMs, ...(deadline && { deadline }) });
  }

  canSend() {
    return { kind: 'allow', costVnd: 0 } as const;
  }

  pace({ chatId }: TelegramAddress): readonly Pace[] {
    const chat = { key: `chat:${chatId}`, perSecond: PER_CHAT_SECOND * this.speed, burst: CHAT_BURST };
    return isGroup(chatId)
      ? [chat, { key: `group:${chatId}`, perSecond: (PER_GROUP_MINUTE / 60) * this.speed, burst: 1 }]
      : [chat];
  }

  readonly render = renderTelegram;

  async send(to: TelegramAddress, parts: readonly Rendered[], { signal }: SendContext): Promise<SendResult> {
    let sent: { ok: true; providerId: string | null } | undefined;
    let address = to;
    for (const part of parts) {
      const { answer, used } = await this.sendPart(address, part, signal);
      // Once a part is out, a failure of a later one must not repeat the first by itself.
      if (!answer.ok) return sent ? { ok: false, cls: 'AMBIGUOUS', code: `PART_${answer.code}` } : answer;
      address = used;
      sent ??= { ok: true, providerId: messageIdOf(answer.result) };
    }
    if (!sent) return { ok: false, cls: 'PERMANENT', code: 'NOTHING_RENDERED' };
    return address === to ? sent : { ...sent, movedTo: telegramAddress.format(address) };
  }

  verifyInbound(headers: Record<string, string | undefined>, rawBody: Buffer, now: Date): Verified {
    return verifyTelegramWebhook(this.settings.webhookSecret, headers, rawBody, now);
  }

  normalize(verified: Verified): InboundEvent[] {
    return verified.ok
      ? normalizeUpdate({ id: this.api.botId, username: this.settings.username }, verified.body as TelegramCall)
      : [];
  }

  async health(): Promise<Health> {
    const answer = await this.api.call('getMe');
    return answer.ok ? { state: 'ok', detail: null } : { state: 'down', detail: answer.code };
  }

  /** A topic that is gone does not lose the message: it goes to the group's general topic, and the caller is told. */
  private async sendPart(
    to: TelegramAddress,
    part: Rendered,
    signal: AbortSignal,
  ): Promise<{ answer: BotAnswer; used: TelegramAddress }> {
    if (badAction(part)) return { answer: { ok: false, cls: 'PERMANENT', code: 'BUTTON_DATA_TOO_LONG' }, used: to };
    const answer = await this.api.call('sendMessage', this.body(to, part), signal);
    if (answer.ok || answer.code !== '400_TOPIC_NOT_FOUND' || !to.topicId) return { answer, used: to };
    const used = { chatId: to.chatId };
    return { answer: await this.api.call('sendMessage', this.body(used, part), signal), used };
  }

  private body({ chatId, topicId }: TelegramAddress, part: Rendered): Record<string, unknown> {
    const keyboard = keyboardOf(part, chatId, this.settings.miniApp);
    return {
      chat_id: chatId,
      text: part.html ?? part.text,
      ...(part.html && { parse_mode: 'HTML' }),
      ...(topicId && { message_thread_id: topicId }),
      ...(keyboard && { reply_markup: keyboard }),
      link_preview_options: { is_disabled: true },
    };
  }
}

function messageIdOf(result: unknown): string | null {
  const id = (result as { message_id?: unknown } | null)?.message_id;
  return typeof id === 'number' ? String(id) : null;
}

export type { TelegramChannel };

export function createTelegramChannel(settings: TelegramSettings): TelegramChannel {
  return new TelegramChannel(settings);
}
