import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { deliveriesOf, giveAccount, giveMail, mailOf } from '../../../../../test/support/routes.ts';

/** A mail server that answers late: a send stays open until it is let go. */
class LateChannel extends EmulatedChannel {
  private letGo: () => void = () => undefined;
  private readonly gate = new Promise<void>((resolve) => (this.letGo = resolve));
  private begun: () => void = () => undefined;
  /** Resolves with the first send. */
  readonly sending = new Promise<void>((resolve) => (this.begun = resolve));

  answer(): void {
    this.letGo();
  }

  override async send(...of: Parameters<EmulatedChannel['send']>): ReturnType<EmulatedChannel['send']> {
    this.begun();
    await this.gate;
    return super.send(...of);
  }
}

let app: TestApp;
let village: Village;
let admin: TestPerson;
let telegram: EmulatedChannel;

beforeEach(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
  app.drainables.push(() => app.get(Sweep).run());
  village = await buildVillage(app, { hamlets: 2 });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  telegram = new EmulatedChannel('telegram');
});
afterEach(stopApps);

const everybody = (): TestPerson[] => village.teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member]);
const use = (...channels: EmulatedChannel[]) => app.get(DeliveryChannels).use(channels);
const manage = (route: Parameters<TestApp['call']>[0], body?: unknown, params = { channelId: 'email' }) =>
  app.call(route, { token: admin.token, params, ...(body !== undefined && { body }) });
const down = () => manage(routes.declareDown, { reason: 'Máy chủ thư không trả lời' });
const logged = async () =>
  (await manage(routes.channels)).body.log.map(({ kind, channel }: { kind: string; channel: string | null }) => [
    kind,
    channel,
  ]);

describe('a channel that is declared down', () => {
  /** Mail waits for an answer that says "later", and half of the people have Telegram too. */
  async function waiting(): Promise<{ id: string; both: TestPerson[]; mailOnly: TestPerson[] }> {
    const email = new EmulatedChannel('email');
    use(email, telegram);
    const people = everybody();
    await giveMail(app, ...people);
    const [both, mailOnly] = [people.slice(0, 3), people.slice(3)];
    for (const person of both) await giveAccount(app, person, 'telegram');
    for (const person of people) email.fail(mailOf(person), { ok: false, cls: 'RETRYABLE', code: 'ECONNREFUSED' });
    const { id } = await issueOrder(app, village);
    await app.drain();
    return { id, both, mailOnly };
  }

  it('shows first where its people would go, then moves those who have another route', async () => {
    const { id, both, mailOnly } = await waiting();
    expect((await manage(routes.divertPlan)).body).toMatchObject({
      waiting: 6,
      routes: [
        { route: 'telegram', people: 3, costVnd: 0, finishedAt: expect.any(String) },
        { route: 'inbox', people: 3, costVnd: 0, finishedAt: null },
      ],
    });
    expect((await down()).body).toEqual({ moved: 3, staying: 3 });
    await app.drain();
    const rows = await deliveriesOf(app, id);
    const of = (person: TestPerson) =>
      rows
        .filter((row) => row.person_id === person.id)
        .map(({ channel, state, failure_code }) => [channel, state, failure_code]);
    for (const person of both)
      expect(of(person)).toEqual([
        ['email', 'skipped', 'diverted'],
        ['telegram', 'sent', null],
      ]);
    for (const person of mailOnly) expect(of(person)).toEqual([['email', 'due', 'ECONNREFUSED']]);
    expect(telegram.sent.length).toBe(3);
    expect((await down()).body).toEqual({ moved: 0, staying: 3 });
  });

  it('keeps those without another route until it is up again', async () => {
    const { id, mailOnly } = await waiting();
    await down();
    const works = new EmulatedChannel('email');
    use(works, telegram);
    app.clock.advance(3_600_000);
    await app.drain();
    expect(works.sent.length).toBe(0);
    expect(
      (await manage(routes.channels)).body.channels.find(({ id: of }: { id: string }) => of === 'email'),
    ).toMatchObject({
      state: 'down',
      detail: 'Máy chủ thư không trả lời',
      waiting: 3,
    });
    expect((await manage(routes.declareUp)).status).toBe(204);
    await app.drain();
    expect(works.sent.map(({ to }) => to).toSorted()).toEqual(mailOnly.map(mailOf).toSorted());
    expect((await deliveriesOf(app, id)).filter(({ state }) => state === 'due')).toEqual([]);
    expect((await logged()).filter(([kind]: [string]) => kind.startsWith('declared'))).toEqual([
      ['declared_up', 'email'],
      ['declared_down', 'email'],
    ]);
  });

  it('is the last choice of new messages', async () => {
    const email = new EmulatedChannel('email');
    use(email, telegram);
    const [leader, deputy] = everybody() as [TestPerson, TestPerson];
    await giveMail(app, leader, deputy);
    await giveAccount(app, leader, 'telegram');
    await down();
    const { id } = await issueOrder(app, village);
    await app.drain();
    const rows = await deliveriesOf(app, id);
    expect(rows.find((row) => row.person_id === leader.id)).toMatchObject({ channel: 'telegram', state: 'sent' });
    expect(rows.find((row) => row.person_id === deputy.id)).toMatchObject({ channel: 'email', state: 'due' });
    expect(email.sent.length).toBe(0);
  });

  /** @param lateMs how long the first answer takes */
  async function amidAChunk(lateMs: number): Promise<{ mails: number; chats: number }> {
    const people = everybody();
    await giveMail(app, ...people);
    for (const person of people) await giveAccount(app, person, 'telegram');
    // Two sends make a batch, so that most of the chunk is not handed over yet.
    const late = new LateChannel('email', { concurrency: 1 });
    use(late, telegram);
    const { id } = await issueOrder(app, village);
    const working = app.drain();
    await late.sending;
    expect((await down()).body).toEqual({ moved: 4, staying: 0 });
    app.clock.advance(lateMs);
    late.answer();
    await working;
    await app.drain();
    const rows = await deliveriesOf(app, id);
    const sent = rows.filter(({ state }) => state === 'sent');
    expect(new Set(sent.map(({ person_id }) => person_id)).size).toBe(6);
    expect(sent).toHaveLength(6);
    expect(sent.filter(({ channel }) => channel === 'email')).toHaveLength(late.sent.length);
    expect(rows.filter(({ state }) => state === 'due')).toEqual([]);
    return { mails: late.sent.length, chats: telegram.sent.length };
  }

  it('sends nothing twice while a worker is in the middle of a chunk and the answer comes late', async () => {
    const { mails, chats } = await amidAChunk(0);
    expect(mails + chats).toBe(6);
    expect(mails).toBeGreaterThan(0);
  });

  it('leaves nobody behind whose turn in that chunk came too late to be used', async () => {
    // Longer than a turn that was reserved is kept: who waits for the next one is turned away, since the channel is down.
    expect(await amidAChunk(2_000)).toEqual({ mails: 1, chats: 5 });
  });

  it('keeps what is held after issue held in the new channel too', async () => {
    const held = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z', HOLD_SECONDS: '60' });
    held.drainables.push(() => held.get(Sweep).run());
    const place = await buildVillage(held, { hamlets: 1 });
    const officer = await buildOfficer(held, { role: 'admin', unitId: place.provinceId });
    const [chat, mail] = [new EmulatedChannel('telegram'), new EmulatedChannel('email')];
    held.get(DeliveryChannels).use([mail, chat]);
    const { leader } = place.teams[0]!;
    await giveMail(held, leader);
    await giveAccount(held, leader, 'telegram');
    await issueOrder(held, place);
    await held.drain();
    const { body } = await held.call(routes.declareDown, {
      token: officer.token,
      params: { channelId: 'email' },
      body: { reason: 'Hỏng' },
    });
    expect(body).toEqual({ moved: 1, staying: 0 });
    await held.drain();
    expect(chat.sent.length).toBe(0);
    held.clock.advance(61_000);
    await held.drain();
    expect([mail.sent.length, chat.sent.length]).toEqual([0, 1]);
  });
});

describe('stopping all messages', () => {
  it('lets nothing out, also of a chunk at work, until it is let go again', async () => {
    await giveMail(app, ...everybody());
    const late = new LateChannel('email', { concurrency: 1 });
    use(late);
    await issueOrder(app, village);
    const working = app.drain();
    await late.sending;
    expect((await manage(routes.stopAll, { reason: 'Gửi nhầm nội dung' })).status).toBe(204);
    late.answer();
    await working;
    app.clock.advance(3_600_000);
    await app.drain();
    expect(late.sent.length).toBe(2);
    expect((await manage(routes.channels)).body.stopped).toMatchObject({
      by: { id: admin.id },
      reason: 'Gửi nhầm nội dung',
    });
    expect((await app.call(routes.sendTest, { token: admin.token, params: { channelId: 'email' } })).body).toEqual({
      ok: false,
      failure: 'ALL_STOPPED',
    });
    expect((await manage(routes.resumeAll)).status).toBe(204);
    await app.drain();
    expect(late.sent.length).toBe(6);
    expect(new Set(late.sent.map(({ to }) => to)).size).toBe(6);
    expect((await manage(routes.channels)).body.stopped).toBeNull();
    expect(await logged()).toEqual([
      ['all_resumed', null],
      ['all_stopped', null],
    ]);
  });

  it('is noted once, however often it is pressed', async () => {
    await manage(routes.stopAll, { reason: 'Một' });
    expect((await manage(routes.stopAll, { reason: 'Hai' })).status).toBe(204);
    expect((await manage(routes.channels)).body.stopped.reason).toBe('Một');
    await manage(routes.resumeAll);
    expect((await manage(routes.resumeAll)).status).toBe(204);
    expect((await logged()).length).toBe(2);
  });
});

describe('sends in doubt', () => {
  /** Two people of whom nobody knows whether the mail went. */
  async function doubtful(): Promise<{ id: string; email: EmulatedChannel }> {
    const email = new EmulatedChannel('email');
    use(email);
    const [leader, deputy] = everybody() as [TestPerson, TestPerson];
    await giveMail(app, leader, deputy);
    for (const person of [leader, deputy])
      email.fail(mailOf(person), { ok: false, cls: 'AMBIGUOUS', code: 'TIMEOUT' }, 2);
    const { id } = await issueOrder(app, village);
    await app.drain();
    app.clock.advance(120_000);
    await app.drain();
    return { id, email };
  }
  const inDoubt = async () =>
    (await manage(routes.channels)).body.channels.find(({ id }: { id: string }) => id === 'email').inDoubt;

  it('go again a few at a time when a person says so', async () => {
    const { id, email } = await doubtful();
    expect((await deliveriesOf(app, id)).map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    expect(email.sent.length).toBe(4);
    expect((await manage(routes.decideInDoubt, { again: true })).body).toEqual({ count: 2 });
    await app.drain();
    expect((await deliveriesOf(app, id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(email.sent.length).toBe(6);
    expect((await manage(routes.decideInDoubt, { again: true })).body).toEqual({ count: 0 });
    expect(await logged()).toEqual(expect.arrayContaining([['in_doubt_resent', 'email']]));
  });

  it('are left alone when a person says so', async () => {
    const { id, email } = await doubtful();
    expect(await inDoubt()).toBe(2);
    expect((await manage(routes.decideInDoubt, { again: false })).body).toEqual({ count: 2 });
    await app.drain();
    expect(email.sent.length).toBe(4);
    expect((await deliveriesOf(app, id)).map(({ state, failure_code }) => [state, failure_code])).toEqual([
      ['unknown', 'left'],
      ['unknown', 'left'],
    ]);
    expect((await manage(routes.decideInDoubt, { again: true })).body).toEqual({ count: 0 });
  });
});
