import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, signIn, type TestPerson } from '../../../../../test/support/people.ts';
import { deliveriesOf, giveAccount, giveMail, mailOf, signOutEverywhere } from '../../../../../test/support/routes.ts';
import { ChannelStates } from '../../plan/states/channel-states.ts';
import { readPages } from '../../../../../test/support/read-pages.ts';
import { RecheckFailing } from './recheck-failing.ts';

let app: TestApp;
let village: Village;
let district: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  app = await startApp({ VAPID_PUBLIC_KEY: 'public-key-of-the-test' });
  app.drainables.push(() => app.get(Sweep).run());
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T02:00:00.000Z'));
  // The board looks at everything that was sent and waits.
  await app.database.rows(
    sql`truncate messages, delivery_chunks, delivery_rows, notifications, channel_states, channel_log`,
  );
  village = await buildVillage(app, { hamlets: 2 });
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
});
afterAll(stopApps);

const people = (): TestPerson[] => village.teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member]);
const use = (...channels: EmulatedChannel[]) => app.get(DeliveryChannels).use(channels);
const board = async (by = district) => (await app.call(routes.channels, { token: by.token })).body;
const rowOf = async (id: string, by = district) =>
  (await board(by)).channels.find((row: { id: string }) => row.id === id);

describe('the board of channels', () => {
  it('counts by chunks what was sent, failed, costs and waits, by hour and how quickly', async () => {
    const email = new EmulatedChannel('email');
    use(email);
    const [failing, later, ...sent] = people() as [TestPerson, TestPerson, ...TestPerson[]];
    await giveMail(app, failing, later, ...sent);
    email.fail(mailOf(failing), { ok: false, cls: 'PERMANENT', code: '550' });
    email.fail(mailOf(later), { ok: false, cls: 'RETRYABLE', code: '451' });
    await issueOrder(app, village);
    await app.drain();
    await app.database.rows(
      sql`insert into delivery_chunks (message_id, channel, state, due_at, size, sent, cost_vnd, done_at)
       select id, 'email', 'done', d.due, 10, 10, 7, d.done
         from messages, (values (${'2022-06-20T23:29:20Z'}::timestamptz, ${'2022-06-20T23:30:00Z'}::timestamptz),
           (${'2022-06-20T16:29:59Z'}, ${'2022-06-20T16:30:00Z'})) as d(due, done)`,
    );
    const row = await rowOf('email');
    expect(row).toMatchObject({
      state: 'ok',
      sentToday: 14,
      failed: 1,
      waiting: 1,
      inDoubt: 0,
      costTodayVnd: 7,
      p95Seconds: 40,
    });
    expect(row.hours.length).toBe(24);
    expect([row.hours[23], row.hours[21], row.hours[14]]).toEqual([4, 10, 10]);
  });

  it('shows a channel that is not configured as off, never as an alarm', async () => {
    use(new EmulatedChannel('email'));
    const { channels } = await board();
    expect(channels.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      ['email', 'ok'],
      ['telegram', 'off'],
      ['zalo-oa', 'off'],
      ['zalo-zbs', 'off'],
      ['zalo-bot', 'off'],
      ['zalo-mini', 'off'],
      ['web-push', 'off'],
    ]);
    expect((await rowOf('telegram')).detail).toBe('NOT_CONFIGURED');
  });

  it('tells a failing channel, how many could move, and a quota that runs out', async () => {
    const [email, telegram] = [new EmulatedChannel('email'), new EmulatedChannel('telegram')];
    use(email, telegram, new EmulatedChannel('zalo-bot'));
    const [leader, deputy] = people() as [TestPerson, TestPerson];
    await giveMail(app, leader, deputy);
    await giveAccount(app, leader, 'telegram');
    for (const person of [leader, deputy])
      email.fail(mailOf(person), { ok: false, cls: 'RETRYABLE', code: 'ECONNREFUSED' });
    await issueOrder(app, village);
    await app.drain();
    const now = app.clock.now();
    await app.database.rows(
      sql`insert into channel_states (channel, failing_since, failing_code, quota_left, quota_total, quota_at, changed_at)
       values ('email', ${now}, 'ECONNREFUSED', null, null, null, ${now}), ('zalo-bot', null, null, 500, 3000, ${now}, ${now})
       on conflict (channel) do update set failing_since = excluded.failing_since, failing_code = excluded.failing_code`,
    );
    await app.get(ChannelStates).changed();
    expect(await rowOf('email')).toMatchObject({ state: 'failing', detail: 'ECONNREFUSED', waiting: 2, couldMove: 1 });
    expect(await rowOf('zalo-bot')).toMatchObject({ state: 'quota_low', quota: { left: 500, total: 3000 } });
  });

  it('shows a commune whether channels work and how many of its own people have no route, and no figures', async () => {
    const email = new EmulatedChannel('email');
    use(email);
    const other = await buildVillage(app, { hamlets: 1, commune: 'Dân Lý', districtId: village.districtId });
    const [leader, deputy, ...others] = people() as [TestPerson, TestPerson, ...TestPerson[]];
    await giveMail(app, leader, ...others);
    await signOutEverywhere(app, leader, deputy, ...other.teams.flatMap((team) => [team.leader, team.member]));
    await issueOrder(app, village);
    await app.drain();
    const own = await board(village.officer);
    expect(own).toMatchObject({ mayManage: false, noRoute: 1, log: [] });
    expect(own.channels[0]).toMatchObject({
      id: 'email',
      state: 'ok',
      sentToday: 0,
      waiting: 0,
      quota: null,
      mayManage: false,
    });
    expect(await board()).toMatchObject({ mayManage: false, noRoute: 3 });
    expect(await board(admin)).toMatchObject({ mayManage: true, noRoute: 3 });
    expect((await app.call(routes.channels, { token: others[0]!.token })).status).toBe(403);
  });
});

describe('a channel that failed', () => {
  it('is asked again once nothing waits in it, since new messages pass it by', async () => {
    const email = new EmulatedChannel('email');
    use(email);
    const [leader] = people() as [TestPerson];
    await giveMail(app, leader);
    email.fail(mailOf(leader), { ok: false, cls: 'RETRYABLE', code: '451' }, 1);
    await issueOrder(app, village);
    await app.drain();
    const now = app.clock.now();
    await app.database.rows(
      sql`insert into channel_states (channel, failing_since, failing_code, changed_at) values ('email', ${now}, '451', ${now})`,
    );
    await app.get(ChannelStates).changed();
    expect(await app.get(RecheckFailing).run()).toBe(0);
    await app.database.rows(sql`update delivery_chunks set retry_at = null`);
    email.health = async () => ({ state: 'down', detail: null });
    expect(await app.get(RecheckFailing).run()).toBe(0);
    email.health = async () => ({ state: 'ok', detail: null });
    expect(await app.get(RecheckFailing).run()).toBe(1);
    expect(await rowOf('email')).toMatchObject({ state: 'ok' });
    expect((await board()).log).toMatchObject([{ kind: 'recovered', channel: 'email' }]);
  });
});

describe('the list of those whom no channel reaches', () => {
  it('is printed page by page, by team, with covered numbers', async () => {
    use(new EmulatedChannel('email'));
    const all = people();
    await signOutEverywhere(app, ...all);
    await giveMail(app, all[0]!);
    const ask = (query: Record<string, string>) =>
      app.call(routes.noRoute, { token: village.officer.token, params: { unitId: village.communeId }, query });
    const whole = (await ask({})).body.items.map((row: { person: { id: string } }) => row.person.id);
    // Somebody of the first page finds a way in: the others stay in their places.
    const {
      items: rows,
      total,
      cursor,
    } = await readPages<{ person: { id: string } }>(ask, {
      limit: 3,
      between: () => giveMail(app, all.find(({ id }) => id === whole[0])!),
    });
    expect([total, rows.map(({ person }) => person.id)]).toEqual([5, whole]);
    expect(new Set(whole)).toEqual(new Set(all.slice(1).map(({ id }) => id)));
    for (const bad of ['3', `${cursor}x`])
      expect((await ask({ cursor: bad })).body.details).toMatchObject([{ path: 'query.cursor', code: 'input.cursor' }]);
    expect(rows[0]).toMatchObject({
      role: 'deputy',
      commune: { id: village.communeId },
      team: { id: village.teams[0]!.id },
      why: 'no_session_no_address',
      phoneMasked: expect.stringMatching(/•/),
    });
  });
});

describe('a test message to oneself', () => {
  const test = (id: string, by = admin) => app.call(routes.sendTest, { token: by.token, params: { channelId: id } });

  it('goes by the channel that was asked for, and says why it did not', async () => {
    const email = new EmulatedChannel('email');
    use(email);
    expect((await test('telegram')).body).toEqual({ ok: false, failure: 'OFF' });
    expect((await test('email')).body).toEqual({ ok: false, failure: 'NO_ADDRESS' });
    await giveMail(app, admin);
    expect((await test('email')).body).toEqual({ ok: true, failure: null });
    expect(email.sent).toMatchObject([{ to: mailOf(admin) }]);
    expect(email.sent[0]!.parts[0]!.text).toMatch(/Kênh này gửi được lúc 09:\d\d/);
    email.fail(mailOf(admin), { ok: false, cls: 'REAUTH', code: '535' });
    expect((await test('email')).body).toEqual({ ok: false, failure: 'REAUTH 535' });
    expect(await test('smoke')).toMatchObject({ status: 404, body: { code: 'notification.channelNotFound' } });
  });

  it('goes by a channel that was declared down too: to see whether it works again', async () => {
    use(new EmulatedChannel('email'));
    await giveMail(app, admin);
    await app.call(routes.declareDown, {
      token: admin.token,
      params: { channelId: 'email' },
      body: { reason: 'Hỏng' },
    });
    expect((await test('email')).body.ok).toBe(true);
  });
});

describe('a browser that takes notices', () => {
  const subscription = (name = 'one') => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    const point = Buffer.concat([Buffer.from([4]), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')]);
    return {
      endpoint: `https://push.services.mozilla.com/wpush/${name}`,
      keys: { p256dh: point.toString('base64url'), auth: randomBytes(16).toString('base64url') },
    };
  };
  const subscribe = (token: string, body: unknown) => app.call(routes.subscribePush, { token, body });
  const addressOf = async ({ id }: TestPerson) =>
    (
      await app.database.one<{ address: string | null }>(
        sql`select address from addresses_at(${app.clock.now()}) where person_id = ${id} and channel = 'web-push'`,
      )
    )?.address ?? null;

  it('learns the key where push is on', async () => {
    expect((await app.call(routes.pushKey)).body).toEqual({ publicKey: null });
    use(new EmulatedChannel('web-push'));
    expect((await app.call(routes.pushKey)).body).toEqual({ publicKey: 'public-key-of-the-test' });
  });

  it('belongs to the session that asked for it, and carries messages as long as that lives', async () => {
    const push = new EmulatedChannel('web-push');
    use(push);
    const [leader] = people() as [TestPerson];
    expect((await subscribe(leader.token, subscription())).status).toBe(204);
    const { id } = await issueOrder(app, village);
    await app.drain();
    expect((await deliveriesOf(app, id)).map(({ person_id, channel }) => [person_id, channel])).toEqual([
      [leader.id, 'web-push'],
    ]);
    expect((await app.call(routes.signOut, { token: leader.token })).status).toBe(204);
    expect(await addressOf(leader)).toBeNull();
  });

  it('is taken over by whoever signs in on it next', async () => {
    const [first, second] = people() as [TestPerson, TestPerson];
    const body = subscription();
    await subscribe(first.token, body);
    await subscribe(second.token, body);
    expect([await addressOf(first), (await addressOf(second)) !== null]).toEqual([null, true]);
  });

  it('is forgotten by its owner only, and renewed by asking again', async () => {
    const [owner, other] = people() as [TestPerson, TestPerson];
    const body = subscription();
    await subscribe(owner.token, body);
    await app.call(routes.unsubscribePush, { token: other.token, body: { endpoint: body.endpoint } });
    const address = await addressOf(owner);
    expect(address).not.toBeNull();
    const now = app.clock.now();
    await app.database.rows(
      sql`insert into address_states (channel, address, gone_at, gone_code, changed_at)
        values ('web-push', ${address}, ${now}, '410', ${now})`,
    );
    expect(await addressOf(owner)).toBeNull();
    await subscribe(owner.token, body);
    expect(await addressOf(owner)).toBe(address);
    await app.call(routes.unsubscribePush, { token: owner.token, body: { endpoint: body.endpoint } });
    expect(await addressOf(owner)).toBeNull();
  });

  it('is refused with keys that are none, and the oldest of too many goes', async () => {
    const [person] = people() as [TestPerson];
    const wrong = { ...subscription(), keys: { p256dh: 'x'.repeat(87), auth: 'y'.repeat(22) } };
    expect(await subscribe(person.token, { ...wrong, keys: { ...wrong.keys, p256dh: '?'.repeat(87) } })).toMatchObject({
      status: 422,
      body: { code: 'notification.pushUnusable' },
    });
    for (let i = 0; i < 12; i++) {
      await subscribe(await signIn(app, person.id), subscription(`device-${i}`));
      app.clock.advance(1_000);
    }
    const kept = await app.database.rows<{ address: string }>(
      sql`select address from push_subscriptions where person_id = ${person.id}`,
    );
    expect(kept.length).toBe(10);
    expect(kept.some(({ address }) => address.includes('device-0'))).toBe(false);
  });
});
