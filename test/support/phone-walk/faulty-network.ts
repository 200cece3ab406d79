/** Between a phone and the server: a network that is slow, swallows answers, or has nobody at its other end. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `deaf`: the request arrives, its answer does not. `down`: as if the server were killed. `foreign`: something on the way
 * answers in the server's place; `mixed`: now it, now the server, whose answer may be lost behind the foreign one.
 */
export type Weather = 'good' | 'slow' | 'deaf' | 'busy' | 'down' | 'foreign' | 'mixed';

const HTML = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };
const PAGE = '<!doctype html><title>Wi-Fi</title><p>Dang nhap';
/** What networks, filters and gateways answer: status, headers, body. */
const FOREIGN: [number, Record<string, string>, string][] = [
  [200, {}, ''],
  [204, {}, ''],
  [200, JSON_TYPE, '{"status":"ok","task":{},"receipt":"x","entry":{"receipt":"x","id":"y"},"tasks":[]}'],
  [200, JSON_TYPE, 'null'],
  [200, HTML, PAGE],
  [302, { location: '/app/' }, ''],
  [302, { location: 'http://127.0.0.1:1/login' }, ''],
  [401, { ...HTML, 'www-authenticate': 'Basic' }, PAGE],
  [401, JSON_TYPE, '{"code":"platform.signInNeeded","title":"","status":401,"details":[]}'],
  [403, HTML, PAGE],
  [404, HTML, PAGE],
  [409, JSON_TYPE, '{"code":"task.moved","title":"","status":409,"details":[]}'],
  [500, HTML, PAGE],
  [502, HTML, PAGE],
  [503, { ...HTML, 'retry-after': '1' }, PAGE],
];

export interface FaultyNetwork {
  url: string;
  weather: Weather;
  /** Grows with each release: the worker's file is another one then. */
  version: number;
  /** With the next page the other files of its version are missing, until a page after it is asked for. */
  gone: 'no' | 'next' | 'now';
  /** How often something else has answered. */
  foreign: number;
  stop(): Promise<void>;
}

export async function startFaultyNetwork(server: string): Promise<FaultyNetwork> {
  const agent = new http.Agent({ keepAlive: true });
  const self = { weather: 'good' as Weather, version: 0, gone: 'no' as FaultyNetwork['gone'], foreign: 0 };
  const proxy = http.createServer((request, response) => {
    const isCall = request.url?.startsWith('/api/') ?? false;
    const writes = isCall && request.method !== 'GET';
    if (self.weather === 'down') return void request.socket.destroy();
    if (self.weather === 'busy' && writes) return void response.writeHead(503, { 'retry-after': '1' }).end('{}');
    if (isMissing(request.url ?? '')) return void response.writeHead(404).end();
    if (isCall && self.weather === 'foreign') return answerInstead(response);
    const wait = self.weather === 'slow' && isCall ? 700 : 0;
    setTimeout(() => pass(request, response, self.weather === 'deaf' && writes), wait);
  });
  let turn = 0;
  const answerInstead = (response: ServerResponse) => {
    const [status, headers, body] = FOREIGN[self.foreign++ % FOREIGN.length] ?? [200, {}, ''];
    response.writeHead(status, headers).end(body);
  };
  const isMissing = (url: string): boolean => {
    if (/^\/app\/(\?.*)?$/.test(url)) self.gone = self.gone === 'next' ? 'now' : 'no';
    // What finds faces is not part of a walk: photos are painted over by hand.
    return url.endsWith('.bin') || (self.gone === 'now' && /\/assets\/(?!first).*\.js$/.test(url));
  };
  const pass = (request: IncomingMessage, response: ServerResponse, deaf: boolean) => {
    const isWorker = request.url?.endsWith('/sw.js') ?? false;
    const headers = { ...request.headers, ...(isWorker && { 'accept-encoding': 'identity', 'if-none-match': '' }) };
    const onward = http.request(server + (request.url ?? ''), { method: request.method, headers, agent }, (answer) => {
      if (deaf) {
        answer.resume();
        answer.once('end', () => request.socket.destroy());
        return;
      }
      if (self.weather === 'mixed' && request.url?.startsWith('/api/') && turn++ % 2 === 0) {
        answer.resume();
        answer.once('end', () => answerInstead(response));
        return;
      }
      if (!isWorker) return void answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
      const { 'content-length': _other, etag: _old, ...rest } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, rest);
      answer.pipe(response, { end: false });
      answer.once('end', () => response.end(`//${self.version}`));
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  };
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  return Object.assign(self, {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stop: () => {
      agent.destroy();
      proxy.closeAllConnections();
      return new Promise<void>((done) => void proxy.close(() => done()));
    },
  });
}
