import { sql } from '#platform/database';
import { routes } from '#contracts';
import { addDays, formatDate } from '#i18n';
import { stopApps } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { TelegramGroups } from '../../../../../test/support/platforms/telegram-groups.ts';
import { GroupDeadlines } from './group-deadlines.ts';
import { SendGroupPosts } from './send-group-posts.ts';

let groups: TelegramGroups;
let village: Village;
let group: number;
let leader: number;
/** Each test has days of its own: the time of an installation never goes back. */
let base = '2022-05-01';
const MINUTE = 60_000;

beforeAll(async () => {
  groups = await TelegramGroups.start({ HOLD_SECONDS: '60' });
});
beforeEach(async () => {
  base = addDays(base, 50);
  at(0, '09:00');
  groups.telegram.heal();
  village = await buildVillage(groups.app);
  leader = await groups.account(team().leader);
  group = await groups.link(leader, 'Tổ Thôn 1');
});
afterEach(() => groups.app.database.rows(sql`update group_chats set ended_at = linked_at where ended_at is null`));
afterAll(async () => {
  await stopApps();
  await groups.telegram.stop();
});

const team = (i = 0) => village.teams[i] as Village['teams'][number];
const day = (n: number) => addDays(base, n);
const at = (n: number, time: string) => groups.app.clock.set(new Date(`${day(n)}T${time}:00+07:00`));
/** An order of today with 19 days' time. */
async function order(changes: Record<string, unknown> = {}): Promise<{ id: string; taskIds: string[] }> {
  const known = await groups.app.database.rows<{ id: string }>(
    sql`select id from assignments where issuer_unit_id = ${village.communeId} and cancelled_at is null`,
  );
  return issueOrder(groups.app, village, {
    dueOn: day(19),
    knowsOfSimilar: known.map(({ id }) => id),
    ...changes,
  });
}

/** Lets a minute and a half pass: the hold is over, and the group's pace free again. */
async function later(milliseconds = 1.5 * MINUTE): Promise<void> {
  await groups.app.drain();
  groups.app.clock.advance(milliseconds);
  await groups.app.drain();
}

/** Nobody has Telegram any more: what is sent there is the group's. */
const onlyTheGroup = () =>
  groups.app.database.rows(sql`update linked_accounts set ended_at = linked_at where ended_at is null`);

async function remind(n: number): Promise<void> {
  at(n, '08:05');
  await groups.app.get(GroupDeadlines).run();
  await groups.app.drain();
}

const posts = (order: string): Promise<{ kind: string; state: string; failure_code: string | null }[]> =>
  groups.app.database.rows(
    sql`select kind, state, failure_code from group_posts where assignment_id = ${order} order by created_at, kind`,
  );

describe('a linked group', () => {
  it('reads of new work when the hold is over: title, work, target, last day, and a button into the mini-app', async () => {
    const issued = await order();
    await groups.app.drain();
    expect(groups.texts(group)).toEqual([]);
    await later();

    const [post, ...more] = groups.telegram.received(group);
    expect(more).toEqual([]);
    expect(post?.text).toContain('Việc mới: Giúp bà con nộp hồ sơ trực tuyến');
    expect(post?.text).toContain('giao việc cho Tổ Thôn 1, xã Minh Sơn. Chậm nhất hết ngày 9/7.');
    expect(post?.text).toContain('Cùng bà con nộp hồ sơ trên cổng dịch vụ công tại nhà văn hóa.');
    expect(post?.text).toContain('Mục tiêu của Tổ Thôn 1, xã Minh Sơn: 20 ');
    expect(post?.text).toContain('không bao giờ hỏi mật khẩu');
    for (const { leader: person, member } of village.teams)
      for (const { fullName } of [person, member, village.officer]) expect(post?.text).not.toContain(fullName);
    expect(post?.buttons).toEqual([
      { text: 'Mở việc', url: `https://t.me/to_so_bot/app?startapp=viec_${issued.taskIds[0]}` },
    ]);
  });

  it('of the commune reads what its teams have together, and opens the app', async () => {
    const communal = await groups.link(await groups.account(village.officer), 'Nhóm xã', '/nhom xã Minh Sơn');
    await order();
    await later();
    const [post] = groups.telegram.received(communal);
    expect(post?.text).toContain('Mục tiêu của xã Minh Sơn: 40 ');
    expect(post?.buttons).toEqual([{ text: 'Mở Tổ Số', url: 'https://t.me/to_so_bot/app' }]);
  });

  it('hears nothing of work that is taken back within the hold, and of a later withdrawal once', async () => {
    const cancel = async (id: string) => {
      const { status } = await groups.app.call(routes.cancelAssignment, {
        token: village.officer.token,
        params: { assignmentId: id },
        body: { reason: 'Giao nhầm' },
      });
      expect(status).toBe(200);
    };
    const silent = await order();
    await groups.app.drain();
    await cancel(silent.id);
    await later();
    expect(groups.texts(group)).toEqual([]);

    const told = await order();
    await later();
    await cancel(told.id);
    await later();
    expect(groups.texts(group).map((text) => text.split('\n')[0])).toEqual([
      'Việc mới: Giúp bà con nộp hồ sơ trực tuyến',
      'Đã thu hồi việc: Giúp bà con nộp hồ sơ trực tuyến',
    ]);
    expect(groups.texts(group)[1]).not.toContain('Giao nhầm');
  });

  it('reads once what an order has become, that it came to the team, or that it is no longer theirs', async () => {
    const others = await groups.link(await groups.account(team(1).leader), 'Tổ Thôn 2');
    const communal = await groups.link(await groups.account(village.officer), 'Nhóm xã', '/nhom xã Minh Sơn');
    const { id } = await order({ target: 20, shares: [{ teamId: team().id, target: 20 }] });
    await later();
    let version = 0;
    const change = async (body: Record<string, unknown>, isUndone = false) => {
      version += 1;
      const by = { token: village.officer.token, params: { assignmentId: id } };
      const answer = await groups.app.call(routes.changeAssignment, {
        ...by,
        body: { version, reason: 'Bão số 3', ...body } as never,
      });
      expect(answer.status).toBe(200);
      await groups.app.drain();
      if (isUndone) {
        expect((await groups.app.call(routes.undoChange, { ...by, body: { version: version + 1 } })).status).toBe(200);
        version += 1;
      }
      await later();
    };
    const heads = (chat: number) => groups.texts(chat).map((text) => text.split('\n')[0]?.split(':')[0]);

    await change({ dueOn: day(21) }, true);
    expect([heads(group), heads(others), heads(communal)]).toEqual([['Việc mới'], [], ['Việc mới']]);
    await change({ dueOn: day(20), targets: [{ teamId: team().id, target: 25 }] });
    await change({ add: [{ teamId: team(1).id, target: 10 }] });
    expect(groups.texts(group)[1]).toContain(`Nay làm theo tin này. Chậm nhất hết ngày ${formatDate(day(20), 'vi')}.`);
    expect(groups.texts(group)[1]).toContain('Mục tiêu của Tổ Thôn 1, xã Minh Sơn: 25 ');
    expect(groups.texts(group)[1]).not.toContain('Bão số 3');
    expect(groups.texts(communal)[1]).toContain('Mục tiêu của xã Minh Sơn: 25 ');
    expect(heads(others)).toEqual(['Việc mới']);
    await change({ withdraw: [team(1).id] });
    await groups.app.call(routes.cancelAssignment, {
      token: village.officer.token,
      params: { assignmentId: id },
      body: { reason: 'Giao nhầm' },
    });
    await later();
    expect(heads(group)).toEqual(['Việc mới', 'Việc đã sửa', 'Đã thu hồi việc']);
    expect(heads(others)).toEqual(['Việc mới', 'Đã thu hồi việc']);
    expect(heads(communal)).toEqual(['Việc mới', 'Việc đã sửa', 'Đã thu hồi việc']);
  });

  it('is reminded three days before, the day before and on the last day, once a day and not at night', async () => {
    await order();
    await later();
    for (const n of [15, 16, 16, 17, 18, 19]) await remind(n);
    at(19, '22:00');
    expect(await groups.app.get(GroupDeadlines).run()).toBe(0);
    await remind(20);
    expect(
      groups
        .texts(group)
        .slice(1)
        .map((text) => text.split('\n')[0]),
    ).toEqual([
      'Còn 3 ngày: Giúp bà con nộp hồ sơ trực tuyến',
      'Còn 1 ngày: Giúp bà con nộp hồ sơ trực tuyến',
      'Hôm nay là hạn cuối: Giúp bà con nộp hồ sơ trực tuyến',
    ]);
  });

  it('is not reminded of what the team has handed in or wants more time for', async () => {
    const second = await groups.link(await groups.account(team(1).leader), 'Tổ Thôn 2');
    const { taskIds } = await order();
    const [first = '', other = ''] = taskIds;
    await later();
    await act(groups.app, team().leader, 'acceptTask', first);
    await act(groups.app, team().leader, 'reportProgress', first, { happenedOn: day(0), value: 20 });
    expect((await act(groups.app, team().leader, 'completeTask', first, {})).status).toBe(200);
    await act(groups.app, team(1).leader, 'acceptTask', other);
    expect((await act(groups.app, team(1).leader, 'askExtension', other, { until: day(30) })).status).toBe(200);
    await remind(18);
    expect([groups.texts(group).length, groups.texts(second).length]).toEqual([1, 1]);
  });

  it('waits for the morning when the order is of the evening', async () => {
    at(0, '20:59');
    await order();
    await later();
    expect(groups.texts(group)).toEqual([]);
    at(1, '06:31');
    await groups.app.drain();
    expect(groups.texts(group)).toHaveLength(1);
  });

  it('is posted to within its limit, however many orders there are', async () => {
    // Ten more than a minute's twenty: a busy machine has thirty seconds for them.
    const ORDERS = 30;
    for (let i = 0; i < ORDERS; i++) await order({ title: `Việc thứ ${i}` });
    await later();
    // How many of them at once depends on the time that the machine took for the orders; never all of them.
    expect(groups.texts(group).length).toBeLessThan(ORDERS);
    for (let seconds = 0; seconds < 240 && groups.texts(group).length < ORDERS; seconds += 5) await later(5_000);
    expect(groups.texts(group)).toHaveLength(ORDERS);
    expect(new Set(groups.texts(group)).size).toBe(ORDERS);
    expect(groups.telegram.overLimit).toBe(0);
  });

  it('gets its post at its new address after it became a supergroup, also when nobody told us', async () => {
    const { newId } = groups.telegram.migrate(group);
    await order();
    await later();
    expect(groups.texts(newId)).toHaveLength(1);
    expect(await groups.app.database.rows(sql`select address from group_chats where ended_at is null`)).toEqual([
      { address: String(newId) },
    ]);
  });

  it('that has put the bot out is left alone', async () => {
    groups.telegram.chats.groups.get(group)!.botInside = false;
    const first = await order();
    await later();
    expect(await posts(first.id)).toMatchObject([{ state: 'failed', failure_code: '403_FORBIDDEN' }]);
    const second = await order();
    await later();
    expect(await posts(second.id)).toEqual([]);
  });

  it('whose topic is gone gets no more posts, and the general topic only the one', async () => {
    const forum = groups.group('Xã', { 7: 'Thôn 1' });
    await groups.command(leader, '/thoat', group);
    await groups.command(leader, '/nhom', forum, 7);
    await groups.press(leader, 'Đúng, nối nhóm', forum);
    groups.telegram.chats.groups.get(forum)!.topics.clear();
    for (let i = 0; i < 2; i++) {
      await order();
      await later();
    }
    expect(groups.texts(forum).filter((text) => text.startsWith('Việc mới'))).toHaveLength(1);
    expect(
      await groups.app.database.rows(
        sql`select gone_code from group_chats where ended_at is null and gone_at is not null`,
      ),
    ).toEqual([{ gone_code: 'TOPIC_NOT_FOUND' }]);
  });

  it.each(['drop-after', 'html-502'] as const)('sees nothing twice when the answer is lost: %s', async (fault) => {
    await onlyTheGroup();
    const issued = await order();
    await groups.app.drain();
    groups.app.clock.advance(1.5 * MINUTE);
    groups.telegram.fail(fault);
    await later(10 * MINUTE);
    expect(await posts(issued.id)).toMatchObject([{ state: 'unknown' }]);
    expect(groups.texts(group).length).toBeLessThan(2);
  });

  it('gets its post later when Telegram is in trouble, or wants a pause', async () => {
    await onlyTheGroup();
    const issued = await order();
    await groups.app.drain();
    groups.app.clock.advance(1.5 * MINUTE);
    groups.telegram.fail('json-500', 1);
    await groups.app.drain();
    expect(await posts(issued.id)).toMatchObject([{ state: 'due', failure_code: '500' }]);
    groups.telegram.fail('flood', 1);
    await later(MINUTE);
    expect(await posts(issued.id)).toMatchObject([{ state: 'due', failure_code: '429' }]);
    await later(MINUTE);
    expect(await posts(issued.id)).toMatchObject([{ state: 'sent' }]);
    expect(groups.texts(group)).toHaveLength(1);
  });

  it('has a post in doubt, not repeated, when the worker died over it', async () => {
    const issued = await order();
    await groups.app.drain();
    await groups.app.database.rows(
      sql`update group_posts set state = 'claimed', claim = gen_random_uuid(), claimed_until = due_at where assignment_id = ${issued.id}`,
    );
    await later(5 * MINUTE);
    expect(await posts(issued.id)).toMatchObject([{ state: 'unknown', failure_code: 'worker_lost' }]);
    expect(groups.texts(group)).toEqual([]);
  });

  it('is posted to once when two workers are at it', async () => {
    await order();
    await groups.app.drain();
    groups.app.clock.advance(1.5 * MINUTE);
    const sender = groups.app.get(SendGroupPosts);
    await Promise.all([sender.run(), sender.run(), sender.run()]);
    expect(groups.texts(group)).toHaveLength(1);
  });

  it('waits while everything is stopped', async () => {
    await groups.app.database.rows(
      sql`insert into channel_stops (id, at, reason) values (gen_random_uuid(), ${groups.app.clock.now()}, 'Diễn tập')`,
    );
    await groups.app.database.rows(sql`select pg_notify('channel_states', '')`);
    await order();
    await later();
    expect(groups.texts(group)).toEqual([]);
    await groups.app.database.rows(sql`update channel_stops set resumed_at = at`);
    await groups.app.database.rows(sql`select pg_notify('channel_states', '')`);
    await later();
    expect(groups.texts(group)).toHaveLength(1);
  });
});
