/** Between a phone and the server: a network that is slow, swallows answers, or has nobody at its other end. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `deaf`: the request arrives, its answer does not. `down`: as if the server were killed. */
export type Weather = 'good' | 'slow' | 'deaf' | 'busy' | 'down';

export interface FaultyNetwork {
  url: string;
  weather: Weather;
  /** Grows with each release: the worker's file is another one then. */
  version: number;
  /** With the next page the other files of its version are missing, until a page after it is asked for. */
  gone: 'no' | 'next' | 'now';
  stop(): Promise<void>;
}

export async function startFaultyNetwork(server: string): Promise<FaultyNetwork> {
  const agent = new http.Agent({ keepAlive: true });
  const self = { weather: 'good' as Weather, version: 0, gone: 'no' as FaultyNetwork['gone'] };
  const proxy = http.createServer((request, response) => {
    const isCall = request.url?.startsWith('/api/') ?? false;
    const writes = isCall && request.method !== 'GET';
    if (self.weather === 'down') return void request.socket.destroy();
    if (self.weather === 'busy' && writes) return void response.writeHead(503, { 'retry-after': '1' }).end('{}');
    if (isMissing(request.url ?? '')) return void response.writeHead(404).end();
    const wait = self.weather === 'slow' && isCall ? 700 : 0;
    setTimeout(() => pass(request, response, self.weather === 'deaf' && writes), wait);
  });
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
