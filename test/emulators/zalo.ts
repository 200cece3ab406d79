/**
 * All of Zalo's services that we call, on one loopback server, each below a folder of its name: /oauth, /openapi,
 * /business, /graph, /mini, /bot. Strict where the documentation is, with a clock that moves only when told, and with
 * faults on demand. Each fake phone keeps what it received.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { EmulatedBot, EmulatedMini } from './zalo/bot.ts';
import { EmulatedGraph } from './zalo/graph.ts';
import { EmulatedGroups } from './zalo/groups.ts';
import { EmulatedOauth } from './zalo/oauth.ts';
import { EmulatedAccount } from './zalo/official-account.ts';
import { EmulatedTemplates } from './zalo/templates.ts';
import { EmulatedWebhooks } from './zalo/webhooks.ts';
import { type FakePerson, type Incoming, type Reply, type ZaloSettings, ZaloWorld } from './zalo/world.ts';
import { closeServer } from './close-server.ts';

export type { FakePerson, ReceivedMessage, ZaloSettings } from './zalo/world.ts';

/**
 * `drop` and `hang` before anything is done; the `-after` ones when the work is done; `html` a gateway's page with 502; a
 * number: that error with HTTP 200; `error-body`: OAuth's error without a number.
 */
export type ZaloFault = 'drop' | 'hang' | 'drop-after' | 'hang-after' | 'html' | 'busy' | 'error-body' | number;

type Service = 'oauth' | 'openapi' | 'business' | 'graph' | 'mini' | 'bot';

export class ZaloEmulator {
  readonly world: ZaloWorld;
  readonly webhooks: EmulatedWebhooks;
  readonly oauth: EmulatedOauth;
  readonly account: EmulatedAccount;
  readonly groups: EmulatedGroups;
  readonly templates: EmulatedTemplates;
  readonly graph: EmulatedGraph;
  readonly bot: EmulatedBot;
  readonly mini: EmulatedMini;
  url = '';
  private readonly faults: { path: string; fault: ZaloFault; left: number }[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  constructor(settings: Partial<ZaloSettings> = {}) {
    this.world = new ZaloWorld(settings);
    this.webhooks = new EmulatedWebhooks(this.world);
    this.oauth = new EmulatedOauth(this.world);
    this.account = new EmulatedAccount(this.world, this.oauth, this.webhooks);
    this.groups = new EmulatedGroups(this.world, (event) => this.webhooks.oa(event));
    this.templates = new EmulatedTemplates(this.world, this.account);
    this.graph = new EmulatedGraph(this.world);
    this.bot = new EmulatedBot(this.world, this.webhooks);
    this.mini = new EmulatedMini(this.world);
  }

  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    await closeServer(this.server);
  }

  /** Calls whose path begins so (`/openapi`, `/oauth/v4` ...) fail this way, `times` times or always. */
  fail(path: string, fault: ZaloFault, times = Number.POSITIVE_INFINITY): void {
    this.faults.push({ path, fault, left: times });
  }

  heal(): void {
    this.faults.length = 0;
  }

  /** Moves the time, then sends the webhooks that are due. */
  async advance(milliseconds = 0): Promise<void> {
    this.world.pass(milliseconds);
    await this.webhooks.flush();
  }

  /** Registers the account's webhook: a signed sample comes at once. */
  async registerWebhook(url: string): Promise<void> {
    this.webhooks.register('oa', url);
    const sender = { id: '0' };
    this.webhooks.oa({
      event_name: 'user_send_text',
      sender,
      recipient: { id: this.world.settings.oaId },
      message: { msg_id: 'sample', text: 'This is testing message' },
    });
    await this.webhooks.flush();
  }

  /** The person writes to the account. */
  says(person: FakePerson, text: string): void {
    this.world.interacts(person);
    this.tell(person, 'user_send_text', { message: { msg_id: this.world.id('in-'), text } });
  }

  follows(person: FakePerson): void {
    person.follows = true;
    this.webhooks.oa({
      event_name: 'follow',
      oa_id: this.world.settings.oaId,
      follower: { id: person.userId },
      user_id_by_app: person.appUserId,
      source: 'qr',
    });
  }

  unfollows(person: FakePerson): void {
    person.follows = false;
    this.webhooks.oa({
      event_name: 'unfollow',
      oa_id: this.world.settings.oaId,
      follower: { id: person.userId },
      user_id_by_app: person.appUserId,
    });
  }

  /** The person asks that their data be deleted. */
  withdraws(person: FakePerson): void {
    this.tell(person, 'user_withdraw', {});
  }

  /** The person opens the account's chat. */
  sees(person: FakePerson): void {
    const ids = person.received.filter(({ channel }) => channel === 'zalo-oa').map(({ id }) => id);
    this.webhooks.oa({
      event_name: 'user_seen_message',
      sender: { id: this.world.settings.oaId },
      recipient: { id: person.userId },
      user_id_by_app: person.appUserId,
      message: { msg_ids: ids },
    });
  }

  private tell(person: FakePerson, event_name: string, rest: Record<string, unknown>): void {
    this.webhooks.oa({
      event_name,
      sender: { id: person.userId },
      recipient: { id: this.world.settings.oaId },
      user_id_by_app: person.appUserId,
      ...rest,
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { service, incoming } = await read(request);
    this.world.requests.set(service, (this.world.requests.get(service) ?? 0) + 1);
    const fault = this.takeFault(`/${service}${incoming.path}`);
    if (fault === 'hang') return;
    if (fault === 'drop') return void request.socket.destroy();
    const reply = (fault === undefined ? undefined : faultReply(fault)) ?? this.route(service as Service, incoming);
    if (fault === 'hang-after') return;
    if (fault === 'drop-after') return void request.socket.destroy();
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    response
      .writeHead(reply.status, {
        'content-type': typeof reply.body === 'string' ? 'text/html' : 'application/json',
        ...reply.headers,
      })
      .end(text);
  }

  private route(service: Service, incoming: Incoming): Reply {
    switch (service) {
      case 'oauth':
        return this.oauth.handle(incoming);
      case 'openapi':
        return this.openapi(incoming);
      case 'business':
        return this.templates.handle(incoming);
      case 'graph':
        return this.graph.handle(incoming);
      case 'mini':
        return this.mini.handle(incoming);
      case 'bot':
        return this.bot.handle(incoming);
      default:
        return { status: 404, body: 'Not found' };
    }
  }

  private openapi(incoming: Incoming): Reply {
    const name = `${incoming.method} ${incoming.path}`;
    if (incoming.path.startsWith('/v2.0/oa/message'))
      return { status: 200, body: { error: -240, message: 'API v2 is shut down' } };
    const handler =
      name === 'POST /v3.0/oa/message/cs' ? (entry: Incoming) => this.account.consult(entry) : this.groups.routes[name];
    if (!handler) return { status: 404, body: 'Not found' };
    return this.account.gate(incoming) ?? handler(incoming);
  }

  private takeFault(path: string): ZaloFault | undefined {
    const found = this.faults.find((entry) => entry.left > 0 && path.startsWith(entry.path));
    if (found) found.left -= 1;
    return found?.fault;
  }
}

function faultReply(fault: ZaloFault): Reply | undefined {
  if (typeof fault === 'number') return { status: 200, body: { error: fault, message: 'Told to fail' } };
  if (fault === 'html') return { status: 502, body: '<html><body>Bad gateway</body></html>' };
  if (fault === 'busy') return { status: 503, body: 'Busy', headers: { 'retry-after': '5' } };
  if (fault === 'error-body')
    return {
      status: 200,
      body: { error_name: 'Invalid request', error_reason: 'Invalid request', error_description: '' },
    };
  return undefined;
}

async function read(request: IncomingMessage): Promise<{ service: string; incoming: Incoming }> {
  const raw = await text(request);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, service = '', path = '/'] = /^\/([^/]*)(\/.*)?$/.exec(url.pathname) ?? [];
  const headers = request.headers as Record<string, string | undefined>;
  return {
    service,
    incoming: { method: request.method ?? 'GET', path, query: url.searchParams, headers, raw, json: objectOf(raw) },
  };
}

function objectOf(raw: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function startZaloEmulator(settings: Partial<ZaloSettings> = {}, port = 0): Promise<ZaloEmulator> {
  return new ZaloEmulator(settings).start(port);
}
