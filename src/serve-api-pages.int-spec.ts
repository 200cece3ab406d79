import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../test/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(stopApps);

const ask = (url: string, headers: Record<string, string> = {}) => app.nest.inject({ method: 'GET', url, headers });

it('answers the document as JSON, made once', async () => {
  const answer = await ask('/api/openapi.json');
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(JSON.parse(answer.payload)).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/api/v1' }] });
  expect((await ask('/api/openapi.json')).payload).toBe(answer.payload);
});

it('lists all routes on a page that runs nothing, in Vietnamese first', async () => {
  const answer = await ask('/api/docs');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(answer.payload).toContain('API của Tổ Số');
  for (const name of Object.keys(routes)) expect(answer.payload).toContain(`/api/docs/routes/${name}"`);
  expect((await ask('/api/docs/', { 'accept-language': 'en' })).payload).toContain('lang="en"');
  expect((await ask('/api/docs?q=createInvite&q=x')).payload).not.toContain('/api/docs/routes/readMe"');
});

it('has a page for every route, and for every schema that one names', async () => {
  const pages = await Promise.all(Object.keys(routes).map((name) => ask(`/api/docs/routes/${name}`)));
  expect(pages.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
  const named = new Set(pages.flatMap(({ payload }) => payload.match(/\/api\/docs\/schemas\/\w+/g) ?? []));
  const listed = (await ask('/api/docs/schemas')).payload;
  expect(named.size).toBeGreaterThan(100);
  expect([...named].filter((address) => !listed.includes(`"${address}"`))).toEqual([]);
  expect((await ask('/api/docs/schemas/Problem?lang=en')).payload).toContain('Used by');
});

it.each(['/api/docs/routes/nothing', '/api/docs/schemas/toString', '/api/docs/schemas/%3Cb%3E'])(
  'knows no page %s',
  async (url) => {
    const answer = await ask(url);
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status: 404, code: 'platform.notFound' });
  },
);
