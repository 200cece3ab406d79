import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { giveMail, mailOf } from '../../../../../test/support/routes.ts';
import { PlanDigest } from './plan-digest.ts';

let app: TestApp;
let village: Village;
let email: EmulatedChannel;

beforeEach(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
  app.drainables.push(() => app.get(Sweep).run());
  village = await buildVillage(app, { hamlets: 1 });
  email = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([email]);
  const { leader, deputy, member } = village.teams[0]!;
  await giveMail(app, leader, deputy, member, village.officer);
});
afterEach(stopApps);

const to = (person: TestPerson) =>
  email.sent.filter((one) => one.to === mailOf(person)).map(({ parts }) => parts[0]!.text);
const digests = (person: TestPerson) => to(person).filter((text) => text.includes('tin mới hôm nay'));
async function makeDigest(): Promise<void> {
  await app.get(PlanDigest).run();
  await app.drain();
}
const at = (hour: string, day = '2022-06-21') => app.clock.set(new Date(`${day}T${hour}:00+07:00`));
const see = async (person: TestPerson) => {
  const { items } = (await app.call(routes.inbox, { token: person.token })).body;
  const ids = items.map(({ id }: { id: string }) => id);
  await app.call(routes.markSeen, { token: person.token, body: { ids } });
};

/** Two orders that the leader accepts: the deputy and the member have two pieces of news. */
async function twoAccepted(): Promise<void> {
  const { leader } = village.teams[0]!;
  const knowsOfSimilar: string[] = [];
  for (const title of ['Nộp hồ sơ trực tuyến', 'Cài ứng dụng VNeID']) {
    const { id, taskIds } = await issueOrder(app, village, { title, knowsOfSimilar });
    knowsOfSimilar.push(id);
    await app.drain();
    await act(app, leader, 'acceptTask', taskIds[0]!);
    await act(app, leader, 'reportProgress', taskIds[0]!, { happenedOn: '2022-06-21', value: 20 });
    await act(app, leader, 'completeTask', taskIds[0]!, {});
    await app.drain();
  }
}

describe('news that can wait', () => {
  it('stands in the inbox at once and goes out once a day, as one message per person', async () => {
    const { deputy, leader } = village.teams[0]!;
    await twoAccepted();
    const { items } = (await app.call(routes.inbox, { token: village.officer.token })).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['taskSubmitted', 'taskSubmitted']);
    expect(to(village.officer)).toEqual([]);
    expect(to(deputy).length).toBe(2);
    at('16:29');
    await makeDigest();
    expect(digests(deputy)).toEqual([]);
    at('16:31');
    await makeDigest();
    expect(digests(deputy)).toEqual([
      expect.stringMatching(/^2 tin mới hôm nay\n- .*đã nhận việc: Cài ứng dụng VNeID\n- .*đã nhận việc: Nộp hồ sơ/),
    ]);
    expect(digests(village.officer).length).toBe(1);
    expect(digests(leader)).toEqual([]);
    await makeDigest();
    expect(digests(deputy).length).toBe(1);
    expect(
      (await app.call(routes.inbox, { token: deputy.token })).body.items.map(({ kind }: { kind: string }) => kind),
    ).not.toContain('digest');
  });

  it('is not sent to who has seen it all, nor of kinds that they muted', async () => {
    const { deputy, member } = village.teams[0]!;
    await app.call(routes.setPreferences, {
      token: member.token,
      body: { muted: ['taskAccepted'], quietFrom: '21:00', quietTo: '06:30', emailOn: true },
    });
    await twoAccepted();
    await see(deputy);
    at('16:31');
    await makeDigest();
    expect([digests(deputy), digests(member)]).toEqual([[], []]);
    expect(digests(village.officer).length).toBe(1);
  });

  it('that comes after the digest goes out with the next one, and nothing is told twice', async () => {
    const { deputy, leader } = village.teams[0]!;
    const { taskIds } = await issueOrder(app, village);
    await app.drain();
    at('16:31');
    await makeDigest();
    at('17:00');
    await act(app, leader, 'acceptTask', taskIds[0]!);
    await app.drain();
    await makeDigest();
    expect(digests(deputy)).toEqual([]);
    at('16:31', '2022-06-22');
    await makeDigest();
    expect(digests(deputy)).toEqual([expect.stringContaining('1 tin mới hôm nay')]);
    at('16:31', '2022-06-23');
    await makeDigest();
    expect(digests(deputy).length).toBe(1);
  });
});

describe('work that is due', () => {
  const letters = (person: TestPerson) => to(person).map((text) => text.replace(/\u00a0/g, ' ').split('\n'));
  const heads = (person: TestPerson) =>
    letters(person)
      .map(([head]) => head)
      .filter((head) => !/^Việc mới/.test(head ?? ''));

  it('is what the one message of the day begins with, two days before, on the last day and after it', async () => {
    const { leader, deputy, member } = village.teams[0]!;
    const { taskIds } = await issueOrder(app, village, { title: 'Nộp hồ sơ', dueOn: '2022-06-24' });
    await app.drain();
    at('10:00', '2022-06-22');
    await act(app, leader, 'acceptTask', taskIds[0]!);
    await act(app, leader, 'delegateTask', taskIds[0]!, { personId: member.id });
    await act(app, member, 'reportProgress', taskIds[0]!, { happenedOn: '2022-06-21', value: 15 });
    await app.drain();
    for (const day of ['2022-06-22', '2022-06-23', '2022-06-24', '2022-06-25', '2022-06-26']) {
      at('16:31', day);
      await makeDigest();
    }
    const told = ['Còn 2 ngày', 'Hết hạn hôm nay', 'Quá hạn 1 ngày'].map(
      (deadline) => `${deadline}: Nộp hồ sơ 15 / 20, còn 5`,
    );
    expect(heads(leader)).toEqual(told);
    expect(heads(member).slice(-2)).toEqual(told.slice(1));
    const [both] = letters(deputy).filter(([head]) => /đến hạn/.test(head ?? ''));
    expect(both?.slice(0, 3)).toEqual([
      '1 việc đến hạn, 1 tin mới',
      '- Còn 2 ngày: Nộp hồ sơ 15 / 20, còn 5',
      expect.stringMatching(/^- .*đã nhận việc: Nộp hồ sơ/),
    ]);
    expect(to(village.officer).filter((text) => text.includes('Còn 2 ngày'))).toEqual([]);
  });

  it('is not told once it is done, or while the team waits for more time', async () => {
    const { leader } = village.teams[0]!;
    const knowsOfSimilar: string[] = [];
    const tasks: string[] = [];
    for (const title of ['Đã đủ', 'Xin lùi']) {
      const { id, taskIds } = await issueOrder(app, village, { title, dueOn: '2022-06-23', knowsOfSimilar });
      knowsOfSimilar.push(id);
      tasks.push(taskIds[0]!);
      await act(app, leader, 'acceptTask', taskIds[0]!);
    }
    await act(app, leader, 'reportProgress', tasks[0]!, { happenedOn: '2022-06-21', value: 20 });
    await act(app, leader, 'askExtension', tasks[1]!, { until: '2022-06-30' });
    await app.drain();
    at('16:31', '2022-06-23');
    await makeDigest();
    expect(heads(leader)).toEqual([]);
  });

  it('leaves room for what became stale before it could go out, which is said once', async () => {
    const { leader } = village.teams[0]!;
    app.get(DeliveryChannels).use([(email = new EmulatedChannel('email', { respectsQuietHours: true }))]);
    at('22:00');
    await issueOrder(app, village, { dueOn: '2022-06-21', replyByOn: '2022-06-21' });
    await app.drain();
    expect(to(leader)).toEqual([]);
    at('16:31', '2022-06-22');
    await makeDigest();
    expect(letters(leader)).toEqual([['Có 1 tin bị lỡ', 'Có 1 tin bị lỡ, nay đã cũ. Xem lại trong Hộp thư.']]);
    at('16:31', '2022-06-23');
    await makeDigest();
    expect(to(leader)).toHaveLength(1);
  });
});
