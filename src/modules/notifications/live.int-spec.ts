import { setTimeout as pause } from 'node:timers/promises';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { signIn } from '../../../test/support/people.ts';
import { LiveStreams } from './deliver/inbox/live-streams.ts';
import { act, buildVillage, issueOrder } from '../../../test/support/orders.ts';

let first: TestApp;
let second: TestApp;

beforeAll(async () => {
  first = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
  second = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z', DATABASE_URL: first.databaseUrl, ROLE: 'api' });
  await second.nest.listen(0, '127.0.0.1');
});
afterAll(stopApps);

/** Opens the stream at the second instance and reads until the text has come or the stream ends. */
async function listen(token: string): Promise<{ until(text: string): Promise<string>; ended: Promise<void> }> {
  const response = await fetch(`${await second.nest.getUrl()}/api/v1${routes.inboxStream.path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  let heard = '';
  const ended = (async () => {
    const reader = response.body!.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      heard += Buffer.from(part.value).toString();
  })().catch(() => undefined);
  return {
    ended,
    until: async (text) => {
      while (!heard.includes(text)) await pause(10);
      return heard;
    },
  };
}

describe('the live stream', () => {
  it('needs a session', async () => {
    expect((await second.call(routes.inboxStream)).status).toBe(401);
  });

  it('carries a message from the process that planned it to the process where the person is connected', async () => {
    const village = await buildVillage(first);
    const leader = await listen(village.teams[0]!.leader.token);
    const officer = await listen(village.officer.token);
    await leader.until('retry:');
    const order = await issueOrder(first, village);
    await first.drain();
    expect(await leader.until('event: inbox')).toContain('data: {}');
    await act(first, village.teams[0]!.deputy, 'acceptTask', order.taskIds[0]!);
    await first.drain();
    expect(await officer.until('event: assignment')).toContain(JSON.stringify({ assignmentId: order.id }));
  });

  it('says nothing to an officer of another commune', async () => {
    const village = await buildVillage(first, { commune: 'Minh Sơn' });
    const other = await buildVillage(first, { commune: 'Dân Lý' });
    const stranger = await listen(other.officer.token);
    const order = await issueOrder(first, village);
    await act(first, village.teams[0]!.leader, 'acceptTask', order.taskIds[0]!);
    const own = await issueOrder(first, other);
    await act(first, other.teams[0]!.leader, 'acceptTask', own.taskIds[0]!);
    await first.drain();
    const heard = await stranger.until(own.id);
    expect(heard).not.toContain(order.id);
  });

  it('ends when its session is revoked or over', async () => {
    const village = await buildVillage(first, { hamlets: 1 });
    const { leader, member } = village.teams[0]!;
    const revoked = await listen(leader.token);
    await revoked.until('retry:');
    expect((await first.call(routes.signOut, { token: leader.token })).status).toBe(204);
    await revoked.ended;
    const over = await listen(member.token);
    await over.until('retry:');
    // The second's clock is behind by as much as it started later.
    await first.database.rows(
      sql`update sessions set expires_at = ${new Date(second.clock.now().getTime() - 1)} where person_id = ${member.id}`,
    );
    await second.get(LiveStreams).endOver();
    await over.ended;
  });

  it('is open six times in one session and twelve times for one person at most', async () => {
    const { leader } = (await buildVillage(first, { hamlets: 1 })).teams[0]!;
    const streams = async (token: string, count: number) => {
      for (let i = 0; i < count; i++) await (await listen(token)).until('retry:');
    };
    await streams(leader.token, 6);
    const refused = await second.call(routes.inboxStream, { token: leader.token });
    expect(refused).toMatchObject({ status: 429, body: { code: 'notification.tooManyStreams' } });
    await streams(await signIn(first, leader.id), 6);
    const third = await signIn(first, leader.id);
    expect((await second.call(routes.inboxStream, { token: third })).status).toBe(429);
  });

  it('ends when the server shuts down, so that nothing waits for it', async () => {
    const village = await buildVillage(first, { hamlets: 1 });
    const leader = await listen(village.teams[0]!.leader.token);
    await leader.until('retry:');
    await second.stop();
    await leader.ended;
  });
});
