/** Serves the page of fake phones on a port of its own, and carries what is pressed and written to the fake platforms. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatHtml, phonesPage, type Switch, switchesHtml } from './page.ts';
import type { Phone } from './phone.ts';
import { closeServer } from '../../../test/emulators/close-server.ts';

const LOOK_MS = 250;
const FORM_BYTES = 8_192;

export interface PhonesToServe {
  phones: readonly Phone[];
  consoleUrl: string;
  switches(): Switch[];
  flip(name: string): void;
  /** Hands waiting webhooks to the server, as the platforms do by themselves. */
  deliver(): Promise<void>;
  /** Where this phone gets its own session: an invite's address on that device. */
  invite(phoneId: string): Promise<string | undefined>;
}

export interface PhonesServer {
  url: string;
  stop(): Promise<void>;
}

/** @param port any other free one when it is taken */
export async function servePhones(of: PhonesToServe, port = 0): Promise<PhonesServer> {
  const page = new PhonesPage(of);
  const server = createServer((request, response) => void page.answer(request, response));
  await listen(server, port).catch(() => listen(server, 0));
  const ticker = setInterval(() => void page.look(), LOOK_MS);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      clearInterval(ticker);
      await closeServer(server);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', resolve);
  });
}

class PhonesPage {
  private readonly listeners = new Set<ServerResponse>();
  private shown: Record<string, string> = {};
  private looking = false;

  constructor(private readonly of: PhonesToServe) {}

  /** Tells all open pages which columns are different now. */
  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    await this.of.deliver().catch(() => undefined);
    this.looking = false;
    const now = this.drawn();
    const changed = Object.entries(now).filter(([id, html]) => this.shown[id] !== html);
    this.shown = now;
    if (changed.length === 0) return;
    const text = JSON.stringify(Object.fromEntries(changed));
    for (const listener of this.listeners) listener.write(`data: ${text}\n\n`);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    try {
      if (request.method === 'POST') await this.act(url.pathname, await formOf(request), request, response);
      else await this.show(url, request, response);
    } catch {
      if (!response.headersSent) response.writeHead(400);
      response.end();
    }
  }

  private async show(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const phone = this.phone(url.searchParams.get('phone'));
    switch (url.pathname) {
      case '/':
        return page(response, phonesPage(this.of.phones, this.of.switches(), this.of.consoleUrl));
      case '/changes':
        return this.listen(request, response);
      case '/open':
        return go(response, phone?.open(url.searchParams.get('to') ?? ''));
      case '/session':
        return go(response, await this.of.invite(phone?.id ?? ''));
      default:
        response.writeHead(404).end();
    }
  }

  private async act(path: string, form: URLSearchParams, request: IncomingMessage, response: ServerResponse) {
    const phone = this.phone(form.get('phone'));
    const word = (name: string) => form.get(name)?.trim() ?? '';
    if (path === '/switch') this.of.flip(word('name'));
    else if (path === '/write' && word('text')) await phone?.write?.(word('text'));
    else if (path === '/press') await phone?.press?.(word('message'), word('label'));
    await this.look();
    if (request.headers.accept === 'application/json') response.writeHead(204).end();
    else response.writeHead(303, { location: '/' }).end();
  }

  private listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`data: ${JSON.stringify(this.drawn())}\n\n`);
    this.listeners.add(response);
    request.on('close', () => this.listeners.delete(response));
  }

  private drawn(): Record<string, string> {
    const chats = this.of.phones.map((phone) => [`chat-${phone.id}`, chatHtml(phone)] as const);
    return { ...Object.fromEntries(chats), switches: switchesHtml(this.of.switches()) };
  }

  private phone(id: string | null): Phone | undefined {
    return this.of.phones.find((phone) => phone.id === id);
  }
}

function page(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}

function go(response: ServerResponse, location: string | undefined): void {
  if (location) response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
  else response.writeHead(404).end();
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > FORM_BYTES) throw new Error('A form of that size is not ours');
    parts.push(part as Buffer);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}
