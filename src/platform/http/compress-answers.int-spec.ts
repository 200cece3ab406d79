import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { buildVillage } from '../../../test/support/orders.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
});
afterAll(stopApps);

const ask = (url: string, encodings?: string) =>
  app.nest.inject({ method: 'GET', url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });

it.each([
  ['br', 'gzip, deflate, br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['gzip', 'br;q=0, gzip', gunzipSync],
])('sends a large JSON answer as %s to who reads %s', async (encoding, read, open) => {
  const plain = await ask('/api/openapi.json');
  const small = await ask('/api/openapi.json', read);
  expect(small.headers['content-encoding']).toBe(encoding);
  expect(small.headers.vary).toMatch(/accept-encoding/i);
  expect(open(small.rawPayload).toString()).toBe(plain.payload);
  expect(small.rawPayload.length).toBeLessThan(plain.payload.length / 4);
});

it.each([undefined, 'identity', 'deflate', 'br;q=0, gzip;q=0'])('leaves it as it is for who reads %s', async (read) => {
  const answer = await ask('/api/openapi.json', read);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.json()).toHaveProperty('openapi');
});

it('leaves small answers as they are', async () => {
  expect((await ask('/health/live', 'gzip, br')).headers['content-encoding']).toBeUndefined();
});

it('leaves the live stream as it is, line by line', async () => {
  const village = await buildVillage(app);
  const { token } = village.teams[0]!.leader;
  await app.nest.listen(0, '127.0.0.1');
  const response = await fetch(`${await app.nest.getUrl()}/api/v1${routes.inboxStream.path}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, br' },
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('content-encoding')).toBeNull();
  await response.body?.cancel();
});
