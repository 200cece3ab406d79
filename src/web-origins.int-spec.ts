import { randomUUID } from 'node:crypto';
import { startApp, stopApps, type TestApp } from '../test/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: 'https://to-so.example' });
});
afterAll(stopApps);

describe('a page of another origin', () => {
  const preflight = (on: TestApp, origin: string) =>
    on.nest.inject({
      method: 'OPTIONS',
      url: '/api/v1/me/accounts/x',
      headers: { origin, 'access-control-request-method': 'DELETE', 'access-control-request-headers': 'authorization' },
    });

  it("may call when it is Zalo's and there is a Zalo mini-app, and is not asked again for a day", async () => {
    const withMini = await startApp({ DATABASE_URL: app.databaseUrl, ZALO_MINI_APP_ID: '42' });
    for (const origin of ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'])
      expect((await preflight(withMini, origin)).headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-max-age': '86400',
        'access-control-allow-methods': expect.stringContaining('DELETE'),
      });
    expect((await preflight(withMini, 'https://la.example')).headers['access-control-allow-origin']).toBeUndefined();
    expect(
      (await preflight(withMini, 'https://h5.zdn.vn')).headers['access-control-allow-credentials'],
    ).toBeUndefined();
    expect((await preflight(app, 'https://h5.zdn.vn')).headers['access-control-allow-origin']).toBeUndefined();
    expect((await preflight(app, 'https://to-so.example')).headers['access-control-allow-origin']).toBe(
      'https://to-so.example',
    );
  });

  it('reads that the server answered, and which command, whatever the answer is', async () => {
    const headers = { origin: 'https://to-so.example', 'idempotency-key': randomUUID() };
    for (const url of ['/api/v1/session/ways', '/api/v1/me', '/api/v1/nowhere']) {
      const answer = await app.nest.inject({ url, headers });
      expect(answer.headers).toMatchObject({ 'x-to-so': '1', 'idempotency-key': headers['idempotency-key'] });
      const exposed = String(answer.headers['access-control-expose-headers']).toLowerCase().split(/,\s*/);
      expect(exposed).toEqual(expect.arrayContaining(['x-to-so', 'idempotency-key', 'content-disposition']));
    }
  });
});
