import { sql } from '#platform/database';
import { routes } from '#contracts';
import { stopApps } from '../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../test/support/orders.ts';
import { buildMember, buildTeam } from '../../../../test/support/people.ts';
import { TelegramGroups } from '../../../../test/support/platforms/telegram-groups.ts';
import { CreateUnit } from '../../organization/units/create-unit.ts';

let groups: TelegramGroups;
let village: Village;
const yes = 'Đúng, nối nhóm';
const right = 'CNS-Thôn 1-Xã Minh Sơn-huyện Triệu Sơn';

beforeAll(async () => {
  groups = await TelegramGroups.start({ CLOCK: '2022-06-20T02:00:00Z' });
});
beforeEach(async () => {
  village = await buildVillage(groups.app);
});
afterAll(async () => {
  await stopApps();
  await groups.telegram.stop();
});

const team = (i = 0) => village.teams[i] as Village['teams'][number];
const last = (group: number) => groups.texts(group).at(-1) ?? '';
const toast = () => groups.telegram.answers.at(-1)?.text ?? '';

interface Row {
  team_id: string | null;
  unit_id: string | null;
  address: string;
  title: string;
  gone: boolean;
}
const open = (): Promise<Row[]> =>
  groups.app.database.rows(
    sql`select team_id, unit_id, address, title, gone_at is not null as gone from group_chats
      where ended_at is null and (team_id = any(${village.teams.map(({ id }) => id)}) or unit_id = ${village.communeId})
        order by address`,
  );

/** The leader of the first team links a group of that name. */
async function linked(title = right): Promise<{ group: number; leader: number }> {
  const leader = await groups.account(team().leader);
  const group = groups.group(title);
  await groups.command(leader, '/nhom', group);
  await groups.press(leader, yes, group);
  return { group, leader };
}

describe('a Telegram group', () => {
  it('is linked when the leader presses, and then stands in the register', async () => {
    const leader = await groups.account(team().leader);
    const group = groups.group('Tổ thôn 1 nhà mình');
    await groups.command(leader, '/nhom@to_so_bot', group);
    expect(last(group)).toContain('Nối nhóm này với Tổ Thôn 1, xã Minh Sơn?');
    expect(await open()).toEqual([]);

    await groups.press(leader, yes, group);
    expect(toast()).toBe('Đã nối nhóm.');
    expect(last(group)).toContain('Đã nối nhóm với Tổ Thôn 1, xã Minh Sơn');
    expect(last(group)).toContain(`Tên nhóm nên đặt là: ${right}`);
    expect(await open()).toMatchObject([{ team_id: team().id, address: String(group), title: 'Tổ thôn 1 nhà mình' }]);
    const { body } = await groups.app.call(routes.getTeam, {
      token: village.officer.token,
      params: { teamId: team().id },
    });
    expect(body.group).toMatchObject({ state: 'wrong', name: 'Tổ thôn 1 nhà mình', channel: 'telegram', link: null });
  });

  it('is linked just so over the webhook, each update counted once', async () => {
    const leader = await groups.account(team().leader);
    const group = groups.group(right);
    groups.telegram.write(leader, '/nhom', group);
    await groups.hearByWebhook();
    groups.telegram.press(leader, yes, group);
    await groups.hearByWebhook();
    expect(groups.texts(group).map((text) => text.split('\n')[0])).toEqual([
      'Nối nhóm này với Tổ Thôn 1, xã Minh Sơn?',
      'Đã nối nhóm với Tổ Thôn 1, xã Minh Sơn',
    ]);
    expect(await open()).toMatchObject([{ title: right }]);
  });

  it('may be proposed by a member, but is confirmed only by who answers for the team', async () => {
    const member = await groups.account(team().member);
    const group = groups.group(right);
    await groups.command(member, '/group', group);
    await groups.press(member, yes, group);
    expect(toast()).toContain('Chỉ tổ trưởng, tổ phó của Tổ Thôn 1');
    await groups.press(await groups.account(team(1).leader), yes, group);
    expect(toast()).toContain('Chỉ tổ trưởng, tổ phó của Tổ Thôn 1');
    await groups.press(groups.stranger(), yes, group);
    expect(toast()).toContain('nối tài khoản');
    expect(await open()).toEqual([]);

    await groups.press(await groups.account(team().deputy), yes, group);
    expect(last(group)).toContain('Tên nhóm đúng quy định.');
    expect(await open()).toHaveLength(1);
  });

  it('asks a stranger to link the account first', async () => {
    const group = groups.group('Chợ quê');
    await groups.command(groups.stranger(), '/nhom', group);
    expect(last(group)).toContain('Chưa biết tài khoản này là của ai');
  });

  it('lets an officer choose among the commune and its teams by number', async () => {
    const officer = await groups.account(village.officer);
    const group = groups.group('Nhóm chung');
    await groups.command(officer, '/nhom', group);
    expect(last(group)).toContain('1. xã Minh Sơn\n2. Tổ Thôn 1, xã Minh Sơn\n3. Tổ Thôn 2, xã Minh Sơn');
    await groups.press(officer, '1', group);
    expect(last(group)).toContain('Nối nhóm này với xã Minh Sơn?');
    await groups.press(await groups.account(team().leader), yes, group);
    expect(toast()).toBe('Chỉ cán bộ phụ trách của xã làm được.');
    await groups.press(officer, yes, group);
    expect(await open()).toMatchObject([{ unit_id: village.communeId, address: String(group) }]);
  });

  it('is taken for the place whose name it has, or that was typed', async () => {
    const officer = await groups.account(village.officer);
    const named = groups.group('cns - thôn 2 - xã minh sơn - huyện triệu sơn');
    await groups.command(officer, '/nhom', named);
    expect(last(named)).toContain('Nối nhóm này với Tổ Thôn 2, xã Minh Sơn?');
    const other = groups.group('Nhóm');
    await groups.command(officer, '/nhom thon 2', other);
    expect(last(other)).toContain('Nối nhóm này với Tổ Thôn 2, xã Minh Sơn?');
    await groups.command(officer, '/nhom Thôn 9', other);
    expect(last(other)).toContain('Không thấy nơi nào tên “Thôn 9”');
  });

  it('is not taken from the team that has it', async () => {
    const { group } = await linked();
    const second = await groups.account(team(1).leader);
    await groups.command(second, '/nhom', group);
    expect(last(group)).toContain('Nhóm này đã nối với Tổ Thôn 1');
    await groups.command(second, '/thoat', group);
    expect(last(group)).toContain('Chưa bỏ nối được');
    expect(await open()).toHaveLength(1);
  });

  it('is let go by /thoat, and another one takes its place when linked', async () => {
    const { group, leader } = await linked();
    const other = groups.group(right);
    await groups.command(leader, '/nhom', other);
    await groups.press(leader, yes, other);
    expect(await open()).toMatchObject([{ address: String(other) }]);
    await groups.command(leader, '/thoat', other);
    expect(last(other)).toContain('Đã bỏ nối nhóm');
    await groups.command(leader, '/thoat', group);
    expect(last(group)).toContain('Nhóm này chưa nối với nơi nào');
    expect(await open()).toEqual([]);
  });

  it('is linked once when two press at once', async () => {
    const [leader, deputy] = [await groups.account(team().leader), await groups.account(team().deputy)];
    const group = groups.group(right);
    await groups.command(leader, '/nhom', group);
    groups.telegram.press(leader, yes, group);
    groups.telegram.press(deputy, yes, group);
    await groups.hear();
    expect(await open()).toHaveLength(1);
    expect(groups.texts(group).filter((text) => text.startsWith('Đã nối nhóm'))).toHaveLength(1);
  });

  it('goes to one team when two teams press at once', async () => {
    const officer = await groups.account(village.officer);
    const group = groups.group('Nhóm');
    await groups.command(officer, '/nhom thon 1', group);
    await groups.command(officer, '/nhom thon 2', group);
    const [first, second] = groups.telegram.received(group);
    groups.telegram.press(await groups.account(team().leader), yes, group, first?.messageId);
    groups.telegram.press(await groups.account(team(1).leader), yes, group, second?.messageId);
    await groups.hear();
    expect(await open()).toHaveLength(1);
  });

  it('of a forum is linked by topic, each under its own name', async () => {
    const leader = await groups.account(team().leader);
    const second = await groups.account(team(1).leader);
    const forum = groups.group('Xã Minh Sơn', { 7: right, 8: 'Thôn 2' });
    await groups.command(leader, '/nhom', forum, 7);
    await groups.press(leader, yes, forum);
    await groups.command(second, '/nhom', forum, 8);
    await groups.press(second, yes, forum);
    expect(await open()).toMatchObject([
      { team_id: team().id, address: `${forum}/7`, title: right },
      { team_id: team(1).id, address: `${forum}/8`, title: 'Thôn 2' },
    ]);
    expect(groups.telegram.received(forum).at(-1)?.topicId).toBe(8);

    groups.telegram.removeFromGroup(forum, leader);
    await groups.hear();
    expect((await open()).map(({ gone }) => gone)).toEqual([true, true]);
  });

  it('keeps its link when it becomes a supergroup', async () => {
    const { group } = await linked();
    const { newId } = groups.telegram.migrate(group);
    await groups.hear();
    expect(await open()).toMatchObject([{ address: String(newId), gone: false }]);
  });

  it('that put the bot out is gone until it is linked anew', async () => {
    const { group, leader } = await linked();
    groups.telegram.removeFromGroup(group, leader);
    await groups.hear();
    expect(await open()).toMatchObject([{ gone: true }]);
    groups.telegram.chats.groups.get(group)!.botInside = true;
    await groups.command(leader, '/nhom', group);
    await groups.press(leader, yes, group);
    expect(await open()).toMatchObject([{ gone: false }]);
  });

  it('hears nothing but commands', async () => {
    const { group, leader } = await linked();
    const before = groups.texts(group).length;
    await groups.command(leader, 'Cả tổ ơi, mai họp nhé', group);
    await groups.command(leader, '/viec', group);
    await groups.command(leader, '/nhom@other_bot', group);
    expect(groups.texts(group)).toHaveLength(before);
  });

  it('is warned of a name that two teams of the commune would have', async () => {
    const twin = await buildTeam(groups.app, { unitId: await sameName() });
    await buildMember(groups.app, { teamId: twin, role: 'leader' });
    const { group } = await linked();
    expect(last(group)).toContain('Trong xã còn 1 tổ trùng tên nhóm này');
  });
});

/** Another hamlet called "Thôn 1", as after communes were merged. */
function sameName(): Promise<string> {
  const { communeId: parentId } = village;
  const hamlet = { kind: 'hamlet', type: 'thôn', name: 'Thôn 1', parentId, from: '2022-01-01' } as const;
  return groups.app.database.tx((tx) => groups.app.get(CreateUnit).insert(tx, hamlet));
}
