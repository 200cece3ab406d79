import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { addDays } from '#i18n';
import { accessChanged } from '#modules/membership';
import { DeliveryChannels } from '#modules/notifications';
import { sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { stopApps, type TestApp } from '../../../../test/support/app.ts';
import { type Chats, startChats } from '../../../../test/support/platforms/chats.ts';
import { EmulatedChannel } from '../../../../test/support/platforms/emulated-channel.ts';
import { buildVillage, issueOrder, type Village } from '../../../../test/support/orders.ts';
import { signIn, type TestPerson } from '../../../../test/support/people.ts';
import { giveMail, mailOf } from '../../../../test/support/routes.ts';
import { WorkWebhooks } from './work-webhooks.ts';

let chats: Chats;
let app: TestApp;
let village: Village;
beforeAll(async () => {
  chats = await startChats();
  ({ app } = chats);
});
beforeEach(async () => {
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(async () => {
  await stopApps();
  await chats.stop();
});

const leader = () => village.teams[0]!.leader;

describe('a receipt', () => {
  const receipt = (event_name: string, userId: string, message: object) => {
    chats.zalo.webhooks.oa({ event_name, sender: { id: userId }, recipient: { id: userId }, message });
    return chats.deliver(2);
  };
  /** A sent message in the Official Account. */
  async function sent(providerId: string | null, state = 'sent', channel = 'zalo-oa') {
    const order = await issueOrder(app, village);
    await app.drain();
    const row = await app.database.one<{ message_id: string }>(
      sql`select n.message_id from notifications n join messages m on m.id = n.message_id where m.assignment_id = ${order.id}
        and n.person_id = ${leader().id}`,
    );
    const messageId = row!.message_id;
    const now = app.clock.now();
    const [chunk] = await app.database.rows<{ id: number }>(
      sql`insert into delivery_chunks (message_id, channel, due_at, size, state, unknown)
        values (${messageId}, ${channel}, ${now}, 1, 'done', ${state === 'unknown' ? 1 : 0}) returning id`,
    );
    await app.database.rows(
      sql`insert into delivery_rows (message_id, person_id, chunk_id, changed_at, position, channel, state, provider_id, language)
        values (${messageId}, ${leader().id}, ${chunk?.id}, ${now}, 0, ${channel}, ${state}, ${providerId}, 'vi')`,
    );
    return messageId;
  }
  const now = (messageId: string, channel = 'zalo-oa') =>
    app.database.one<{ state: string; seen_at: Date | null; created_at: Date }>(
      sql`select d.state, n.seen_at, n.created_at from deliveries d join notifications n using (message_id, person_id)
        where d.message_id = ${messageId} and d.person_id = ${leader().id} and d.channel = ${channel}`,
    );

  it('says that a message has arrived, and that it was seen, never before it was sent', async () => {
    const id = v7();
    const messageId = await sent(id);
    await receipt('user_received_message', '5010000000000777', { msg_id: id });
    expect(await now(messageId)).toMatchObject({ state: 'delivered', seen_at: null });
    await receipt('user_seen_message', '5010000000000777', { msg_ids: [id] });
    const after = await now(messageId);
    expect(after!.seen_at!.getTime()).toBeGreaterThanOrEqual(after!.created_at.getTime());
    expect(
      await app.database.one(sql`select reads->'zalo-oa'->'score' as score from notification_preferences
        where person_id = ${leader().id}`),
    ).toEqual({ score: 1 });
  });

  it('that overtakes the writing of the send is worked again, and at last let go', async () => {
    const id = v7();
    await receipt('user_received_message', '5010000000000778', { msg_id: id });
    const messageId = await sent(id);
    expect((await now(messageId))?.state).toBe('sent');
    app.clock.advance(10_000);
    await app.get(WorkWebhooks).sweep();
    await app.drain();
    expect((await now(messageId))?.state).toBe('delivered');
    await receipt('user_received_message', '5010000000000778', { msg_id: 'nobody-knows' });
    for (const _ of [1, 2, 3]) {
      app.clock.advance(120_000);
      await app.get(WorkWebhooks).sweep();
      await app.drain();
    }
    expect(await app.database.rows(sql`select 1 from webhook_events where done_at is null`)).toEqual([]);
    expect(await app.database.rows(sql`select 1 from webhook_events where failed`)).toEqual([]);
  });

  it('settles a template that was in doubt by the mark that travelled with it', async () => {
    const messageId = await sent(null, 'unknown', 'zalo-zbs');
    const mark = createHash('sha256').update(`${messageId}:${leader().id}:zalo-zbs`).digest('hex').slice(0, 40);
    await receipt('user_received_message', '5010000000000779', { msg_id: v7(), tracking_id: mark });
    expect((await now(messageId, 'zalo-zbs'))?.state).toBe('delivered');
  });
});

describe('a number at which nobody is reached', () => {
  const gone = { ok: false, cls: 'RECIPIENT_GONE', code: '-118', noSuch: true } as const;
  const email = new EmulatedChannel('email');
  let zbs: EmulatedChannel;
  let team: Village['teams'][number];
  beforeEach(async () => {
    zbs = new EmulatedChannel('zalo-zbs');
    app.get(DeliveryChannels).use([zbs]);
    team = village.teams[0]!;
  });

  const numberOf = ({ id }: TestPerson) =>
    app.database.one<{ e164: string; state: string }>(
      sql`select e164, state from phones where person_id = ${id} and is_primary`,
    );
  const addressOf = async (person: TestPerson) => `phone:${(await numberOf(person))?.e164.slice(1)}`;
  /** A duty that goes out by template. */
  const tellSomething = async ({ id }: TestPerson) => {
    await app.database.tx((tx) => app.get(Outbox).append(tx, accessChanged({ personIds: [id], why: 'email' })));
    await app.drain();
  };
  const dutyOf = async ({ token }: TestPerson) =>
    (await app.call(routes.inbox, { token })).body.items.find((one: { number: unknown }) => one.number);
  const answer = (by: TestPerson, questionId: string, body: object) =>
    app.call(routes.answerNumber, { token: by.token, params: { questionId }, body });

  it('is bounced, and the leader says that it is right: not asked of the same answer for three months', async () => {
    const { leader, deputy, member } = team;
    zbs.fail(await addressOf(member), gone);
    await tellSomething(member);
    expect((await numberOf(member))?.state).toBe('bounced');
    expect(await dutyOf(deputy)).toBeUndefined();
    const duty = await dutyOf(leader);
    expect(duty).toMatchObject({
      kind: 'numberAsked',
      mandatory: true,
      title: expect.stringMatching(`^051•••\\d{4} có còn là số của ${member.fullName}\\?$`),
      number: { open: true, replyByOn: addDays(app.clock.today(), 4) },
    });
    expect((await answer(member, duty.number.questionId, { answer: 'keep' })).status).toBe(403);
    expect((await answer(leader, duty.number.questionId, { answer: 'keep' })).status).toBe(204);
    await app.drain();
    expect((await numberOf(member))?.state).toBe('ok');
    expect((await dutyOf(leader)).number.open).toBe(false);
    await tellSomething(member);
    expect((await numberOf(member))?.state).toBe('ok');
    app.clock.advance(91 * 86_400_000);
    const address = await addressOf(member);
    await app.database.rows(sql`update address_states set gone_at = null where address = ${address}`);
    await tellSomething({ ...member, token: await signIn(app, member.id) });
    expect((await numberOf(member))?.state).toBe('bounced');
    app.clock.advance(-91 * 86_400_000);
  });

  it('gets another one in its place, read as in a roster', async () => {
    const { leader, member } = team;
    const doubt = () => app.call(routes.doubtNumber, { token: leader.token, params: { personId: member.id } });
    expect([(await doubt()).status, (await doubt()).status]).toEqual([204, 204]);
    await app.drain();
    const { questionId } = (await dutyOf(leader)).number;
    expect((await answer(leader, questionId, { answer: 'change', phone: '12' })).body.code).toBe(
      'membership.phoneInvalid',
    );
    expect((await answer(leader, questionId, { answer: 'change', phone: '0512.990 011' })).status).toBe(204);
    expect(await numberOf(member)).toEqual({ e164: '+84512990011', state: 'ok' });
    expect((await answer(leader, questionId, { answer: 'keep' })).body.code).toBe('membership.numberAnswered');
  });

  it('of a leader is asked of the deputy; a mailbox that is no more is written to no longer', async () => {
    const { leader, deputy, member } = team;
    await giveMail(app, leader);
    app.get(DeliveryChannels).use([zbs, email]);
    email.fail(mailOf(leader), { ok: false, cls: 'RECIPIENT_GONE', code: '550', noSuch: true });
    zbs.fail(await addressOf(leader), gone);
    // Who has only shut us out has said nothing of the number.
    zbs.fail(await addressOf(member), { ok: false, cls: 'RECIPIENT_GONE', code: '-139' });
    await tellSomething(leader);
    await tellSomething(member);
    expect((await numberOf(member))?.state).toBe('ok');
    expect((await dutyOf(deputy)).title).toContain(leader.fullName);
    const [mail] = await app.database.rows(sql`select state from emails where person_id = ${leader.id}`);
    expect(mail).toEqual({ state: 'bounced' });
  });
});
