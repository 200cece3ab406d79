/** What a linked group reads of a session: like work, once, without names; moved and cancelled only where it was told. */
import { sql } from '#platform/database';
import { stopApps } from '../../../../../test/support/app.ts';
import { TelegramGroups } from '../../../../../test/support/platforms/telegram-groups.ts';
import { ask, buildSchool, planFor, publish, type School } from '../../../../../test/support/training/training-acts.ts';

const MORNING = '2022-06-21T02:00:00.000Z';
const MINUTE = 60_000;
let groups: TelegramGroups;
let school: School;

beforeAll(async () => {
  groups = await TelegramGroups.start();
  groups.app.clock.set(new Date(MORNING));
});
beforeEach(async () => {
  school = await buildSchool(groups.app);
});
afterEach(() => groups.app.database.rows(sql`update group_chats set ended_at = linked_at where ended_at is null`));
afterAll(async () => {
  await stopApps();
  await groups.telegram.stop();
});

const teamGroup = async (i: number) => {
  const team = school.teams[i] as School['teams'][0];
  return groups.link(await groups.account(team.leader), 'Nhóm của tổ');
};
/** The group's pace is free again. */
async function later(): Promise<void> {
  await groups.app.drain();
  groups.app.clock.advance(1.5 * MINUTE);
  await groups.app.drain();
}
const titles = (group: number) => groups.texts(group).map((text) => text.split('\n')[0]);
const change = async (id: string, version: number, changes: Record<string, unknown>) => {
  const body = { ...planFor(groups.app, school, changes), version };
  expect((await ask(groups.app, school.trainer, 'changeSession', id, body)).status).toBe(200);
};

it('reads what, when and where, with a button into that very session, and nobody’s name', async () => {
  const group = await teamGroup(0);
  const communal = await groups.link(await groups.account(school.officer), 'Nhóm xã', '/nhom xã Minh Sơn');
  const id = await publish(groups.app, school);
  await later();
  const [post, ...more] = groups.telegram.received(group);
  expect(more).toEqual([]);
  expect(post?.text).toContain('Buổi tập huấn: Dịch vụ công trực tuyến');
  expect(post?.text).toContain('14:00 đến 16:00, tại Nhà văn hóa Thôn 1');
  for (const { fullName } of [school.trainer, school.officer, school.teams[0]!.leader])
    expect(post?.text).not.toContain(fullName);
  expect(post?.buttons).toEqual([{ text: 'Mở buổi học', url: `https://t.me/to_so_bot/app?startapp=tap-huan_${id}` }]);
  expect(groups.telegram.received(communal).map(({ buttons }) => buttons)).toEqual([
    [{ text: 'Mở Tổ Số', url: 'https://t.me/to_so_bot/app' }],
  ]);
});

it('of a team that is invited later reads of it then; the others not again', async () => {
  const [first, second] = [await teamGroup(0), await teamGroup(1)];
  const id = await publish(groups.app, school, { teamIds: [school.teams[0]!.id] });
  await later();
  expect([titles(first).length, titles(second).length]).toEqual([1, 0]);
  await ask(groups.app, school.officer, 'inviteTeams', id, { teamIds: [school.teams[1]!.id] });
  await later();
  expect([titles(first), titles(second)]).toEqual([titles(second), ['Buổi tập huấn: Dịch vụ công trực tuyến']]);
});

it('that was told is told of a move and of the cancellation, without the reason; another is not', async () => {
  const group = await teamGroup(0);
  const id = await publish(groups.app, school);
  await later();
  const late = await teamGroup(1);
  const { startsAt } = planFor(groups.app, school) as { startsAt: string };
  const half = new Date(new Date(startsAt).getTime() + 30 * MINUTE).toISOString();
  await change(id, 1, { startsAt: half, why: 'Giảng viên đến muộn' });
  await later();
  await ask(groups.app, school.trainer, 'cancelSession', id, { reason: 'Giảng viên ốm' });
  await later();
  expect(titles(group)).toEqual([
    'Buổi tập huấn: Dịch vụ công trực tuyến',
    'Đổi giờ: 14:30 thay cho 14:00: Dịch vụ công trực tuyến',
    'Hủy buổi tập huấn: Dịch vụ công trực tuyến',
  ]);
  expect(groups.texts(group).join()).not.toContain('Giảng viên');
  expect(titles(late)).toEqual([]);
});

it('hears nothing of a session that is cancelled before the post has left', async () => {
  const group = await teamGroup(0);
  const id = await publish(groups.app, school);
  await ask(groups.app, school.trainer, 'cancelSession', id, { reason: 'Nhầm ngày' });
  await groups.app.drainEvents();
  await later();
  expect(titles(group)).toEqual([]);
});
