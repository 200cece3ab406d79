// @everyday
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { sql } from '#platform/database';
import { unfoldSql } from './folded-sql.ts';
import { AddressNews } from '../../../plan/states/address-news.ts';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../../test/support/platforms/emulated-channel.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../../test/support/people.ts';
import { giveMail } from '../../../../../../test/support/routes.ts';

const MORNING = '2022-06-21T02:00:00.000Z';
const NIGHT = '2022-06-21T16:00:00.000Z';
const gone = { ok: false, cls: 'RECIPIENT_GONE', code: '550' } as const;
let app: TestApp;
let channel: EmulatedChannel;

beforeEach(async () => {
  app = await startApp({ CLOCK: MORNING });
  app.drainables.push(() => app.get(Sweep).run());
  channel = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([channel]);
});
afterEach(stopApps);

const address = (person: TestPerson): string => `${person.id}@x.example`;
async function villageWithAddresses(): Promise<Village> {
  const village = await buildVillage(app, { hamlets: 1 });
  for (const person of people(village))
    await app.database.rows(
      sql`insert into emails (id, person_id, address, is_primary, added_at)
        values (${v7()}, ${person.id}, ${address(person)}, true, ${app.clock.now()})`,
    );
  return village;
}
const people = (village: Village): TestPerson[] =>
  village.teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member]);
const only = (village: Village) => village.teams[0]!;

interface Row {
  state: string;
  attempts: number;
  repeats: number;
  failure_class: string | null;
  failure_code: string | null;
  next_attempt_at: Date | null;
}
async function delivery(assignmentId: string, person: TestPerson, kind = 'taskAssigned'): Promise<Row | undefined> {
  return app.database.one<Row>(
    sql`select d.* from deliveries d join messages m on m.id = d.message_id where m.assignment_id = ${assignmentId}
      and d.person_id = ${person.id} and m.kind = ${kind}`,
  );
}

/** Leaves the order planned and its chunk waiting: nobody works it off before the test has changed something. */
async function plannedOnly(village: Village): Promise<{ id: string; taskIds: string[] }> {
  app.get(DeliveryChannels).use([new EmulatedChannel('email')]);
  const order = await issueOrder(app, village);
  await app.drain();
  await app.database.rows(
    sql`update delivery_chunks c set state = 'due', offered_at = null, sent = 0, attempted = 0, done_at = null, settled = 0,
               provider_ids = null, addresses = (
                 select string_agg(n.person_id || '@x.example' || E'\\n', '' order by n.position) from notifications n where n.chunk_id = c.id)
      where message_id in (select id from messages where assignment_id = ${order.id})`,
  );
  app.get(DeliveryChannels).use([channel]);
  return order;
}

describe('the guards before a send', () => {
  it('skip who has seen the message in the inbox', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    const { leader, deputy } = only(village);
    const inbox = await app.call(routes.inbox, { token: leader.token });
    await app.call(routes.markSeen, { token: leader.token, body: { ids: [inbox.body.items[0].id] } });
    await app.drain();
    expect(await delivery(order.id, leader)).toMatchObject({ state: 'skipped', failure_code: 'seen' });
    expect(await delivery(order.id, deputy)).toMatchObject({ state: 'sent' });
    expect(channel.countOf(address(leader))).toBe(0);
  });

  it('skip who has left the team', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    const { member } = only(village);
    await app.database.rows(
      sql`update team_members set validity = daterange(lower(validity), '2022-06-21') where person_id = ${member.id}`,
    );
    await app.drain();
    expect(await delivery(order.id, member)).toMatchObject({ state: 'skipped', failure_code: 'left' });
  });

  it('skip who muted the kind, but never a duty', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    const { leader, member } = only(village);
    for (const person of [leader, member])
      await app.database.rows(
        sql`insert into notification_preferences (person_id, muted, off_channels, changed_at)
          values (${person.id}, '{taskAssigned}', '{}', ${app.clock.now()})`,
      );
    await app.drain();
    expect(await delivery(order.id, member)).toMatchObject({ state: 'skipped', failure_code: 'muted' });
    expect(await delivery(order.id, leader)).toMatchObject({ state: 'sent' });
  });

  it('skip everybody when the order was withdrawn meanwhile', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    await app.call(routes.cancelAssignment, {
      token: village.officer.token,
      params: { assignmentId: order.id },
      body: { reason: 'Giao nhầm' },
    });
    // The sweep must not offer the waiting chunk before the recall has reached the message.
    await app.drainEvents();
    await app.drain();
    for (const person of people(village))
      expect(await delivery(order.id, person)).toMatchObject({ state: 'skipped', failure_code: 'cancelled' });
    expect(channel.sent.map(({ parts }) => parts[0]!.text).every((text) => text.startsWith('Đã thu hồi việc'))).toBe(
      true,
    );
  });

  it('skip what has expired', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    app.clock.set(new Date('2022-07-10T02:00:00Z'));
    await app.drain();
    expect(await delivery(order.id, only(village).leader)).toMatchObject({ state: 'skipped', failure_code: 'expired' });
    expect(channel.sent.length).toBe(0);
  });

  it('hold a chat message in quiet hours until the morning, but never e-mail', async () => {
    app.clock.set(new Date(NIGHT));
    const village = await villageWithAddresses();
    const chat = new EmulatedChannel('email', { respectsQuietHours: true });
    app.get(DeliveryChannels).use([chat]);
    const order = await issueOrder(app, village);
    await app.drain();
    const held = await delivery(order.id, only(village).leader);
    expect(held).toMatchObject({ state: 'due', failure_code: 'quiet_hours', attempts: 0 });
    expect(held?.next_attempt_at?.toISOString()).toBe('2022-06-21T23:30:00.000Z');
    expect(chat.sent.length).toBe(0);
    app.clock.set(new Date('2022-06-21T23:31:00.000Z'));
    await app.drain();
    expect(chat.sent.length).toBe(3);
  });
});

describe('a send that fails', () => {
  it('is tried again after a while, and once it went it is sent', async () => {
    const village = await villageWithAddresses();
    const { leader } = only(village);
    channel.fail(address(leader), { ok: false, cls: 'RETRYABLE', code: '451' }, 1);
    const order = await issueOrder(app, village);
    await app.drain();
    expect(await delivery(order.id, leader)).toMatchObject({
      state: 'due',
      attempts: 1,
      failure_class: 'RETRYABLE',
      failure_code: '451',
    });
    app.clock.advance(31_000);
    await app.drain();
    expect(await delivery(order.id, leader)).toMatchObject({ state: 'sent', attempts: 2, failure_class: null });
    expect(channel.countOf(address(leader))).toBe(1);
  });

  it('leaves a person without a further channel to the inbox and the call list', async () => {
    const village = await villageWithAddresses();
    const { leader } = only(village);
    channel.fail(address(leader), gone);
    const order = await issueOrder(app, village);
    await app.drain();
    app.clock.advance(86_400_000);
    await app.drain();
    expect(await delivery(order.id, leader)).toMatchObject({ state: 'failed', failure_class: 'RECIPIENT_GONE' });
    expect(channel.countOf(address(leader))).toBe(0);
  });

  it('repeats an unknown send of a repeatable message once, and no other', async () => {
    const village = await villageWithAddresses();
    const { leader, deputy } = only(village);
    channel.fail(address(leader), { ok: false, cls: 'AMBIGUOUS', code: 'ETIMEDOUT' });
    const order = await issueOrder(app, village);
    await app.drain();
    app.clock.advance(3_600_000);
    await app.drain();
    app.clock.advance(3_600_000);
    await app.drain();
    expect(await delivery(order.id, leader)).toMatchObject({ state: 'unknown', repeats: 1 });
    expect(channel.countOf(address(leader))).toBe(2);
    await giveMail(app, village.officer);
    channel.fail(address(village.officer), { ok: false, cls: 'AMBIGUOUS', code: 'ETIMEDOUT' });
    await act(app, deputy, 'declineTask', order.taskIds[0]!, { reason: 'needs_training' });
    await app.drain();
    app.clock.advance(3_600_000);
    await app.drain();
    expect(await delivery(order.id, village.officer, 'taskDeclined')).toMatchObject({ state: 'unknown', repeats: 0 });
  });
});

describe('a worker that dies', () => {
  it('leaves only what it had marked in doubt: sent once more, the rest as if nothing had been', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    const rows = await app.database.rows<{ person_id: string; position: number; chunk_id: number }>(
      sql`select person_id, position, chunk_id from deliveries d join messages m on m.id = d.message_id
        where m.assignment_id = ${order.id} order by position`,
    );
    const value2 = new Date(app.clock.now().getTime() + 15_000);
    await app.database.rows(
      sql`update delivery_chunks set state = 'claimed', claim = gen_random_uuid(), claimed_until = ${value2}, attempted = 1,
        offered_at = ${value2} where id = ${rows[0]!.chunk_id}`,
    );
    await app.drain();
    expect(channel.sent.length).toBe(0);
    app.clock.advance(15_001);
    await app.drain();
    const after = await app.database.rows<Row & { position: number }>(
      sql`select state, repeats, attempts from deliveries
        where message_id = (select id from messages where assignment_id = ${order.id}) order by person_id = ${rows[0]!.person_id} desc`,
    );
    expect(after.map(({ state, repeats }) => [state, repeats])).toEqual([
      ['sent', 1],
      ['sent', 0],
      ['sent', 0],
    ]);
    expect(channel.sent.length).toBe(3);
    const [open] = await app.database.rows<{ n: number }>(
      sql`select count(*)::int as n from delivery_chunks where state <> 'done' or retry_at is not null`,
    );
    expect(open?.n).toBe(0);
  });

  it('does not repeat a doubtful message that must not come twice', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    await app.database.rows(sql`update messages set repeatable = false where assignment_id = ${order.id}`);
    await app.database.rows(
      sql`update delivery_chunks set state = 'claimed', claim = gen_random_uuid(),
        claimed_until = ${new Date(app.clock.now().getTime() - 1)}, attempted = 3`,
    );
    await app.drain();
    expect(channel.sent.length).toBe(0);
    expect(await delivery(order.id, only(village).leader)).toMatchObject({
      state: 'unknown',
      failure_code: 'worker_lost',
    });
  });

  it('finds a chunk again that the queue has lost', async () => {
    const village = await villageWithAddresses();
    await plannedOnly(village);
    await app.database.rows(sql`update delivery_chunks set offered_at = ${app.clock.now()}`);
    await app.drain();
    expect(channel.sent.length).toBe(0);
    app.clock.advance(61_000);
    await app.drain();
    expect(channel.sent.length).toBe(3);
  });
});

describe('a folded chunk', () => {
  const rowsOfChunk = () =>
    app.database.rows<{ position: number; state: string }>(
      sql`select d.position, d.state from delivery_rows d join messages m on m.id = d.message_id
           where m.kind = 'taskAssigned' order by d.position`,
    );
  const chunkOf = () =>
    app.database.one(
      sql`select c.* from delivery_chunks c join messages m on m.id = c.message_id where m.kind = 'taskAssigned'`,
    );

  it('has a row only for who was refused, keeps the ids of the others in their places, and forgets the addresses', async () => {
    const village = await villageWithAddresses();
    const [first, second, third] = people(village).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    channel.fail(address(second!), gone);
    channel.fail(address(third!), { ok: true, providerId: 'third-id' });
    const order = await issueOrder(app, village);
    await app.drain();
    expect(await rowsOfChunk()).toEqual([{ position: 1, state: 'failed' }]);
    expect(await chunkOf()).toMatchObject({ settled: 3, sent: 2, failed: 1, addresses: null });
    expect(await delivery(order.id, third!)).toMatchObject({ provider_id: 'third-id' });
    expect(await delivery(order.id, first!)).not.toMatchObject({ provider_id: 'third-id' });
    expect(await delivery(order.id, second!)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('that others unfold while a worker sends it is written by rows, and nobody gets it twice', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    const { begun, letGo } = channel.hold();
    const drained = app.drain();
    await begun;
    await app.database.rows(unfoldSql(sql`c.folded`));
    expect((await rowsOfChunk()).map(({ state }) => state)).toEqual(['due', 'due', 'due']);
    letGo();
    await drained;
    await app.drain();
    expect((await rowsOfChunk()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    for (const person of people(village)) {
      expect(channel.countOf(address(person))).toBe(1);
      expect(await delivery(order.id, person)).toMatchObject({ state: 'sent', attempts: 1 });
    }
  });

  it('loses an address that its owner had erased', async () => {
    const village = await villageWithAddresses();
    const order = await plannedOnly(village);
    const { leader } = only(village);
    await app.get(AddressNews).erase('email', address(leader));
    await app.drain();
    expect(await delivery(order.id, leader)).toMatchObject({ state: 'failed', failure_code: 'no_address' });
    expect(channel.sent.map(({ to }) => to)).not.toContain(address(leader));
    expect(channel.sent.length).toBe(2);
  });
});
