import { v7 } from 'uuid';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import type { Occurrence } from '#platform/outbox';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { giveAccount, giveMail, mailOf } from '../../../../../test/support/routes.ts';
import { timesIn } from '../../../../../test/support/training/training.ts';
import {
  answer,
  ask,
  buildSchool,
  membersOf,
  planFor,
  propose,
  publish,
  type School,
} from '../../../../../test/support/training/training-acts.ts';
import { trainingMessages } from './index.ts';
import { PlanMessage } from '../planning/plan-message.ts';

const MORNING = '2022-06-21T02:00:00.000Z';
let app: TestApp;
let school: School;
let mail: EmulatedChannel;

beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: 'https://to-so.example' });
  app.drainables.push(() => app.get(Sweep).run());
});
beforeEach(async () => {
  app.clock.set(new Date(MORNING));
  mail = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([mail]);
  school = await buildSchool(app);
  await giveMail(app, ...membersOf(school), school.trainer, school.officer, school.focal);
});
afterAll(stopApps);

/** The newest entry of the person's inbox. */
async function newest(person: TestPerson) {
  await app.drain();
  return (await app.call(routes.inbox, { token: person.token })).body.items[0];
}
/** What went to the person by the channel: the first line of each. */
const sentTo = (person: TestPerson, channel = mail) =>
  channel.sent.filter(({ to }) => to === mailOf(person)).map(({ parts }) => String(parts[0]?.text).split('\n')[0]);
const lastLink = (person: TestPerson) =>
  mail.sent.filter(({ to }) => to === mailOf(person)).at(-1)?.parts[0]?.buttons?.[0]?.url;
const change = async (sessionId: string, changes: Record<string, unknown>) => {
  const { body } = await ask(app, school.trainer, 'trainingSession', sessionId);
  const plan = planFor(app, school, { startsAt: body.startsAt, endsAt: body.endsAt, ...changes });
  const done = await ask(app, school.trainer, 'changeSession', sessionId, { ...plan, version: body.version });
  expect(done.status).toBe(200);
};

describe('between trainer and commune', () => {
  it('a proposal, a reminder and the answer reach the other side and open the plan', async () => {
    const { body } = await propose(app, school);
    expect(await newest(school.focal)).toMatchObject({
      title: 'Đề xuất tập huấn: Dịch vụ công trực tuyến',
      sessionId: body.id,
      mandatory: false,
    });
    expect(lastLink(school.focal)).toBe(`https://to-so.example/console/#/training/${body.id}`);
    await ask(app, school.trainer, 'nudgeCommune', body.id);
    expect((await newest(school.officer)).kind).toBe('trainingNudged');
    await ask(app, school.officer, 'decideSession', body.id, { outcome: 'confirm', version: 1 });
    expect((await newest(school.trainer)).kind).toBe('trainingConfirmed');
    expect(sentTo(membersOf(school)[0]!)).toEqual(['Mời tập huấn: Dịch vụ công trực tuyến']);
  });

  it('a wish names both times and the reason, a refusal its reason', async () => {
    const { body } = await propose(app, school);
    await ask(app, school.officer, 'decideSession', body.id, {
      outcome: 'change',
      startsAt: '2022-06-29T01:30:00.000Z',
      endsAt: '2022-06-29T03:30:00.000Z',
      place: 'Hội trường xã',
      note: 'Thôn 1 đang gặt',
    });
    const wish = await newest(school.trainer);
    expect(wish.kind).toBe('trainingChangeAsked');
    expect(wish.body).toContain(
      'Thứ Tư 29/6, 8:30 đến 10:30, tại Hội trường xã thay cho Thứ Ba 28/6, 14:00 đến 16:00, tại Nhà văn hóa Thôn 1',
    );
    expect(wish.body).toContain('Thôn 1 đang gặt');
    const other = await propose(app, school, timesIn(app, 9));
    await ask(app, school.officer, 'decideSession', other.body.id, { outcome: 'refuse', note: 'Đã học rồi' });
    expect((await newest(school.trainer)).body).toContain('Đã học rồi');
  });
});

describe('those invited', () => {
  it('read when, where, by whom and how long seats are kept, and open the session', async () => {
    const id = await publish(app, school, { heldUntil: '2022-06-26' });
    const person = membersOf(school)[2]!;
    const entry = await newest(person);
    expect(entry).toMatchObject({ kind: 'trainingInvited', sessionId: id, mandatory: false });
    expect(entry.body).toContain('14:00 đến 16:00, tại Nhà văn hóa Thôn 1');
    expect(entry.body).toContain(school.trainer.fullName);
    expect(entry.body).toContain('Mỗi tổ được giữ 2 chỗ đến hết ngày 26/6.');
    expect(entry.body).toContain('Mang theo: Điện thoại, căn cước');
    expect(entry.why.post).toContain('thành viên');
    expect(lastLink(person)).toBe(`https://to-so.example/app/#/tap-huan/${id}`);
    expect(sentTo(school.officer)).not.toContain('Mời tập huấn: Dịch vụ công trực tuyến');
  });

  it('who is invited later is told, nobody else again', async () => {
    const [first, second] = school.teams as [School['teams'][0], School['teams'][0]];
    const id = await publish(app, school, { teamIds: [first.id] });
    await ask(app, school.officer, 'inviteTeams', id, { teamIds: [second.id] });
    await app.drain();
    expect(sentTo(first.member)).toHaveLength(1);
    expect(sentTo(second.member)).toHaveLength(1);
  });

  it('several invitations that are planned at the same moment tell each person once', async () => {
    const sessionId = await publish(app, school);
    const plan = app.get(PlanMessage);
    await Promise.all(
      Array.from({ length: 6 }, () =>
        plan.execute(trainingMessages.invited, { sessionId }, {
          id: v7(),
          occurredAt: app.clock.now(),
          actorId: null,
          unitId: null,
        } satisfies Occurrence),
      ),
    );
    await app.drain();
    for (const member of membersOf(school)) expect(sentTo(member)).toHaveLength(1);
  });

  it('a move is a duty for who holds a seat, news for who has not answered, nothing for who said no', async () => {
    const id = await publish(app, school);
    const [seated, silent, away] = membersOf(school) as [TestPerson, TestPerson, TestPerson];
    await app.drain();
    await answer(app, seated, id, 'take');
    await answer(app, away, id, 'decline');
    await change(id, { startsAt: '2022-06-28T07:30:00.000Z', why: 'Giảng viên đến muộn' });
    const entry = await newest(seated);
    expect(entry).toMatchObject({
      mandatory: true,
      title: 'Đổi giờ: 14:30 thay cho 14:00: Dịch vụ công trực tuyến',
      sessionId: id,
    });
    expect(entry.body).toContain('Giảng viên đến muộn');
    expect(await newest(silent)).toMatchObject({ kind: 'trainingMoved', mandatory: false });
    expect((await newest(away)).kind).toBe('trainingInvited');
    await change(id, { startsAt: '2022-06-29T07:30:00.000Z', endsAt: '2022-06-29T09:00:00.000Z', why: 'Mưa' });
    expect((await newest(seated)).title).toContain('Đổi ngày: Thứ Tư 29/6, 14:30 thay cho Thứ Ba 28/6, 14:30');
  });

  it('an invitation that has not left yet does not go out with the old time', async () => {
    await app.stop();
    app = await startApp({ CLOCK: '2022-06-21T16:00:00.000Z' });
    app.drainables.push(() => app.get(Sweep).run());
    const chat = new EmulatedChannel('telegram', { respectsQuietHours: true });
    app.get(DeliveryChannels).use([chat]);
    school = await buildSchool(app);
    const person = membersOf(school)[0]!;
    const address = await giveAccount(app, person, 'telegram');
    const id = await publish(app, school);
    await app.drain();
    await change(id, { startsAt: '2022-06-28T07:30:00.000Z', why: 'Giảng viên đến muộn' });
    await app.drain();
    app.clock.set(new Date('2022-06-22T00:00:00.000Z'));
    await app.drain();
    expect(chat.sent.filter(({ to }) => to === address).map(({ parts }) => parts[0]?.text)).toEqual([
      expect.stringContaining('Đổi giờ: 14:30 thay cho 14:00'),
    ]);
  });

  it('a cancelled session says why; a plan that nobody was invited to stays silent', async () => {
    const id = await publish(app, school);
    const [seated] = membersOf(school) as [TestPerson];
    await answer(app, seated, id, 'take');
    await ask(app, school.trainer, 'cancelSession', id, { reason: 'Giảng viên ốm' });
    expect(await newest(seated)).toMatchObject({ kind: 'trainingCancelled', mandatory: true });
    expect((await newest(seated)).body).toContain('Giảng viên ốm');
    const silent = await propose(app, school, timesIn(app, 9));
    await ask(app, school.trainer, 'cancelSession', silent.body.id, { reason: 'Nhầm ngày' });
    expect((await newest(seated)).sessionId).toBe(id);
  });

  it('who moves up from the waiting list hears of the seat', async () => {
    const id = await publish(app, school, { capacity: 1, seatsPerTeam: 0 });
    const [first, second] = membersOf(school) as [TestPerson, TestPerson];
    await app.drain();
    await answer(app, first, id, 'take');
    await answer(app, second, id, 'take');
    await answer(app, first, id, 'give_back');
    expect(await newest(second)).toMatchObject({ kind: 'seatPromoted', sessionId: id });
    expect((await newest(first)).kind).toBe('trainingInvited');
  });

  it('those who were there are asked how it was, and told of their certificate', async () => {
    const id = await publish(app, school, timesIn(app, 1));
    const [present, absent] = membersOf(school) as [TestPerson, TestPerson];
    await app.drain();
    app.clock.set(new Date('2022-06-22T07:30:00.000Z'));
    await ask(app, school.trainer, 'sendCheckIns', id, {
      items: [
        {
          clientId: '0190d1f0-0000-4000-8000-000000000001',
          personId: present.id,
          method: 'by_name',
          at: '2022-06-22T07:20:00.000Z',
        },
      ],
    });
    app.clock.set(new Date('2022-06-22T09:10:00.000Z'));
    await ask(app, school.trainer, 'finishSession', id);
    expect((await newest(present)).kind).toBe('trainingFinished');
    expect((await newest(absent)).kind).toBe('trainingInvited');
    await ask(app, school.trainer, 'issueCertificates', id, {});
    expect(await newest(present)).toMatchObject({ kind: 'certificateIssued', sessionId: id });
  });
});
