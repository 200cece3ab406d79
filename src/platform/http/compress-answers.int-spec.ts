import { gunzipSync } from 'node:zlib';
import { startApp, stopApps } from '../../../test/support/app.ts';

afterAll(stopApps);

it('gzips a large JSON answer for who can read it, and for nobody else', async () => {
  const app = await startApp();
  const plain = await app.nest.inject({ method: 'GET', url: '/api/openapi.json' });
  const small = await app.nest.inject({
    method: 'GET',
    url: '/api/openapi.json',
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(small.headers).toMatchObject({
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
    'content-length': String(small.rawPayload.length),
  });
  expect(gunzipSync(small.rawPayload).toString()).toBe(plain.payload);
  expect(small.rawPayload.length).toBeLessThan(plain.payload.length / 4);
});

it('leaves small answers as they are', async () => {
  const app = await startApp();
  const answer = await app.nest.inject({ method: 'GET', url: '/health/live', headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers['content-encoding']).toBeUndefined();
});
