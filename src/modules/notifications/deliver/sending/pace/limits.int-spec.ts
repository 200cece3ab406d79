import { v7 } from 'uuid';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { databaseForSuite } from '../../../../../../test/support/database.ts';
import { EmulatedChannel } from '../../../../../../test/support/platforms/emulated-channel.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../../test/support/people.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../../../../../../test/emulators/telegram.ts';
import { startZaloEmulator } from '../../../../../../test/emulators/zalo.ts';
import { OaAccount } from '../../zalo/oa-account.ts';
import { PaceStore } from './pace-store.ts';

const MORNING = '2022-06-21T02:00:00.000Z';
let telegram: TelegramEmulator;
let first: TestApp;
let second: TestApp;

/** Two workers on one database. */
async function startTwo(env: Record<string, string> = {}): Promise<void> {
  const DATABASE_URL = await databaseForSuite();
  telegram = await startTelegramEmulator({ now: () => first?.clock.now() ?? new Date(MORNING) });
  const all = {
    DATABASE_URL,
    CLOCK: MORNING,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    ...env,
  };
  first = await startApp(all);
  second = await startApp(all);
  second.clock.set(first.clock.now());
  for (const app of [first, second]) app.drainables.push(() => app.get(Sweep).run());
}
afterEach(async () => {
  await stopApps();
  await telegram.stop();
});

/** Until neither has work: each sees only the queues that it has filled itself. */
async function drain(): Promise<void> {
  for (let open = 1; open > 0; ) {
    await Promise.all([first.drain(), second.drain()]);
    [{ open } = { open: 0 }] = await first.database.rows<{ open: number }>(
      sql`select count(*)::int as open from delivery_chunks where state = 'claimed'
        or (state = 'due' and due_at <= ${first.clock.now()})`,
    );
  }
}

const people = (village: Village): TestPerson[] =>
  village.teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member]);

async function link(person: TestPerson, space: 'telegram' | 'zalo-oa', externalId: string): Promise<void> {
  await first.database.rows(
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
     select ${v7()}, ${person.id}, ${space}, scope, ${externalId}, 'code', ${first.clock.now()} from account_scopes
       where space = ${space}`,
  );
}
/** A village whose people all use Telegram, under the ids 5110001, 5110002 ... */
async function villageInTelegram(hamlets: number): Promise<Village> {
  const village = await buildVillage(first, { hamlets });
  for (const [n, person] of people(village).entries()) {
    telegram.person(5_110_001 + n);
    await link(person, 'telegram', String(5_110_001 + n));
  }
  return village;
}
async function byState(assignmentId: string): Promise<Record<string, number>> {
  const rows = await first.database.rows<{ key: string; n: number }>(
    sql`select d.channel || ' ' || d.state as key, count(*)::int as n from deliveries d join messages m on m.id = d.message_id
      where m.assignment_id = ${assignmentId} group by 1`,
  );
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
}
const logged = async () =>
  (await first.database.rows<{ kind: string }>(sql`select kind from channel_log order by at, id`)).map(
    ({ kind }) => kind,
  );

describe('slots that all workers share', () => {
  beforeEach(() => startTwo());
  const wanted = { key: 'shared', perSecond: 10, burst: 1, reachMs: 2_000 };

  it('are given to one of them each, however many ask at the same moment', async () => {
    const stores = [first, second].map((app) => app.get(PaceStore));
    const runs = await Promise.all(
      Array.from({ length: 8 }, (_, n) => stores[n % 2]!.reserve([{ ...wanted, count: 2 }])),
    );
    const slots = runs.flatMap(([run]) => Array.from({ length: run!.count }, (_, i) => run!.from + i * 100)).sort();
    expect(slots.length).toBeGreaterThan(10);
    for (const [n, slot] of slots.entries()) if (n > 0) expect(slot - slots[n - 1]!).toBeGreaterThan(99);
  });

  it('are not given beyond the reach, and the answer tells from when', async () => {
    const store = first.get(PaceStore);
    const [run] = await store.reserve([{ ...wanted, count: 100 }]);
    expect(run!.count).toBeLessThanOrEqual(21);
    const [none] = await store.reserve([{ ...wanted, count: 1, reachMs: 0 }]);
    expect(none).toMatchObject({ count: 0 });
    expect(none!.from).toBeGreaterThan(first.clock.now().getTime());
  });

  it('save up a burst and no more', async () => {
    const store = first.get(PaceStore);
    const burst = { key: 'rested', perSecond: 1, burst: 3, count: 10, reachMs: 0 };
    expect((await store.reserve([burst]))[0]).toMatchObject({ count: 3 });
    [first, second].forEach(({ clock }) => clock.advance(3_600_000));
    expect((await store.reserve([burst]))[0]).toMatchObject({ count: 3 });
  });
});

describe('two workers at the limits of a bot', () => {
  beforeEach(() => startTwo());

  it('send to everybody, at the pace of one', async () => {
    const village = await villageInTelegram(20);
    const order = await issueOrder(first, village);
    await drain();
    // Workers that knew nothing of each other would be above it 20 times. A machine that stands still for a moment sends what
    // is late all at once; the provider then tells both to wait, and what is left goes when that time is over.
    expect(telegram.overLimit).toBeLessThanOrEqual(3);
    [first, second].forEach(({ clock }) => clock.advance(61_000));
    await drain();
    expect(await byState(order.id)).toEqual({ 'telegram sent': 60 });
  });

  it('both wait when the provider tells one of them to', async () => {
    const village = await villageInTelegram(2);
    telegram.fail('flood', 1);
    const order = await issueOrder(first, village);
    await drain();
    const flooded = telegram.calls.filter(({ method }) => method === 'sendMessage').length;
    expect((await byState(order.id))['telegram due']).toBeGreaterThan(0);
    const paused = await second.database.one<{ paused_until: Date }>(
      sql`select paused_until from channel_states where channel = 'telegram'`,
    );
    expect(paused!.paused_until.getTime()).toBeGreaterThan(second.clock.now().getTime());
    expect(flooded).toBeLessThanOrEqual(6);
    [first, second].forEach(({ clock }) => clock.advance(61_000));
    await drain();
    expect(await byState(order.id)).toEqual({ 'telegram sent': 6 });
  });
});

describe('what sends teach about addresses', () => {
  beforeEach(() => startTwo());

  it('rewrites one that moved, and sends there at once', async () => {
    const village = await villageInTelegram(1);
    const group = telegram.group(-4_001);
    const { newId } = telegram.migrate(group.id);
    await first.database.rows(
      sql`update linked_accounts set external_id = ${String(group.id)} where person_id = ${village.teams[0]!.leader.id}`,
    );
    const order = await issueOrder(first, village);
    await drain();
    expect(await byState(order.id)).toEqual({ 'telegram sent': 3 });
    expect(telegram.received(newId)).toHaveLength(1);
    const [address] = await first.database.rows<{ address: string }>(
      sql`select address from addresses_at(${first.clock.now()}) where person_id = ${village.teams[0]!.leader.id}
        and channel = 'telegram'`,
    );
    expect(address!.address).toBe(String(newId));
  });

  it('leaves one that is gone out, until its owner is heard of again', async () => {
    const village = await villageInTelegram(1);
    telegram.block(5_110_001);
    const order = await issueOrder(first, village);
    await drain();
    expect(await byState(order.id)).toEqual({ 'telegram failed': 1, 'telegram sent': 2 });
    const addresses = () =>
      first.database.rows(
        sql`select 1 from addresses_at(${first.clock.now()}) where channel = 'telegram' and address = '5110001'`,
      );
    expect(await addresses()).toHaveLength(0);
    await first.database.rows(sql`update address_states set gone_at = null where address = '5110001'`);
    expect(await addresses()).toHaveLength(1);
  });
});

describe('a channel in trouble', () => {
  beforeEach(() => startTwo());

  it('is called failing, once, and recovered with the first success', async () => {
    const village = await villageInTelegram(1);
    telegram.fail('revoked', 1_000);
    const order = await issueOrder(first, village);
    await drain();
    expect(await logged()).toEqual(['failing']);
    expect(await byState(order.id)).toEqual({ 'telegram due': 3 });
    telegram.fail('revoked', 0);
    [first, second].forEach(({ clock }) => clock.advance(6 * 60_000));
    await drain();
    expect(await byState(order.id)).toEqual({ 'telegram sent': 3 });
    expect(await logged()).toEqual(['failing', 'recovered']);
  });

  it('does not slow another', async () => {
    const village = await villageInTelegram(2);
    const [one, two, ...rest] = people(village);
    const dead = new EmulatedChannel('telegram');
    let release = (): void => undefined;
    const hung = new Promise<void>((resolve) => (release = resolve));
    dead.send = async () => {
      await hung;
      return { ok: false, cls: 'AMBIGUOUS', code: 'CUT_OFF' };
    };
    const mail = new EmulatedChannel('email');
    [first, second].forEach((app) => app.get(DeliveryChannels).use([dead, mail]));
    for (const person of [one!, two!]) {
      await first.database.rows(sql`delete from linked_accounts where person_id = ${person.id}`);
      await first.database.rows(
        sql`insert into emails (id, person_id, address, is_primary, added_at)
          values (${v7()}, ${person.id}, ${`${person.id}@x.example`}, true, ${first.clock.now()})`,
      );
    }
    await issueOrder(first, village);
    const drained = drain();
    while (mail.sent.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(rest.length).toBe(4);
    release();
    await drained;
    expect(mail.sent.map(({ to }) => to).sort()).toEqual([one!, two!].map(({ id }) => `${id}@x.example`).sort());
  });
});

describe('texts of the Official Account', () => {
  it('are counted since the person last wrote, and cost what the ninth costs', async () => {
    const zalo = await startZaloEmulator({ now: () => first?.clock.now() ?? new Date(MORNING) });
    await startTwo({
      ZALO_URL: zalo.url,
      ZALO_APP_ID: zalo.world.settings.appId,
      ZALO_APP_SECRET: zalo.world.settings.appSecret,
      ZALO_OA_SECRET_KEY: zalo.world.settings.oaSecretKey,
    });
    await first.get(OaAccount).tokens!.adopt({ ok: true, ...zalo.oauth.issue() });
    const village = await buildVillage(first, { hamlets: 1 });
    const { leader } = village.teams[0]!;
    const phone = zalo.world.person({ name: 'Người nhận' });
    zalo.world.interacts(phone);
    phone.sentSince = 8;
    await link(leader, 'zalo-oa', phone.userId);
    const now = first.clock.now();
    await first.database.rows(
      sql`insert into address_states (channel, address, last_inbound_at, sent_since, changed_at)
        values ('zalo-oa', ${phone.userId}, ${now}, 8, ${now})`,
    );
    const order = await issueOrder(first, village);
    await drain();
    expect(phone.received.map(({ costVnd }) => costVnd)).toEqual([55]);
    const [row] = await first.database.rows<{ cost: number; state: string; sent_since: number }>(
      sql`select d.cost_vnd as cost, d.state, s.sent_since from deliveries d join messages m on m.id = d.message_id
         join address_states s on s.channel = d.channel where m.assignment_id = ${order.id} and d.channel = 'zalo-oa'`,
    );
    expect(row).toEqual({ cost: 55, state: 'sent', sent_since: 9 });
    expect(zalo.world.overLimit).toBe(0);
    await zalo.stop();
  });
});
