import { routes } from '#contracts';
import { stopApps } from '../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../test/support/orders.ts';
import { buildMember, buildTeam } from '../../../../test/support/people.ts';
import { TelegramGroups } from '../../../../test/support/platforms/telegram-groups.ts';
import { CreateUnit } from '../../organization/units/create-unit.ts';

let groups: TelegramGroups;
let village: Village;
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

async function linked(title: string): Promise<number> {
  return groups.link(await groups.account(team().leader), title);
}

async function list() {
  const { body } = await groups.app.call(routes.groups, {
    token: village.officer.token,
    params: { unitId: village.communeId },
  });
  return body.items;
}

const sendNames = (teamIds: string[], token = village.officer.token) =>
  groups.app.call(routes.sendGroupName, { token, params: { unitId: village.communeId }, body: { teamIds } });

describe('the list of groups', () => {
  it('shows the commune and its teams: names right and wrong, the short form, and where the bot may write', async () => {
    await linked(right);
    const [commune, first, second] = await list();
    expect(commune).toMatchObject({ team: null, state: 'none', proposed: 'CNS-Xã Minh Sơn-huyện Triệu Sơn' });
    expect(first).toMatchObject({
      team: { id: team().id, name: 'Thôn 1' },
      state: 'right',
      name: right,
      proposed: right,
      proposedShort: 'CNS-Thôn 1-Xã Minh Sơn',
      channel: 'telegram',
      link: null,
      chat: { channel: 'telegram', title: right, state: 'active', linkedBy: { id: team().leader.id } },
    });
    expect(second).toMatchObject({ team: { id: team(1).id }, state: 'none', chat: null });
  });

  it('says that a chat is gone', async () => {
    const group = await linked('Nhóm');
    groups.telegram.removeFromGroup(group, 1);
    groups.telegram.person(1);
    await groups.hear();
    expect((await list())[1]).toMatchObject({ state: 'wrong', chat: { state: 'gone' } });
  });
});

describe('a linked chat', () => {
  it('is let go by the console; twice is once', async () => {
    await linked(right);
    const unlink = () =>
      groups.app.call(routes.unlinkGroup, { token: team().leader.token, params: { teamId: team().id } });
    expect([(await unlink()).status, (await unlink()).status]).toEqual([204, 204]);
    expect((await list())[1]).toMatchObject({ name: right, chat: null });
  });

  it('is not let go by the leader of another team', async () => {
    await linked(right);
    const { status } = await groups.app.call(routes.unlinkGroup, {
      token: team(1).leader.token,
      params: { teamId: team().id },
    });
    expect(status).toBe(403);
    expect((await list())[1].chat).not.toBeNull();
  });
});

describe('the right name', () => {
  it('is told to the leaders of teams whose group is called otherwise', async () => {
    await linked(right);
    const { body } = await sendNames([team().id, team(1).id]);
    expect(body).toEqual({ told: 1, left: [{ id: team().id, name: 'Thôn 1', why: 'right_name' }], act: null });
    await groups.app.drain();
    const inboxes = await Promise.all(
      [team().leader, team(1).leader, team(1).deputy].map(({ token }) => groups.app.call(routes.inbox, { token })),
    );
    const of = (i: number) => inboxes[i]?.body.items.filter(({ kind }: { kind: string }) => kind === 'groupName');
    expect([of(0), of(2)]).toEqual([[], []]);
    expect(of(1)).toMatchObject([{ title: 'Tên nhóm của Tổ Thôn 2' }]);
    expect(of(1)[0].body).toContain('CNS-Thôn 2-Xã Minh Sơn-huyện Triệu Sơn');
  });

  it('is not told for teams of another commune', async () => {
    const other = await buildVillage(groups.app, { districtId: village.districtId, commune: 'Dân Lực' });
    expect((await sendNames([other.teams[0]!.id])).status).toBe(404);
    expect((await sendNames([team().id], other.officer.token)).status).toBe(403);
  });

  it('is told to all but the teams that would have the same', async () => {
    const { communeId: parentId } = village;
    const unitId = await groups.app.database.tx((tx) =>
      groups.app
        .get(CreateUnit)
        .insert(tx, { kind: 'hamlet', type: 'thôn', name: 'Thôn 1', parentId, from: '2022-01-01' }),
    );
    await buildMember(groups.app, { teamId: await buildTeam(groups.app, { unitId }), role: 'leader' });
    const left = [{ id: team().id, name: 'Thôn 1', why: 'same_name' }];
    const both = [team().id, team(1).id];
    const { body: before } = await groups.app.call(routes.previewGroupNames, {
      token: village.officer.token,
      params: { unitId: village.communeId },
      body: { teamIds: both },
    });
    expect(before).toMatchObject({
      count: 1,
      people: 1,
      told: [{ id: team(1).id }],
      left,
      leftCount: 1,
      holdSeconds: 0,
    });
    expect((await sendNames(both)).body).toEqual({ told: 1, left, act: null });
  });
});

describe('groups of the Official Account', () => {
  it('are off unless switched on', async () => {
    const { body } = await groups.app.call(routes.groupSeats, { token: village.officer.token });
    expect(body).toEqual({ on: false, seats: [], seatVndPerMonth: null });
    const made = await groups.app.call(routes.makeGroup, {
      token: village.officer.token,
      params: { teamId: team().id },
      body: { assetId: 'asset-1' },
    });
    expect([made.status, made.body.code]).toEqual([409, 'notification.channelOff']);
  });
});
