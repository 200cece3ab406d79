/** The Bot platform and the mini-app's notices: small services with rules of their own. */
import type { EmulatedWebhooks } from './webhooks.ts';
import type { FakePerson, Incoming, Reply, ZaloWorld } from './world.ts';

const TEXT = 2000;
const wrong = (error_code: number, description: string): Reply => ({
  status: 200,
  body: { ok: false, error_code, description },
});
const done = (result: unknown): Reply => ({ status: 200, body: { ok: true, result } });

export class EmulatedBot {
  private readonly updates: unknown[] = [];
  /** Messages that may still be sent; then 429 "Quota exceeded". */
  quota = Number.POSITIVE_INFINITY;

  constructor(
    private readonly world: ZaloWorld,
    private readonly webhooks: EmulatedWebhooks,
  ) {}

  /** The person writes to the bot; its chat is known from then on. */
  hears(person: FakePerson, text: string): void {
    person.wroteToBot = true;
    const update = {
      event_name: 'message.text.received',
      message: {
        from: { id: person.botChatId, display_name: person.name, is_bot: false },
        chat: { id: person.botChatId, chat_type: 'PRIVATE' },
        text,
        message_id: this.world.id('bot-in-'),
        date: this.world.now().getTime(),
      },
    };
    if (this.webhooks.url('bot')) this.webhooks.bot(update);
    else this.updates.push(update);
  }

  handle({ path, json }: Incoming): Reply {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (token !== this.world.settings.botToken) return wrong(401, 'Unauthorized');
    switch (method) {
      case 'getMe':
        return done({ id: '1000000001', account_name: 'Bot Tổ Số', account_type: 'BASIC', can_join_groups: false });
      case 'sendMessage':
        return this.send(json);
      case 'sendChatAction':
        return done({});
      case 'setWebhook':
        return this.setWebhook(json);
      case 'deleteWebhook':
        this.webhooks.register('bot', undefined);
        return done(true);
      case 'getWebhookInfo':
        return done({ url: this.webhooks.url('bot') ?? '' });
      case 'getUpdates':
        return this.updates.length > 0 ? done(this.updates.shift()) : wrong(408, 'Request timeout');
      default:
        return wrong(404, 'Method not found');
    }
  }

  private setWebhook({ url, secret_token: secret }: Record<string, unknown>): Reply {
    if (typeof secret !== 'string' || secret.length < 8 || secret.length > 256)
      return wrong(400, 'secret_token is invalid');
    if (typeof url !== 'string') return wrong(400, 'url is invalid');
    this.webhooks.register('bot', url, secret);
    return done({ url });
  }

  private send({ chat_id: chatId, text, ...rest }: Record<string, unknown>): Reply {
    if (typeof text !== 'string' || text === '') return wrong(400, 'text is required');
    if (text.length > TEXT) return wrong(400, 'text is too long');
    if ('reply_markup' in rest || 'buttons' in rest) return wrong(400, 'buttons are not supported');
    const person = this.world.people.find(({ botChatId, wroteToBot }) => wroteToBot && botChatId === chatId);
    if (!person) return wrong(400, 'chat not found');
    if (this.quota <= 0) return wrong(429, 'Quota exceeded');
    this.quota -= 1;
    const message = { channel: 'zalo-bot', id: this.world.id('bot-'), text, at: this.world.now(), costVnd: 0 } as const;
    person.received.push(message);
    return done({ message_id: message.id, date: message.at.getTime() });
  }
}

export class EmulatedMini {
  /** Notices that were approved. */
  readonly templates = new Set(['notice-1']);

  constructor(private readonly world: ZaloWorld) {}

  handle({ method, path, headers, json }: Incoming): Reply {
    const { miniApiKey, miniAppId } = this.world.settings;
    if (method !== 'POST' || path !== '/notification/template') return { status: 404, body: 'Not found' };
    if (headers['x-api-key'] !== `Bearer ${miniApiKey}`)
      return { status: 401, body: { error: 401, message: 'Unauthorized' } };
    if (headers['x-miniapp-id'] !== miniAppId)
      return { status: 403, body: { error: -1403, message: 'Mini App has no permission' } };
    if (!this.templates.has(String(json.templateId)))
      return { status: 200, body: { error: -1400, message: 'templateId is invalid' } };
    const person = this.world.people.find(({ appUserId }) => appUserId === headers['x-user-id']);
    if (!person?.allowsMiniNotices)
      return { status: 200, body: { error: -1401, message: 'User has not allowed notices' } };
    const data = (json.templateData ?? {}) as Record<string, string>;
    const whole = ['title', 'contentTitle', 'contentDescription'].every(
      (name) => typeof data[name] === 'string' && data[name] !== '',
    );
    if (!whole) return { status: 200, body: { error: -1400, message: 'templateData is invalid' } };
    const message = {
      channel: 'zalo-mini',
      id: this.world.id('mini-'),
      text: `${data.title}\n${data.contentDescription}`,
      at: this.world.now(),
      costVnd: 0,
      data,
    } as const;
    person.received.push(message);
    return { status: 200, body: { error: 0, message: 'Success', data: { msgId: message.id } } };
  }
}
