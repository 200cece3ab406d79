/** The application with an emulated Telegram: people with linked accounts, groups, and updates handed over as they come. */
import { v7 } from 'uuid';
import { sql } from '#platform/database';
import { Sweep } from '../../../src/modules/notifications/deliver/sending/sweep.ts';
import { GroupChats } from '../../../src/modules/notifications/groups/group-chats.ts';
import { SendGroupPosts } from '../../../src/modules/notifications/groups/posts/send-group-posts.ts';
import { DeliveryChannels } from '../../../src/modules/notifications/delivery-channels.ts';
import { WebhookQueue } from '../../../src/modules/notifications/webhooks/webhook-queue.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../../emulators/telegram.ts';
import { startApp, type TestApp } from '../app.ts';
import type { TestPerson } from '../people.ts';

const SECRET = 'a-secret-of-the-webhook';
/** The bot answers a group so often and no more often. */
const ANSWER_MS = 4_000;

export class TelegramGroups {
  private heard = 0;
  private nextId = 5_110_001;

  private constructor(
    readonly app: TestApp,
    readonly telegram: TelegramEmulator,
  ) {}

  /** @param env.CLOCK where the time starts; the emulator goes by the application's clock */
  static async start(env: Record<string, string> = {}): Promise<TelegramGroups> {
    const clock = { now: () => new Date() };
    const telegram = await startTelegramEmulator({ now: () => clock.now() });
    const app = await startApp({
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_BOT_NAME: 'to_so_bot',
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_APP_LINK: 'https://t.me/to_so_bot/app',
      PUBLIC_URL: 'https://to-so.example',
      ...env,
    });
    clock.now = () => app.clock.now();
    app.drainables.push(
      () => app.get(WebhookQueue).settled(),
      () => app.get(Sweep).run(),
      () => app.get(SendGroupPosts).run(),
    );
    return new TelegramGroups(app, telegram);
  }

  /** The person's phone: an account that is linked. Gives the id at Telegram. */
  async account(person: TestPerson): Promise<number> {
    const id = this.stranger();
    await this.app.database.rows(
      sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
       select ${v7()}, ${person.id}, 'telegram', scope, ${String(id)}, 'code', ${this.app.clock.now()} from account_scopes
         where space = 'telegram'`,
    );
    return id;
  }

  /** Somebody with Telegram whom we do not know. */
  stranger(): number {
    const id = this.nextId++;
    this.telegram.person(id);
    return id;
  }

  group(title: string, topics: Record<number, string> = {}): number {
    const forum = Object.keys(topics).length > 0;
    const id = forum ? Number(`-100${this.nextId++}`) : -this.nextId++;
    this.telegram.group(id, { title, forum, topics: new Map(Object.entries(topics).map(([k, v]) => [Number(k), v])) });
    return id;
  }

  /** A group that is tied to a team, or to what the command names; nothing that was said about it stays. */
  async link(by: number, title: string, command = '/nhom'): Promise<number> {
    const id = this.group(title);
    await this.command(by, command, id);
    await this.press(by, 'Đúng, nối nhóm', id);
    this.telegram.received(id).splice(0);
    return id;
  }

  /** Hands over what has happened in Telegram since the last time. */
  async hear(): Promise<void> {
    const updates = this.telegram.waiting.slice(this.heard);
    this.heard += updates.length;
    this.app.clock.advance(ANSWER_MS);
    await Promise.all(updates.map((update) => this.take(update)));
  }

  /** The same, the way Telegram does it: over HTTP, twice each, worked off by the queue. */
  async hearByWebhook(): Promise<void> {
    const updates = this.telegram.waiting.slice(this.heard);
    this.heard += updates.length;
    this.app.clock.advance(ANSWER_MS);
    for (const payload of updates.flatMap((update) => [update, update]))
      await this.app.nest.inject({
        method: 'POST',
        url: '/webhooks/telegram',
        headers: { 'x-telegram-bot-api-secret-token': SECRET },
        payload,
      });
    await this.app.drain();
  }

  async command(by: number, text: string, group: number, topic?: number): Promise<void> {
    this.telegram.write(by, text, group, topic);
    await this.hear();
  }

  async press(by: number, label: string, group: number): Promise<void> {
    this.telegram.press(by, label, group);
    await this.hear();
  }

  texts(group: number): string[] {
    return this.telegram.received(group).map(({ text }) => text);
  }

  private async take(update: Record<string, unknown>): Promise<void> {
    const channel = this.app.get(DeliveryChannels).inOrder.find(({ id }) => id === 'telegram');
    const receivedAt = this.app.clock.now();
    for (const event of channel?.normalize?.({ ok: true, body: { update, receivedAt } }) ?? [])
      if (channel) await this.app.get(GroupChats).onEvent(event, channel);
  }
}
