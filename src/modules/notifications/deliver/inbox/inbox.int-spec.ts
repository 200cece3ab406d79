// @everyday
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { DeliveryChannels } from '#modules/notifications';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { signIn } from '../../../../../test/support/people.ts';
import { giveMail, mailOf } from '../../../../../test/support/routes.ts';
import { eventMessages } from '../../plan/messages/index.ts';

let app: TestApp;
let village: Village;
let order: { id: string; taskIds: string[] };

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
});
beforeEach(async () => {
  village = await buildVillage(app);
  order = await issueOrder(app, village);
  await app.drain();
});
afterAll(stopApps);

const inbox = async (token: string, query?: Record<string, string>) =>
  (await app.call(routes.inbox, { token, ...(query && { query }) })).body;

describe('the inbox', () => {
  it('shows an order in words, with its task, its post and its directive', async () => {
    const { leader } = village.teams[0]!;
    const { items, unseen, mandatoryOpen, total } = await inbox(leader.token);
    expect([total, unseen, mandatoryOpen]).toEqual([1, 1, 1]);
    expect(items[0]).toMatchObject({
      kind: 'taskAssigned',
      mandatory: true,
      title: 'Việc mới: Giúp bà con nộp hồ sơ trực tuyến',
      taskId: order.taskIds[0],
      assignmentId: order.id,
      seenAt: null,
      via: null,
    });
    expect(items[0].body).toMatch(
      /^Cần: 20 .+\nHạn: hết ngày 9\/7 \(thứ Bảy\)\nVì sao: Xã Minh Sơn giao, theo .+\n\n.+\n\nTổ trả lời giúp xã chậm nhất hết ngày/,
    );
    expect(items[0].why).toEqual({ post: 'Tổ trưởng Thôn 1', citation: expect.stringContaining('31/KH-UBND') });
  });

  it('tells each team its own target where they differ, there and by its channel', async () => {
    const email = new EmulatedChannel('email');
    app.get(DeliveryChannels).use([email]);
    const [first, second] = village.teams;
    await giveMail(app, first!.leader, second!.leader);
    const shares = [
      { teamId: first!.id, target: 7 },
      { teamId: second!.id, target: 12 },
    ];
    await issueOrder(app, village, { title: 'Mỗi tổ một số', target: 19, shares, knowsOfSimilar: [order.id] });
    await app.drain();
    app.get(DeliveryChannels).use([]);
    for (const [{ leader }, n] of [
      [first!, 7],
      [second!, 12],
    ] as const) {
      expect((await inbox(leader.token)).items[0].body).toMatch(new RegExp(`^Cần: ${n} hồ sơ\n`));
      const letter = email.sent.find(({ to }) => to === mailOf(leader));
      expect(letter?.parts[0]?.text).toContain(`\nCần: ${n} hồ sơ\n`);
    }
  });

  it('is a duty for leaders and deputies, and news for members', async () => {
    const { deputy, member } = village.teams[0]!;
    expect((await inbox(deputy.token)).items[0].mandatory).toBe(true);
    expect((await inbox(member.token)).items[0].mandatory).toBe(false);
  });

  it('reads in the language of the person', async () => {
    const { leader } = village.teams[0]!;
    await app.call(routes.changeLanguage, { token: leader.token, body: { language: 'en' } });
    expect((await inbox(await signIn(app, leader.id))).items[0].title).toBe(
      'New task: Giúp bà con nộp hồ sơ trực tuyến',
    );
  });

  it('turns pages without repeating or losing a message', async () => {
    const { leader, deputy } = village.teams[0]!;
    for (let i = 0; i < 2; i++)
      await issueOrder(app, village, {
        title: `Việc số ${i}`,
        knowsOfSimilar: (await app.database.rows<{ id: string }>(sql`select id from assignments`))
          .map(({ id }) => id)
          .slice(-50),
      });
    await act(app, deputy, 'acceptTask', order.taskIds[0]!);
    await app.drain();
    const first = await inbox(leader.token, { limit: '2' });
    const second = await inbox(leader.token, { limit: '2', cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ title }: { title: string }) => title)).toEqual([
      'Tổ Thôn 1 đã nhận việc: Giúp bà con nộp hồ sơ trực tuyến',
      'Việc mới: Việc số 1',
      'Việc mới: Việc số 0',
      'Việc mới: Giúp bà con nộp hồ sơ trực tuyến',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('keeps the time at which a phone without network showed it, within what is possible', async () => {
    const { leader, deputy } = village.teams[0]!;
    const id = (await inbox(leader.token)).items[0].id;
    app.clock.advance(3_600_000);
    const before = new Date(app.clock.now().getTime() - 1_800_000).toISOString();
    expect((await app.call(routes.markSeen, { token: leader.token, body: { ids: [id], at: before } })).status).toBe(
      204,
    );
    expect((await inbox(leader.token)).items[0].seenAt).toBe(before);
    await app.call(routes.markSeen, { token: deputy.token, body: { ids: [id], at: '2031-01-01T00:00:00.000Z' } });
    expect(new Date((await inbox(deputy.token)).items[0].seenAt).getTime()).toBeLessThanOrEqual(
      app.clock.now().getTime(),
    );
  });

  it('does not mark another person’s message', async () => {
    const [first, second] = village.teams;
    const id = (await inbox(first!.leader.token)).items[0].id;
    const other = await issueOrder(app, village, {
      title: 'Chỉ cho Thôn 1',
      shares: [{ teamId: first!.id, target: 20 }],
      target: 20,
      knowsOfSimilar: [order.id],
    });
    await app.drain();
    const hidden = (await inbox(first!.leader.token)).items.find(
      (entry: { assignmentId: string }) => entry.assignmentId === other.id,
    ).id;
    await app.call(routes.markSeen, { token: second!.leader.token, body: { ids: [hidden] } });
    expect((await inbox(first!.leader.token)).items.map(({ seenAt }: { seenAt: string | null }) => seenAt)).toEqual([
      null,
      null,
    ]);
    expect(id).not.toBe(hidden);
  });

  it('takes an order back silently while it is held, and with a notice afterwards', async () => {
    const { leader } = village.teams[0]!;
    await app.call(routes.cancelAssignment, {
      token: village.officer.token,
      params: { assignmentId: order.id },
      body: { reason: 'Giao nhầm' },
    });
    await app.drain();
    expect((await inbox(leader.token)).items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'assignmentCancelled',
      'taskAssigned',
    ]);
    const held = await issueOrder(app, village, { title: 'Đang giữ' });
    await app.database.rows(
      sql`update assignments set recall_until = ${new Date(app.clock.now().getTime() + 60_000)} where id = ${held.id}`,
    );
    await app.drain();
    await app.call(routes.cancelAssignment, {
      token: village.officer.token,
      params: { assignmentId: held.id },
      body: { reason: 'Giao nhầm' },
    });
    await app.drain();
    expect((await inbox(leader.token)).items.some(({ title }: { title: string }) => title.includes('Đang giữ'))).toBe(
      false,
    );
  });

  it('tells the doer, the committee and the team in turn', async () => {
    const { leader, member } = village.teams[0]!;
    const [taskId] = order.taskIds;
    await act(app, leader, 'acceptTask', taskId!);
    expect((await act(app, leader, 'delegateTask', taskId!, { personId: member.id })).status).toBe(200);
    await app.drain();
    expect((await inbox(member.token)).items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'taskDelegated',
      'taskAccepted',
      'taskAssigned',
    ]);
    expect((await inbox(member.token)).items[0]).toMatchObject({ kind: 'taskDelegated', mandatory: true, taskId });
    await act(app, member, 'reportProgress', taskId!, { happenedOn: '2022-06-21', value: 20, complete: true });
    await app.drain();
    expect((await inbox(village.officer.token)).items[0]).toMatchObject({
      kind: 'taskSubmitted',
      title: 'Tổ Thôn 1 báo xong: Giúp bà con nộp hồ sơ trực tuyến',
      short: 'Báo xong: Tổ Thôn 1',
    });
    await act(app, village.officer, 'returnTask', taskId!, { reasons: ['photo_unclear'], comment: 'Chụp lại ảnh' });
    await app.drain();
    expect((await inbox(leader.token)).items[0]).toMatchObject({ kind: 'taskReturned', mandatory: true });
  });

  it('tells the committee of a decline, and that it was taken back', async () => {
    const { leader } = village.teams[0]!;
    const [taskId] = order.taskIds;
    await act(app, leader, 'declineTask', taskId!, { reason: 'needs_training' });
    await act(app, leader, 'takeBackDecline', taskId!);
    await app.drain();
    const { items } = await inbox(village.officer.token);
    expect(items.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['declineTakenBack', 'taskDeclined']);
  });

  it('tells whoever was first what a colleague has sent beside it, once it is more than was asked for', async () => {
    const { leader, deputy, member } = village.teams[0]!;
    const [taskId] = order.taskIds;
    const told = async (token: string) =>
      (await inbox(token)).items.filter(({ kind }: { kind: string }) => kind === 'workOverlapped');
    const send = (person: typeof leader, value: number, complete = false) =>
      act(app, person, 'reportProgress', taskId!, { happenedOn: '2022-06-21', value, complete });
    await act(app, leader, 'acceptTask', taskId!);
    await send(deputy, 5);
    await send(leader, 15, true);
    await app.drain();
    expect(await told(deputy.token)).toEqual([]);
    await send(member, 10);
    await app.drain();
    for (const { token } of [leader, deputy])
      expect(await told(token)).toMatchObject([
        { taskId, body: expect.stringContaining('ghi 10, làm ngày 21/6. Nay Tổ được 30 / 20') },
      ]);
    expect(await told(member.token)).toEqual([]);
  });
});

describe('preferences', () => {
  const put = (token: string, muted: string[]) =>
    app.call(routes.setPreferences, { token, body: { muted, quietFrom: '20:00', quietTo: '07:00', emailOn: false } });

  it('list every kind once, as duty or as free', async () => {
    const { body } = await app.call(routes.getPreferences, { token: village.teams[0]!.member.token });
    expect([...body.mandatory, ...body.optional].toSorted()).toEqual(eventMessages.map(({ kind }) => kind).toSorted());
    expect(body).toMatchObject({ muted: [], quietFrom: '21:00', quietTo: '06:30', email: { address: null, on: true } });
  });

  it('keep what may be muted, and name the kind that may not', async () => {
    const { token } = village.teams[0]!.member;
    expect((await put(token, ['taskConfirmed'])).body).toMatchObject({
      muted: ['taskConfirmed'],
      quietFrom: '20:00',
      email: { on: false },
    });
    const refused = await put(token, ['taskConfirmed', 'taskReturned']);
    expect([refused.status, refused.body.code, refused.body.details[0]]).toEqual([
      422,
      'notification.mandatoryKind',
      { path: 'muted.1', code: 'notification.mandatoryKind', params: { kind: 'taskReturned' } },
    ]);
  });
});
