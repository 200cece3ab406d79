import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpClient } from './http-client.ts';
import { scrubber } from './scrub.ts';
import { closeServer } from '../../../test/emulators/close-server.ts';

const TOKEN = '7000000001:AAinvented_token_of_a_test_bot_00001';
let server: Server;
let listener: RequestListener;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await closeServer(server);
});

const client = (baseUrl = url, timeoutMs = 5_000) =>
  new HttpClient({ baseUrl, timeoutMs, secrets: [TOKEN], now: () => new Date('2026-11-25T00:00:00Z') });
const call = (baseUrl?: string, timeoutMs?: number) =>
  client(baseUrl, timeoutMs).call({ path: `/bot${TOKEN}/getMe`, json: { a: 1 } });

describe('the HTTP core', () => {
  it('gives the answer whatever the status, and JSON only when it is an object', async () => {
    listener = (_request, response) => response.writeHead(400).end('{"ok":false}');
    expect(await call()).toMatchObject({ ok: true, status: 400, json: { ok: false } });
    listener = (_request, response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
    expect(await call()).toMatchObject({ ok: true, status: 502, json: undefined });
    listener = (_request, response) => response.end('[1]');
    expect(await call()).toMatchObject({ ok: true, json: undefined });
  });

  it('does not follow a redirect, which would carry the token elsewhere', async () => {
    listener = (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    expect(await call()).toMatchObject({ ok: true, status: 302 });
  });

  it('reads Retry-After as seconds and as a date', async () => {
    listener = (_request, response) => response.writeHead(429, { 'retry-after': '7' }).end();
    expect(await call()).toMatchObject({ retryAfterMs: 7_000 });
    listener = (_request, response) =>
      response.writeHead(429, { 'retry-after': 'Wed, 25 Nov 2026 00:00:30 GMT' }).end();
    expect(await call()).toMatchObject({ retryAfterMs: 30_000 });
  });

  it('may be repeated when the connection was refused', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await call(`http://127.0.0.1:${port}`)).toEqual({ ok: false, cls: 'RETRYABLE', code: 'ECONNREFUSED' });
  });

  it('is ambiguous when the request was written and no answer came', async () => {
    listener = (request) => request.socket.destroy();
    expect(await call()).toMatchObject({ ok: false, cls: 'AMBIGUOUS' });
    listener = () => undefined;
    expect(await call(url, 80)).toEqual({ ok: false, cls: 'AMBIGUOUS', code: 'CUT_OFF' });
    const stop = new AbortController();
    listener = () => stop.abort();
    expect(await client().call({ path: '/', signal: stop.signal })).toMatchObject({ cls: 'AMBIGUOUS' });
  });

  it('is not started at all when the caller has given up before', async () => {
    expect(await client().call({ path: '/', signal: AbortSignal.abort() })).toEqual({
      ok: false,
      cls: 'RETRYABLE',
      code: 'NOT_STARTED',
    });
  });

  it('is ambiguous when the body of a success breaks off', async () => {
    listener = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{', () => response.destroy());
    };
    expect(await call()).toMatchObject({ ok: false, cls: 'AMBIGUOUS' });
  });

  it('lets no token out: not in an excerpt, not in a failure', async () => {
    listener = (request, response) =>
      response.writeHead(500).end(`failed: ${request.url} ${encodeURIComponent(TOKEN)}`);
    const results = [await call(), await call('http://127.0.0.1:1'), await call('not an address')];
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false]);
    for (const result of results) expect(JSON.stringify(result)).not.toMatch(/AAinvented/);
  });
});

describe('the scrubber', () => {
  it.each([
    'https://api.telegram.org/bot123456:AAabcdefghijklmnopqrstuvwx/getMe',
    'Authorization: Bearer AAabcdefghijklmnopqrstuvwx',
    'a?access_token=AAabcdefghijklmnopqrstuvwx&b=1',
    '{"refresh_token":"AAabcdefghijklmnopqrstuvwx"}',
    'vapid AAabcdefghijklmnopqrstuvwx',
    'appsecret_proof: AAabcdefghijklmnopqrstuvwx',
  ])('knows secrets by their shape: %s', (text) => {
    expect(scrubber([])(text)).not.toContain('AAabcdefghijklmnopqrstuvwx');
  });

  it('takes out what it was told, also encoded', () => {
    expect(scrubber(['pa ss/word'])('x pa ss/word y pa%20ss%2Fword')).toBe('x [token] y [token]');
  });
});
