import { sql } from '#platform/database';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { RemindInvited } from '#modules/training';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { giveAccount, giveMail, mailOf, signOutEverywhere } from '../../../../../test/support/routes.ts';
import {
  answer,
  ask,
  buildSchool,
  membersOf,
  planFor,
  publish,
  type School,
} from '../../../../../test/support/training/training-acts.ts';

/** The session is on Tuesday, 28 June 2022, 14:00. */
const PUBLISHED = '2022-06-21T02:00:00.000Z';
const [THREE_DAYS, ONE_DAY, TWO_HOURS] = ['2022-06-25T01:00:00Z', '2022-06-27T01:00:00Z', '2022-06-28T05:00:00Z'];
let app: TestApp;
let school: School;

beforeEach(async () => {
  app = await startApp({ CLOCK: PUBLISHED });
  app.drainables.push(() => app.get(Sweep).run());
  school = await buildSchool(app);
});
afterEach(stopApps);

async function at(time: string): Promise<number> {
  app.clock.set(new Date(time));
  const reminded = await app.get(RemindInvited).run();
  await app.drain();
  return reminded;
}
const kinds = async (person: TestPerson) =>
  (await app.call(routes.inbox, { token: person.token })).body.items.map(({ kind }: { kind: string }) => kind);
const toCall = async (sessionId: string, by: TestPerson = school.trainer) =>
  (await ask(app, by, 'unacknowledged', sessionId)).body.items as {
    person: { id: string };
    why: string;
    told: boolean;
    phone: string | null;
  }[];

it('reminds who has not answered twice, who holds a seat once, each step once', async () => {
  const id = await publish(app, school);
  await app.drain();
  const [seated, away] = membersOf(school) as [TestPerson, TestPerson];
  await answer(app, seated, id, 'take');
  await answer(app, away, id, 'decline');
  const silent = membersOf(school).length - 2;
  expect(await at('2022-06-24T08:00:00Z')).toBe(0);
  expect(await at(THREE_DAYS)).toBe(silent);
  expect(await at('2022-06-25T03:00:00Z')).toBe(0);
  expect(await at(ONE_DAY)).toBe(silent);
  expect(await at(TWO_HOURS)).toBe(1);
  expect(await at('2022-06-28T05:10:00Z')).toBe(0);
  expect(await kinds(seated)).toEqual(['trainingSoon', 'trainingInvited']);
  expect(await kinds(away)).toEqual(['trainingInvited']);
  expect(await kinds(membersOf(school)[2]!)).toEqual(['trainingReminded', 'trainingReminded', 'trainingInvited']);
});

it('two workers at once remind once', async () => {
  const id = await publish(app, school);
  app.clock.set(new Date(THREE_DAYS));
  const tick = app.get(RemindInvited);
  const counts = await Promise.all([tick.run(), tick.run(), tick.run()]);
  expect(counts.toSorted()).toEqual([0, 0, membersOf(school).length]);
  const told = await app.database.rows(
    sql`select 1 from outbox where name = 'training.reminded' and payload->>'sessionId' = ${id}`,
  );
  expect(told).toHaveLength(1);
});

it('does not remind whom the day itself has just invited', async () => {
  app.clock.set(new Date('2022-06-24T23:30:00Z'));
  await publish(app, school, { startsAt: '2022-06-28T07:00:00.000Z', endsAt: '2022-06-28T09:00:00.000Z' });
  expect(await at(THREE_DAYS)).toBe(0);
  expect(await at(ONE_DAY)).toBe(membersOf(school).length);
});

it('begins anew for another day, and says the last call of another hour again', async () => {
  const id = await publish(app, school);
  const [seated] = membersOf(school) as [TestPerson];
  await answer(app, seated, id, 'take');
  expect(await at(ONE_DAY)).toBe(membersOf(school).length - 1);
  expect(await at(TWO_HOURS)).toBe(1);
  const move = async (version: number, startsAt: string, endsAt: string) =>
    (
      await ask(app, school.trainer, 'changeSession', id, {
        ...planFor(app, school, { startsAt, endsAt }),
        version,
        why: 'Mất điện',
      })
    ).status;
  expect(await move(1, '2022-06-28T09:00:00.000Z', '2022-06-28T11:00:00.000Z')).toBe(200);
  expect(await at('2022-06-28T06:00:00Z')).toBe(0);
  expect(await at('2022-06-28T07:00:00Z')).toBe(1);
  expect(await move(2, '2022-06-30T09:00:00.000Z', '2022-06-30T11:00:00.000Z')).toBe(200);
  expect(await at('2022-06-29T01:00:00Z')).toBe(membersOf(school).length - 1);
});

it('takes each way in turn: the chat, then the next channel, then a call', async () => {
  const chat = new EmulatedChannel('telegram');
  const mail = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([chat, mail]);
  const [both, chatOnly, nobody] = membersOf(school) as [TestPerson, TestPerson, TestPerson];
  await giveMail(app, both);
  const chats = { both: await giveAccount(app, both, 'telegram'), only: await giveAccount(app, chatOnly, 'telegram') };
  await signOutEverywhere(app, nobody);
  const id = await publish(app, school);
  await app.drain();
  expect((await toCall(id)).map(({ person, why }) => [person.id, why])).toEqual([[nobody.id, 'no_route']]);
  await at(THREE_DAYS);
  expect([chat.countOf(chats.both), mail.countOf(mailOf(both))]).toEqual([2, 0]);
  await at(ONE_DAY);
  expect([chat.countOf(chats.both), mail.countOf(mailOf(both))]).toEqual([2, 1]);
  expect(chat.countOf(chats.only)).toBe(3);
  await answer(app, both, id, 'take');
  const listed = await toCall(id, school.officer);
  expect(listed).toHaveLength(membersOf(school).length - 1);
  expect(listed.find(({ person }) => person.id === chatOnly.id)).toMatchObject({
    why: 'no_answer',
    told: false,
    phone: expect.stringMatching(/^051/),
  });
  expect((await ask(app, school.trainer, 'toldOfChange', id, { personId: chatOnly.id })).status).toBe(204);
  expect((await toCall(id)).at(-1)).toMatchObject({ person: { id: chatOnly.id }, told: true });
});

it('lists who still holds the old time until they say that they know, or are told by phone', async () => {
  const id = await publish(app, school);
  const [seated, other, away] = membersOf(school) as [TestPerson, TestPerson, TestPerson];
  for (const person of [seated, other]) await answer(app, person, id, 'take');
  await answer(app, away, id, 'decline');
  expect(await toCall(id)).toEqual([]);
  await ask(app, school.trainer, 'changeSession', id, {
    ...planFor(app, school, { place: 'Hội trường xã' }),
    version: 1,
    why: 'Nhà văn hóa sửa mái',
  });
  const before = (await toCall(id)).map(({ person }) => person.id);
  expect(before.slice(0, 2)).toEqual([seated.id, other.id]);
  expect(before).not.toContain(away.id);
  expect((await ask(app, seated, 'myTrainingSession', id)).body.mine).toMatchObject({
    mustAcknowledge: true,
    before: { place: 'Nhà văn hóa Thôn 1' },
  });
  expect((await ask(app, seated, 'acknowledgeChange', id, { version: 1 })).status).toBe(204);
  expect((await toCall(id)).map(({ person }) => person.id)).toContain(seated.id);
  expect((await ask(app, seated, 'acknowledgeChange', id, { version: 2 })).status).toBe(204);
  expect((await ask(app, school.officer, 'toldOfChange', id, { personId: other.id })).status).toBe(204);
  const after = (await toCall(id)).map(({ person }) => person.id);
  expect(after).not.toContain(seated.id);
  expect(after).not.toContain(other.id);
  expect(after).toHaveLength(before.length - 2);
  const looks = await app.database.rows(sql`select 1 from access_log`);
  expect(looks.length).toBeGreaterThan(0);
});
