/**
 * Telegram on loopback: a Bot API that is as strict as the real one, phones that show what they got and press buttons,
 * webhooks with the secret header, and faults on demand. Time is the caller's clock.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EmulatedGroup, type EmulatedPerson, type ReceivedMessage, TelegramChats } from './telegram-chats.ts';
import { type LaunchKeys, makeLaunchKeys, signContact, signLaunch } from './telegram-launch.ts';
import { publishedLimits, SendWindows, type TelegramLimits } from './telegram-limits.ts';
import { methods, type MethodState } from './telegram-methods.ts';
import { answer, bodyOf, postUpdate } from './telegram-wire.ts';
import { closeServer } from './close-server.ts';

/** `hang` never answers; the two drops close the line before and after the message has arrived. */
export type TelegramFault =
  | 'html-502'
  | 'json-500'
  | 'hang'
  | 'drop-before'
  | 'drop-after'
  | 'flood'
  | 'revoked'
  | 'conflict';

export interface TelegramSettings {
  token?: string;
  username?: string;
  now: () => Date;
  limits?: TelegramLimits;
  port?: number;
  /** Where an address that we were given really listens; as name servers would tell. */
  reach?: (url: string) => string;
  /** Updates are numbered from here; another run on the same database needs other numbers. */
  firstUpdate?: number;
}

type Fields = Record<string, unknown>;

export class TelegramEmulator {
  readonly chats = new TelegramChats();
  readonly keys: LaunchKeys;
  /** Every call that named the right token, in order. */
  readonly calls: { method: string; params: Fields }[] = [];
  url = '';
  private readonly state: MethodState;
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private updateId: number;
  private fault: { kind: TelegramFault; left: number } | undefined;

  constructor(private readonly settings: TelegramSettings) {
    const {
      token = '7000000001:AAinvented_token_of_a_test_bot_00001',
      username = 'to_so_bot',
      limits = publishedLimits,
      now,
    } = settings;
    this.keys = makeLaunchKeys(token);
    this.updateId = settings.firstUpdate ?? 500_000;
    this.state = {
      chats: this.chats,
      windows: new SendWindows(limits),
      now,
      bot: { id: Number(token.split(':')[0]), username },
      webhook: null,
      answers: [],
      pending: [],
    };
  }

  get token(): string {
    return this.keys.token;
  }

  /** Requests that came above a limit. */
  get overLimit(): number {
    return this.state.windows.overLimit;
  }

  /** What presses of buttons were answered with. */
  get answers(): readonly { id: string; text: string }[] {
    return this.state.answers;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(this.settings.port ?? 0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    await closeServer(this.server);
  }

  /** The next `times` calls fail this way. */
  fail(kind: TelegramFault, times = 1): void {
    this.fault = { kind, left: times };
  }

  heal(): void {
    this.fault = undefined;
  }

  person(id: number, given: Partial<EmulatedPerson> = {}): EmulatedPerson {
    const person = {
      id,
      firstName: `Người ${id}`,
      phone: `84511${String(id).padStart(6, '0').slice(-6)}`,
      blocked: false,
      started: true,
      ...given,
    };
    this.chats.people.set(id, person);
    return person;
  }

  group(id: number, given: Partial<EmulatedGroup> = {}): EmulatedGroup {
    const group = {
      id,
      title: `Nhóm ${id}`,
      forum: false,
      topics: new Map<number, string>(),
      botInside: true,
      migratedTo: null,
      ...given,
    };
    this.chats.groups.set(id, group);
    return group;
  }

  /** What the phone shows in this chat, oldest first. */
  received(chatId: number): ReceivedMessage[] {
    return this.chats.received(chatId);
  }

  /**
   * The person presses a button: of the chat's last message that has it, or of the one that is named. A link is given
   * back, a callback becomes an update.
   */
  press(
    personId: number,
    label: string,
    chatId = personId,
    messageId?: number,
  ): { url: string } | { updateId: number } {
    const message = this.received(chatId).findLast(
      (entry) => (messageId === undefined || entry.messageId === messageId) && shownWith(entry, label) !== undefined,
    );
    const shown = message && shownWith(message, label);
    const button = shown?.buttons.find(({ text }) => text === label);
    if (!message || !shown || !button) throw new Error(`No button "${label}" in chat ${chatId}`);
    if (!button.callback_data) return { url: button.web_app?.url ?? button.url ?? '' };
    const about = {
      message_id: message.messageId,
      text: shown.text,
      reply_markup: { inline_keyboard: shown.buttons.map((one) => [one]) },
      date: this.seconds(),
      chat: this.chats.chatOf(chatId),
      ...this.chats.topicOf(chatId, message.topicId),
    };
    return {
      updateId: this.update({
        callback_query: {
          id: `q${this.updateId}`,
          from: this.chats.userOf(personId),
          message: about,
          data: button.callback_data,
          chat_instance: '1',
        },
      }),
    };
  }

  write(personId: number, text: string, chatId = personId, topicId?: number): number {
    return this.message(personId, chatId, { text, ...this.chats.topicOf(chatId, topicId) });
  }

  /** `of` is another person when a card from the address book is sent on. */
  shareContact(personId: number, of = personId): number {
    const person = this.chats.people.get(of)!;
    return this.message(personId, personId, {
      contact: { phone_number: person.phone, first_name: person.firstName, user_id: of },
    });
  }

  block(personId: number, blocked = true): number {
    this.chats.people.get(personId)!.blocked = blocked;
    return this.membership(personId, personId, blocked ? 'kicked' : 'member');
  }

  removeFromGroup(groupId: number, by: number): number {
    this.chats.groups.get(groupId)!.botInside = false;
    return this.membership(groupId, by, 'kicked');
  }

  /** The group becomes a supergroup: it gets another id. */
  migrate(groupId: number): { newId: number; updateId: number } {
    const group = this.chats.groups.get(groupId)!;
    const newId = Number(`-100${Math.abs(groupId)}`);
    const updateId = this.update({
      message: {
        message_id: this.chats.number(),
        date: this.seconds(),
        chat: this.chats.chatOf(groupId),
        migrate_to_chat_id: newId,
      },
    });
    this.chats.groups.set(newId, { ...group, id: newId });
    group.migratedTo = newId;
    return { newId, updateId };
  }

  /** The launch data with which Telegram opens the mini-app for this person. */
  launch(personId: number, extra: Fields = {}): string {
    const strings = Object.fromEntries(Object.entries(extra).map(([key, value]) => [key, String(value)]));
    return signLaunch(this.keys, {
      query_id: 'AAHinvented',
      user: JSON.stringify({ ...this.chats.userOf(personId), allows_write_to_pm: true }),
      auth_date: String(this.seconds()),
      ...strings,
    });
  }

  requestContact(personId: number): string {
    const { phone, firstName } = this.chats.people.get(personId)!;
    return signContact(this.keys, { user_id: personId, phone_number: phone, first_name: firstName }, this.seconds());
  }

  /** The updates that wait, as raw bodies. */
  get waiting(): Fields[] {
    return this.state.pending.map(({ update }) => update);
  }

  /** Sends waiting updates to the webhook, in order. What is not answered with 2xx stays and comes again. @returns how many were taken */
  async deliverUpdates(twice = false): Promise<number> {
    const { webhook, pending } = this.state;
    let taken = 0;
    while (webhook && pending[0]) {
      for (let time = 0; time < (twice ? 2 : 1); time += 1)
        if (!(await postUpdate({ ...webhook, url: this.reach(webhook.url) }, pending[0].update))) return taken;
      pending.shift();
      taken += 1;
    }
    return taken;
  }

  private reach(url: string): string {
    return this.settings.reach?.(url) ?? url;
  }

  private message(from: number, chatId: number, fields: Fields): number {
    return this.update({
      message: {
        message_id: this.chats.number(),
        date: this.seconds(),
        chat: this.chats.chatOf(chatId),
        from: this.chats.userOf(from),
        ...fields,
      },
    });
  }

  private membership(chatId: number, by: number, status: string): number {
    const user = { id: this.state.bot.id, is_bot: true, first_name: 'Tổ Số' };
    return this.update({
      my_chat_member: {
        chat: this.chats.chatOf(chatId),
        from: this.chats.userOf(by),
        date: this.seconds(),
        old_chat_member: { status: 'member', user },
        new_chat_member: { status, user },
      },
    });
  }

  private update(fields: Fields): number {
    const update_id = this.updateId++;
    this.state.pending.push({ update: { update_id, ...fields } });
    return update_id;
  }

  private seconds(): number {
    return Math.floor(this.settings.now().getTime() / 1000);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const params = await bodyOf(request);
    if (token !== this.token) return answer(response, { code: 401, description: 'Unauthorized' });
    this.calls.push({ method, params });
    const fault = this.takeFault();
    if (fault) return this.serveFault(fault, method, params, request, response);
    const run = methods[method];
    answer(response, run ? run(this.state, params) : { code: 404, description: 'Not Found: method not found' });
  }

  private takeFault(): TelegramFault | undefined {
    if (!this.fault || this.fault.left <= 0) return undefined;
    this.fault.left -= 1;
    return this.fault.kind;
  }

  private serveFault(
    fault: TelegramFault,
    method: string,
    params: Fields,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    switch (fault) {
      case 'html-502':
        response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>502 Bad Gateway</body></html>');
        return;
      case 'json-500':
        return answer(response, { code: 500, description: 'Internal Server Error: restart' });
      case 'flood':
        return answer(response, {
          code: 429,
          description: 'Too Many Requests: retry after 9',
          parameters: { retry_after: 9 },
        });
      case 'revoked':
        return answer(response, { code: 401, description: `Unauthorized: ${this.token}` });
      case 'conflict':
        return answer(response, { code: 409, description: 'Conflict: terminated by other getUpdates request' });
      case 'drop-after':
        methods[method]?.(this.state, params);
        request.socket.destroy();
        return;
      case 'drop-before':
        request.socket.destroy();
        return;
      case 'hang':
    }
  }
}

export function startTelegramEmulator(settings: TelegramSettings): Promise<TelegramEmulator> {
  return new TelegramEmulator(settings).start();
}

/** The message as it is, or as a slow phone still shows it. */
function shownWith(entry: ReceivedMessage, label: string): Pick<ReceivedMessage, 'text' | 'buttons'> | undefined {
  return [entry, entry.before].find((one) => one?.buttons.some(({ text }) => text === label));
}
