import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../test/support/app.ts';
import { act, buildVillage, issueOrder, part } from '../test/support/orders.ts';

let app: TestApp;
let port: number;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  await app.nest.listen(0, '127.0.0.1');
  port = Number(new URL(await app.nest.getUrl()).port);
});
afterAll(stopApps);

interface Open {
  socket: Socket;
  heard: () => string;
  closed: Promise<void>;
}

/** The head of a request and a part of its body, from somebody who never sends the rest. */
function begin(head: string[], body = ''): Open {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (bytes) => (text += bytes.toString()));
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write([...head, 'host: x', '', body].join('\r\n'));
  return { socket, heard: () => text, closed };
}

/** The same of somebody signed in, of JSON that weighs so many bytes. */
function beginAs(token: string, path: string, bytes: number): Open {
  const head = [`POST /api/v1${path} HTTP/1.1`, `authorization: Bearer ${token}`, 'content-type: application/json'];
  return begin([...head, `content-length: ${bytes}`], '{');
}

async function answered(open: Open, withinMs: number): Promise<string> {
  for (const end = Date.now() + withinMs; Date.now() < end && !open.heard().includes('\r\n\r\n'); ) await wait(20);
  open.socket.destroy();
  return open.heard().split('\r\n')[0] ?? '';
}

describe('a request without a session', () => {
  it.each([
    ['an upload', `POST /api/v1/training/sessions/${crypto.randomUUID()}/sheet-photos HTTP/1.1`, 'image/jpeg'],
    ['a command', 'POST /api/v1/assignments HTTP/1.1', 'application/json'],
  ])('is refused before the body of %s has come', async (_, line, type) => {
    const open = begin([line, `content-type: ${type}`, 'content-length: 8000000'], '{');
    expect(await answered(open, 5_000)).toMatch(/ (401|404) /);
  });

  it('may send a few fields to a public door, not a megabyte', async () => {
    const body = JSON.stringify({ login: 'a@b.example', password: 'x'.repeat(20_000) });
    const answer = await app.nest.inject({
      method: 'POST',
      url: '/api/v1/session/password',
      headers: { 'content-type': 'application/json' },
      payload: body,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'platform.tooLarge']);
  });

  it('is cut off when its body does not come', async () => {
    const slow = Array.from({ length: 20 }, () =>
      begin(['POST /api/v1/session/password HTTP/1.1', 'content-type: application/json', 'content-length: 900'], '{'),
    );
    const from = Date.now();
    await Promise.all(slow.map(({ closed }) => closed));
    expect(Date.now() - from).toBeLessThan(25_000);
  });

  it('is told that nothing is there before its body is read', async () => {
    const open = begin(['POST /api/v1/not-there HTTP/1.1', 'content-type: text/csv', 'content-length: 8000000'], 'a');
    expect(await answered(open, 5_000)).toContain(' 404 ');
  });
});

describe('a body of JSON', () => {
  let member: string;
  let officer: { token: string; unitId: string };
  beforeAll(async () => {
    const village = await buildVillage(app, { hamlets: 1 });
    member = village.teams[0]!.leader.token;
    officer = { token: village.officer.token, unitId: village.communeId };
  });
  const seen = (body: unknown) => app.call(routes.markSeen, { token: member, body });
  const draft = (content: unknown, key?: string) =>
    app.call(routes.saveDraft, {
      token: officer.token,
      params: { unitId: officer.unitId, draftId: crypto.randomUUID() },
      body: { title: 'Việc', content },
      ...(key && { key }),
    });
  const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

  it('weighs no more than its route says', async () => {
    const answer = await seen({ ids: Array.from({ length: 1_000_000 }, () => 0) });
    expect([answer.status, answer.body.code]).toEqual([413, 'platform.tooLarge']);
    const open = beginAs(member, '/me/inbox/seen', 2_000_000);
    expect(await answered(open, 5_000)).toContain(' 413 ');
  });

  it('is not read at all of whoever has the right to a larger one nowhere', async () => {
    const open = beginAs(member, '/assignments', 1_000_000);
    expect(await answered(open, 5_000)).toContain(' 403 ');
  });

  it('is answered with its first faults, in less than it weighs', async () => {
    const few = await seen({ ids: Array.from({ length: 150 }, () => 0) });
    expect([few.status, few.body.details.length]).toEqual([422, 100]);
    const many = await seen({ ids: Array.from({ length: 9_000 }, () => 0) });
    expect([many.status, many.body.details.length]).toEqual([422, 1]);
    const dense = await seen({ ids: Array.from({ length: 30_000 }, () => 0) });
    expect([dense.status, dense.body.code]).toEqual([422, 'platform.tooDense']);
    const keys = Object.fromEntries(Array.from({ length: 4_500 }, (_, n) => [`k${n}`, 0]));
    const unknown = await seen(keys);
    expect(unknown.status).toBe(422);
    expect(unknown.raw.length).toBeLessThan(4_000);
  });

  it('nests no deeper than the schemas, and a command is refused before it is kept', async () => {
    for (const answer of [await draft({ a: deep(5_000) }), await draft({ a: deep(5_000) }, crypto.randomUUID())])
      expect([answer.status, answer.body.code]).toEqual([422, 'platform.tooDense']);
    const order = await app.nest.inject({
      method: 'POST',
      url: '/api/v1/assignments',
      headers: {
        authorization: `Bearer ${officer.token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      payload: '['.repeat(1_900_000),
    });
    expect([order.statusCode, order.json().code]).toEqual([422, 'platform.tooDense']);
    expect((await draft({ a: deep(20) })).status).toBe(200);
  });
});

describe('an answer of the API', () => {
  it.each(['/api/v1/me', '/api/v1/invites/not-there', '/api/v1/not-there'])(
    'of %s is kept by nobody and is what it says',
    async (url) => {
      const { headers } = await app.nest.inject({ method: 'GET', url });
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/),
      });
      expect(headers['strict-transport-security']).toBeUndefined();
    },
  );

  it('says that this name is asked over TLS only, where it is served so', async () => {
    const secure = await startApp({ DATABASE_URL: app.databaseUrl, PUBLIC_URL: 'https://to-so.example' });
    for (const url of ['/api/v1/me', '/health/live', '/'])
      expect((await secure.nest.inject({ method: 'GET', url })).headers['strict-transport-security']).toBe(
        'max-age=31536000; includeSubDomains',
      );
  });
});

describe('the address of a caller', () => {
  it('is the word of a proxy only where the configuration trusts it', async () => {
    const ask = async (on: TestApp) => {
      const answers: number[] = [];
      for (let i = 0; i < 7; i++)
        answers.push(
          (
            await on.call(routes.signInWithPassword, {
              body: { login: 'khong-co-ai@xa.example', password: 'sai' },
              headers: { 'x-forwarded-for': `203.0.113.${i}` },
            })
          ).status,
        );
      return answers.join();
    };
    const off = await startApp({ DATABASE_URL: app.databaseUrl, TRUST_PROXY: 'off' });
    expect(await ask(off)).toBe('401,401,401,401,401,429,429');
    await app.database.rows(sql`delete from login_attempts`);
    expect(await ask(app)).toBe('401,401,401,401,401,401,401');
  });
});

it('takes no compressed body', async () => {
  const answer = await app.nest.inject({
    method: 'POST',
    url: '/api/v1/session/password',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    payload: gzipSync('{}'),
  });
  expect([answer.statusCode, answer.json().code]).toEqual([415, 'platform.wrongMedia']);
});

it('has an end for slow heads and bodies, and a cap of connections', () => {
  const server = app.nest.getHttpServer() as import('node:http').Server;
  expect(server.requestTimeout).toBe(60_000);
  expect(server.headersTimeout).toBe(10_000);
  expect(server.maxConnections).toBe(4_000);
});

it('decodes photos one after the other, and tells those who come beyond the line when to come again', async () => {
  const village = await buildVillage(app, { hamlets: 1 });
  const team = village.teams[0]!;
  const taskId = (await issueOrder(app, village)).taskIds[0] as string;
  await act(app, team.leader, 'acceptTask', taskId);
  const photo = await sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: '#3377aa' } })
    .png({ progressive: true })
    .toBuffer();
  const photoIds = Array.from({ length: 5 }, () => crypto.randomUUID());
  const entries: { ids: string[]; entryId: string }[] = [];
  // One after the other: the last entry of an answer is this report's own only where no other is on its way.
  for (const at of [0, 1, 2, 3]) {
    const ids = photoIds.map((id) => `${id.slice(0, -1)}${at}`);
    const { body } = await act(app, team.member, 'reportProgress', taskId, part(1, { photoIds: ids }));
    entries.push({ ids, entryId: body.task.entries.at(-1).id });
  }
  const sent = await Promise.all(
    entries.flatMap(({ ids, entryId }) =>
      ids.map((photoId) =>
        app.call(routes.addPhoto, { token: team.member.token, params: { entryId, photoId }, body: photo }),
      ),
    ),
  );
  const busy = sent.filter(({ status }) => status === 429);
  const kept = sent.filter(({ status }) => status === 200);
  expect(kept.length).toBeGreaterThanOrEqual(13);
  expect(busy.length).toBe(sent.length - kept.length);
  expect(busy[0]).toMatchObject({ body: { code: 'platform.busy' }, headers: { 'retry-after': '5' } });
});

it('refuses an interlaced picture that would have to be held whole', async () => {
  const { normalisePhoto } = await import('#platform/files');
  const picture = (width: number, height: number, progressive: boolean) =>
    sharp({ create: { width, height, channels: 3, background: '#3377aa' } })
      .png({ progressive })
      .toBuffer();
  await expect(normalisePhoto(await picture(7_000, 5_000, true))).rejects.toMatchObject({
    code: 'photo.tooManyPixels',
  });
  expect((await normalisePhoto(await picture(7_000, 5_000, false))).width).toBe(1_600);
});
