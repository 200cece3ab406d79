import { join, raw, sql } from '#platform/database';
import type { ChannelId } from '#channels';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { LearnRoute } from '../../deliver/inbox/learn-route.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { buildVillage, issueOrder, orderInput, type Village } from '../../../../../test/support/orders.ts';
import { signIn, type TestPerson } from '../../../../../test/support/people.ts';
import {
  deliveriesOf,
  giveAccount,
  giveMail,
  signOutEverywhere,
  wroteToOa,
} from '../../../../../test/support/routes.ts';

const MORNING = '2022-06-21T02:00:00.000Z';
const NIGHT = '2022-06-21T16:00:00.000Z';
let app: TestApp;
let village: Village;

async function start(env: Record<string, string> = {}): Promise<void> {
  app = await startApp({ CLOCK: MORNING, ...env });
  app.drainables.push(() => app.get(Sweep).run());
  village = await buildVillage(app, { hamlets: 2 });
}
afterEach(stopApps);

const people = (): TestPerson[] => village.teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member]);
/** In the order in which they are tried. */
const use = (...ids: ChannelId[]) =>
  app.get(DeliveryChannels).use(ids.map((id) => new EmulatedChannel(id, { respectsQuietHours: id !== 'email' })));
const preview = async () =>
  (await app.call(routes.previewAssignment, { token: village.officer.token, body: orderInput(village) })).body;
/** What the preview says, and what planning then does: channel by person, "-" for none. */
async function routesOf(...who: TestPerson[]): Promise<string[]> {
  const planned = await preview();
  const { id } = await issueOrder(app, village);
  await app.drain();
  const rows = await deliveriesOf(app, id);
  const counts = new Map<string, number>();
  for (const { channel } of rows) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const told = planned.routes.filter(({ route }: { route: string }) => !['inbox', 'none'].includes(route));
  expect(new Map(told.map((one: { route: string; people: number }) => [one.route, one.people]))).toEqual(counts);
  return who.map((person) => rows.find((row) => row.person_id === person.id)?.channel ?? '-');
}
async function state(channel: string, set: Record<string, unknown>): Promise<void> {
  const names = Object.keys(set);
  await app.database.rows(
    sql`insert into channel_states (channel, changed_at, ${raw(names.join(', '))})
      values (${channel}, ${app.clock.now()}, ${join(Object.values(set), ', ')})`,
  );
}

describe('a person’s route', () => {
  it('is the first in the channel order that has an address and is wanted', async () => {
    await start();
    use('telegram', 'web-push', 'email');
    const [both, mail, muted, duty] = people() as [TestPerson, TestPerson, TestPerson, TestPerson];
    await giveMail(app, both, mail, muted, duty);
    await giveAccount(app, both, 'telegram');
    for (const person of [muted, duty]) {
      await giveAccount(app, person, 'telegram');
      await app.call(routes.setPreferences, {
        token: person.token,
        body: { muted: [], quietFrom: '21:00', quietTo: '06:30', emailOn: true, offChannels: ['telegram'] },
      });
    }
    // The third is a plain member, the fourth leads: a duty goes by every channel.
    expect(await routesOf(both, mail, muted, duty)).toEqual(['telegram', 'email', 'email', 'telegram']);
  });

  it('is the one by which they are known to read, unless they switched it off or it costs more', async () => {
    await start({ PAID_ROUTES: 'all' });
    use('telegram', 'zalo-bot', 'zalo-oa', 'email');
    const [reads, off, costs] = people() as [TestPerson, TestPerson, TestPerson];
    await giveMail(app, reads, off, costs);
    for (const person of [reads, off, costs]) await giveAccount(app, person, 'telegram');
    for (const person of [reads, off]) await giveAccount(app, person, 'zalo-bot');
    await wroteToOa(app, await giveAccount(app, costs, 'zalo-oa'), 49);
    const learns = app.get(LearnRoute);
    for (const minute of [0, 1]) {
      const at = new Date(app.clock.now().getTime() + minute * 60_000);
      for (const person of [reads, off]) await learns.note(person.id, 'zalo-bot', 'answered', at);
      await learns.note(costs.id, 'zalo-oa', 'answered', at);
    }
    await app.call(routes.setPreferences, {
      token: off.token,
      body: { muted: [], quietFrom: '21:00', quietTo: '06:30', emailOn: true, offChannels: ['zalo-bot'] },
    });
    expect(await routesOf(reads, off, costs)).toEqual(['zalo-bot', 'telegram', 'telegram']);
  });

  it('is learned from what was opened soon after it went out, and from nothing else', async () => {
    await start();
    use('telegram', 'email');
    const [soon, late] = people() as [TestPerson, TestPerson];
    for (const person of [soon, late]) await giveAccount(app, person, 'telegram');
    await issueOrder(app, village);
    await app.drain();
    const see = async ({ token }: TestPerson) => {
      const { items } = (await app.call(routes.inbox, { token })).body;
      await app.call(routes.markSeen, { token, body: { ids: items.map(({ id }: { id: string }) => id) } });
    };
    app.clock.advance(10 * 60_000);
    await see(soon);
    app.clock.advance(2 * 3_600_000);
    await see(late);
    const rows = await app.database.rows<{ person_id: string; reads: Record<string, { score: number }> }>(
      sql`select person_id, reads from notification_preferences where reads <> '{}'`,
    );
    expect(rows.map(({ person_id: id, reads }) => [id, reads.telegram?.score])).toEqual([[soon.id, 1]]);
  });

  it('passes by a channel that fails for a while or was told to wait, unless there is no other', async () => {
    await start();
    use('telegram', 'zalo-bot', 'email');
    const [both, only] = people() as [TestPerson, TestPerson];
    await giveMail(app, both);
    for (const person of [both, only]) await giveAccount(app, person, 'telegram');
    await giveAccount(app, both, 'zalo-bot');
    await state('telegram', { failing_since: new Date(app.clock.now().getTime() - 600_000), failing_code: 'HTTP_502' });
    await state('zalo-bot', { paused_until: new Date(app.clock.now().getTime() + 3_600_000) });
    expect(await routesOf(both, only)).toEqual(['email', 'telegram']);
  });

  it('leads over the Official Account only while its window is open', async () => {
    await start({ PAID_ROUTES: 'all' });
    use('zalo-oa', 'email');
    const [fresh, paid, talkative, closed, never] = people() as TestPerson[] as [
      TestPerson,
      TestPerson,
      TestPerson,
      TestPerson,
      TestPerson,
    ];
    const facts: [TestPerson, number, number][] = [
      [fresh, 47, 7],
      [paid, 49, 0],
      [talkative, 1, 8],
      [closed, 7 * 24 + 1, 0],
    ];
    for (const [person, hours, sent] of facts)
      await wroteToOa(app, await giveAccount(app, person, 'zalo-oa'), hours, sent);
    await giveAccount(app, never, 'zalo-oa');
    await giveMail(app, closed);
    expect((await preview()).routes).toMatchObject([
      { route: 'zalo-oa', people: 3, costVnd: 110 },
      { route: 'email', people: 1, costVnd: 0 },
      { route: 'inbox', people: 2, costVnd: 0 },
    ]);
    expect(await routesOf(fresh, paid, talkative, closed, never)).toEqual([
      'zalo-oa',
      'zalo-oa',
      'zalo-oa',
      'email',
      '-',
    ]);
  });
});

describe('a route that costs money', () => {
  /** A leader and a member with nothing but a phone, one of them also known to the account; a deputy with mail. */
  async function phones(env: Record<string, string>): Promise<[TestPerson, TestPerson, TestPerson]> {
    await start(env);
    use('email', 'zalo-zbs');
    const { leader, deputy, member } = village.teams[0]!;
    await giveMail(app, deputy);
    await giveAccount(app, leader, 'zalo-oa');
    await app.database.rows(sql`delete from phones where person_id <> all(${[leader.id, deputy.id, member.id]})`);
    return [leader, deputy, member];
  }

  it('is taken for duties only, and when no free one works', async () => {
    const who = await phones({});
    expect((await preview()).routes).toMatchObject([
      { route: 'email', people: 1, costVnd: 0 },
      { route: 'zalo-zbs', people: 1, costVnd: 200 },
      { route: 'inbox', people: 4 },
    ]);
    expect(await routesOf(...who)).toEqual(['zalo-zbs', 'email', '-']);
  });

  it('is taken for everything, or never, as the installation says', async () => {
    const everybody = await phones({ PAID_ROUTES: 'all' });
    expect((await preview()).routes[1]).toMatchObject({ route: 'zalo-zbs', people: 2, costVnd: 500 });
    expect(await routesOf(...everybody)).toEqual(['zalo-zbs', 'email', 'zalo-zbs']);
    await stopApps();
    expect(await routesOf(...(await phones({ PAID_ROUTES: 'off' })))).toEqual(['-', 'email', '-']);
  });

  it('is taken no more once the month has cost what it may', async () => {
    const who = await phones({ PAID_ROUTES: 'all', PAID_VND_PER_MONTH: '1000' });
    const now = app.clock.now();
    await app.database.rows(
      sql`insert into messages (id, kind, params, repeatable, to_members, hold_until, expires_at, created_at)
        values (gen_random_uuid(), 'taskAssigned', '{}', true, true, ${now}, ${now}, ${now})`,
    );
    await app.database.rows(
      sql`insert into delivery_chunks (message_id, channel, state, due_at, size, sent, cost_vnd, done_at)
        select id, 'zalo-zbs', 'done', ${app.clock.now()}, 4, 4, 1200, ${'2022-06-02T02:00:00Z'} from messages`,
    );
    expect(await routesOf(...who)).toEqual(['-', 'email', '-']);
  });
});

describe('a quota that does not suffice', () => {
  it('sends those beyond it elsewhere, and lets wait who has nothing else', async () => {
    await start();
    use('zalo-bot', 'email');
    const six = people();
    for (const person of six) await giveAccount(app, person, 'zalo-bot');
    await state('zalo-bot', { quota_left: 2, quota_total: 3000, quota_at: app.clock.now() });
    const beyond = six.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(2);
    await giveMail(app, ...beyond.slice(0, 3));
    const { routes: planned, short } = await preview();
    expect(planned).toMatchObject([
      { route: 'zalo-bot', people: 3 },
      { route: 'email', people: 3 },
    ]);
    expect(short).toEqual([{ route: 'zalo-bot', left: 2, moved: [{ route: 'email', people: 3 }], waiting: 1 }]);
    expect((await routesOf(...six)).toSorted()).toEqual([
      'email',
      'email',
      'email',
      'zalo-bot',
      'zalo-bot',
      'zalo-bot',
    ]);
  });

  it('of yesterday says nothing of today', async () => {
    await start();
    use('zalo-bot', 'email');
    const [person] = people() as [TestPerson];
    await giveAccount(app, person, 'zalo-bot');
    await giveMail(app, person);
    await state('zalo-bot', { quota_left: 0, quota_total: 500, quota_at: '2022-06-20T09:00:00Z' });
    expect(await routesOf(person)).toEqual(['zalo-bot']);
  });
});

describe('the preview', () => {
  it('says when quiet and legal hours let a channel go, and counts what waits before', async () => {
    await start({ HOLD_SECONDS: '0', PAID_ROUTES: 'all' });
    app.clock.set(new Date(NIGHT));
    const slow = new EmulatedChannel('telegram', { respectsQuietHours: true });
    Object.assign(slow.limits, { perSecond: 1 });
    app.get(DeliveryChannels).use([slow, new EmulatedChannel('email'), new EmulatedChannel('zalo-zbs')]);
    const [chat, mail] = people() as [TestPerson, TestPerson];
    await giveAccount(app, chat, 'telegram');
    await giveMail(app, mail);
    const [telegram, email, zbs] = (await preview()).routes;
    expect(telegram).toMatchObject({
      deferredUntil: '2022-06-21T23:30:00.000Z',
      finishedAt: '2022-06-21T23:30:01.000Z',
    });
    expect(email).toMatchObject({ route: 'email', deferredUntil: null });
    expect(zbs).toMatchObject({ route: 'zalo-zbs', deferredUntil: '2022-06-21T23:00:00.000Z' });
    await issueOrder(app, village);
    await app.drain();
    expect((await preview()).routes[0].finishedAt).toBe('2022-06-21T23:30:02.000Z');
  });

  it('tells who has no address from who had one that failed', async () => {
    await start();
    use('telegram', 'email');
    const [gone, none, ...others] = people() as [TestPerson, TestPerson];
    await signOutEverywhere(app, gone, none);
    const chat = await giveAccount(app, gone, 'telegram');
    const now = app.clock.now();
    await app.database.rows(
      sql`insert into address_states (channel, address, gone_at, gone_code, changed_at)
        values ('telegram', ${chat}, ${now}, '403', ${now})`,
    );
    const { people: all, reachable, unreachable } = await preview();
    expect([all, reachable]).toEqual([others.length + 2, others.length]);
    expect(
      new Map(unreachable.map((one: { person: { id: string }; why: string }) => [one.person.id, one.why])),
    ).toEqual(
      new Map([
        [gone.id, 'address_failing'],
        [none.id, 'no_session_no_address'],
      ]),
    );
    expect((await app.call(routes.getPreferences, { token: await signIn(app, gone.id) })).body.routes).toEqual([
      { channel: 'telegram', on: true, works: false },
      { channel: 'email', on: true, works: false },
    ]);
  });
});
