// @everyday
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { giveAccount } from '../../../../../test/support/routes.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { orderMessages } from '../messages/index.ts';
import { PlanMessage } from './plan-message.ts';

const CLOCK = '2022-06-21T02:00:00.000Z';
let app: TestApp;
let email: EmulatedChannel;

async function start(env: Record<string, string> = {}): Promise<TestApp> {
  const started = await startApp({ CLOCK, ...env });
  started.drainables.push(() => started.get(Sweep).run());
  return started;
}

async function emails(village: Village, on = app): Promise<void> {
  for (const person of village.teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member])) {
    await on.database.rows(
      sql`insert into emails (id, person_id, address, is_primary, added_at)
        values (gen_random_uuid(), ${person.id}, ${`${person.id}@x.example`}, true, ${on.clock.now()})`,
    );
  }
}
/** As when the job comes once more. */
const planAgain = (assignmentId: string, id: string, occurredAt = app.clock.now()) =>
  app
    .get(PlanMessage)
    .execute(orderMessages.assigned, { assignmentId }, { id, occurredAt, actorId: null, unitId: null });
/** As a crash would leave it: the first team's page is written, the others are not. Gives the message. */
async function loseAllBut(teamId: string, assignmentId: string): Promise<string> {
  const [message] = await app.database.rows<{ id: string }>(
    sql`update messages set planned_at = null, page_cursor = ${teamId}, people = 3 where assignment_id = ${assignmentId} returning id`,
  );
  await app.database.rows(sql`delete from notifications where message_id = ${message!.id} and team_id <> ${teamId}`);
  return message!.id;
}
const inboxOf = (assignmentId: string) =>
  app.database.rows<{ person_id: string; mandatory: boolean }>(
    sql`select n.person_id, n.mandatory from notifications n join messages m on m.id = n.message_id
      where m.assignment_id = ${assignmentId}`,
  );
const deliveriesOf = (assignmentId: string) =>
  app.database.rows<{
    person_id: string;
    channel: string;
    state: string;
    attempts: number;
    failure_class: string | null;
    failure_code: string | null;
  }>(
    sql`select d.person_id, d.channel, d.state, d.attempts, d.failure_class, d.failure_code from deliveries d join messages m
      on m.id = d.message_id where m.assignment_id = ${assignmentId} order by d.channel`,
  );

beforeAll(async () => {
  app = await start();
  email = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([email]);
});
afterAll(stopApps);

describe('planning a message', () => {
  it('writes one inbox entry for every member and one delivery for everybody with an address', async () => {
    const village = await buildVillage(app);
    await emails(village);
    const order = await issueOrder(app, village);
    await app.drain();
    expect((await inboxOf(order.id)).length).toBe(6);
    expect(
      (await inboxOf(order.id))
        .filter(({ mandatory }) => mandatory)
        .map(({ person_id }) => person_id)
        .toSorted(),
    ).toEqual(village.teams.flatMap(({ leader, deputy }) => [leader.id, deputy.id]).toSorted());
    expect((await deliveriesOf(order.id)).length).toBe(6);
  });

  it('adds nothing when the event is told again', async () => {
    const village = await buildVillage(app);
    await emails(village);
    const order = await issueOrder(app, village);
    await app.drain();
    const [event] = await app.database.rows<{ id: string; occurred_at: Date }>(
      sql`select id, occurred_at from outbox where payload->>'assignmentId' = ${order.id}`,
    );
    await planAgain(order.id, event!.id, event!.occurred_at);
    await app.drain();
    expect((await inboxOf(order.id)).length).toBe(6);
    expect((await deliveriesOf(order.id)).length).toBe(6);
  });

  it('resumes behind the last page after a crash between pages', async () => {
    const village = await buildVillage(app, { hamlets: 3 });
    const order = await issueOrder(app, village);
    await app.drain();
    const teams = village.teams.map(({ id }) => id).toSorted();
    const messageId = await loseAllBut(teams[0]!, order.id);
    await planAgain(order.id, messageId);
    expect((await inboxOf(order.id)).length).toBe(9);
    const [after] = await app.database.rows<{ people: number; planned_at: Date | null }>(
      sql`select people, planned_at from messages where id = ${messageId}`,
    );
    expect(after?.people).toBe(9);
    expect(after?.planned_at).not.toBeNull();
  });

  it('tells a person of two teams once', async () => {
    const village = await buildVillage(app);
    await app.database.rows(
      sql`insert into team_members (id, team_id, person_id, role, validity)
        values (gen_random_uuid(), ${village.teams[1]!.id}, ${village.teams[0]!.leader.id}, 'member', '[2022-01-01,)')`,
    );
    const order = await issueOrder(app, village);
    await app.drain();
    expect((await inboxOf(order.id)).filter(({ person_id }) => person_id === village.teams[0]!.leader.id).length).toBe(
      1,
    );
  });

  it('tells a person once whose other team came on an earlier page', async () => {
    const village = await buildVillage(app);
    const [first, second] = village.teams.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    await app.database.rows(
      sql`insert into team_members (id, team_id, person_id, role, validity)
        values (gen_random_uuid(), ${second!.id}, ${first!.leader.id}, 'member', '[2022-01-01,)')`,
    );
    const order = await issueOrder(app, village);
    await app.drain();
    const messageId = await loseAllBut(first!.id, order.id);
    await planAgain(order.id, messageId);
    expect((await inboxOf(order.id)).length).toBe(6);
    expect(
      (await app.database.one<{ people: number }>(sql`select people from messages where id = ${messageId}`))?.people,
    ).toBe(6);
  });

  it('opens the next channel for whoever one refuses', async () => {
    const telegram = new EmulatedChannel('telegram');
    app.get(DeliveryChannels).use([email, telegram]);
    const village = await buildVillage(app, { hamlets: 1 });
    await emails(village);
    const [team] = village.teams;
    await giveAccount(app, team!.leader, 'telegram');
    email.fail(`${team!.leader.id}@x.example`, { ok: false, cls: 'RECIPIENT_GONE', code: '550' });
    const order = await issueOrder(app, village);
    await app.drain();
    const rows = (await deliveriesOf(order.id)).filter(({ person_id }) => person_id === team!.leader.id);
    expect(rows.map(({ channel, state, failure_class }) => [channel, state, failure_class])).toEqual([
      ['email', 'failed', 'RECIPIENT_GONE'],
      ['telegram', 'sent', null],
    ]);
    expect((await deliveriesOf(order.id)).length).toBe(4);
    app.get(DeliveryChannels).use([email]);
  });
});

describe('delivering', () => {
  it('keeps external channels back until the hold is over, so that a recall is silent', async () => {
    const held = await start({ HOLD_SECONDS: '60' });
    const channel = new EmulatedChannel('email');
    held.get(DeliveryChannels).use([channel]);
    const village = await buildVillage(held, { hamlets: 1 });
    await emails(village, held);
    await issueOrder(held, village);
    await held.drain();
    const [before] = await held.database.rows<{ n: number }>(
      sql`select count(*)::int as n from delivery_chunks where state = 'due' and offered_at is null`,
    );
    expect(before?.n).toBe(1);
    held.clock.advance(61_000);
    expect(await held.get(Sweep).run()).toBe(1);
    await held.stop();
  });
});
