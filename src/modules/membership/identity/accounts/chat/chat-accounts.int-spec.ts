import { raw, sql } from '#platform/database';
import { EraseOld } from '#platform/retention';
import { routes } from '#contracts';
import { stopApps } from '../../../../../../test/support/app.ts';
import { buildMember, buildWholeTeam, type TestPerson } from '../../../../../../test/support/people.ts';
import {
  openInZalo,
  type PlatformsApp,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../../test/support/platforms/platforms.ts';
import { buildPlace } from '../../../../../../test/support/units.ts';
import { MembershipApi } from '../../../membership.api.ts';

let world: PlatformsApp;
let api: MembershipApi;
let leader: TestPerson;
let teamId: string;
let ids = 9_000;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  world = await startWithPlatforms();
  api = world.app.get(MembershipApi);
  const place = await buildPlace(world.app, { hamlets: 1 });
  ({ leader, teamId } = await buildWholeTeam(world.app, place.hamletIds[0] as string));
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

const chat = () => ({ space: 'telegram' as const, externalId: String(ids++), displayName: 'Bà con' });
const newMember = (phone?: string) => buildMember(world.app, { teamId, ...(phone && { phone }) });
const inviteOf = async ({ id }: TestPerson): Promise<string> =>
  (await world.app.call(routes.createInvite, { token: leader.token, params: { personId: id } })).body.code;
const codeOf = async ({ token }: TestPerson): Promise<string> =>
  (await world.app.call(routes.createLinkCode, { token })).body.code;
const owner = ({ space, externalId }: ReturnType<typeof chat>) => api.accountOwner(space, externalId);
async function linked(member: TestPerson) {
  const account = chat();
  await api.linkByCode({ ...account, code: await codeOf(member), confirmed: false });
  return account;
}

describe('a code sent in a chat', () => {
  it('of an invite asks first, ties on yes, and is used then', async () => {
    const member = await newMember();
    const [account, other] = [chat(), chat()];
    const code = await inviteOf(member);
    const person = {
      id: member.id,
      fullName: member.fullName,
      roleTitle: 'Thành viên',
      teamName: 'Thôn 1',
      unitName: 'Xã Minh Sơn',
    };
    expect(await api.linkByCode({ ...account, code, confirmed: false })).toEqual({ outcome: 'confirm', person });
    expect(await owner(account)).toBeUndefined();
    expect(await api.linkByCode({ ...account, code, confirmed: true })).toMatchObject({ outcome: 'linked', person });
    expect(await owner(account)).toBe(member.id);
    expect(await api.linkByCode({ ...other, code, confirmed: true })).toEqual({ outcome: 'used' });
  });

  it('that the person made on a signed-in device ties at once, and once', async () => {
    const member = await newMember();
    const account = chat();
    const code = await codeOf(member);
    expect((await api.linkByCode({ ...account, code, confirmed: false })).outcome).toBe('linked');
    expect((await api.linkByCode({ ...chat(), code, confirmed: false })).outcome).toBe('used');
    const late = await codeOf(member);
    world.app.clock.advance(30 * 60_000);
    expect((await api.linkByCode({ ...chat(), code: late, confirmed: false })).outcome).toBe('expired');
  });

  it('is not taken from an account of somebody else, and stays good', async () => {
    const [one, two] = [await newMember(), await newMember()];
    const account = await linked(one);
    const code = await codeOf(two);
    expect((await api.linkByCode({ ...account, code, confirmed: true })).outcome).toBe('taken');
    expect(await owner(account)).toBe(one.id);
    expect((await api.linkByCode({ ...chat(), code, confirmed: true })).outcome).toBe('linked');
  });

  it('cannot be guessed: after eight wrong ones even the right one waits ten minutes', async () => {
    const code = await codeOf(await newMember());
    const account = chat();
    for (let i = 0; i < 8; i++)
      expect((await api.linkByCode({ ...account, code: `khong-co-ma-nay-${i}`, confirmed: true })).outcome).toBe(
        'invalid',
      );
    expect((await api.linkByCode({ ...account, code, confirmed: true })).outcome).toBe('tooManyTries');
    world.app.clock.advance(10 * 60_000);
    expect((await api.linkByCode({ ...account, code, confirmed: true })).outcome).toBe('linked');
  });
});

describe('the link code', () => {
  it('names each chat that hears, with a link where there is one; asking again ends the earlier', async () => {
    const member = await newMember();
    const ask = () => world.app.call(routes.createLinkCode, { token: member.token });
    const { status, body } = await ask();
    expect(status).toBe(201);
    expect(body.ways).toEqual([
      { space: 'telegram', url: `https://t.me/to_so_bot?start=${body.code}`, text: `LIENKET ${body.code}` },
      {
        space: 'zalo-oa',
        url: `https://zalo.me/${world.zalo.world.settings.oaId}`,
        text: `LIENKET ${body.code}`,
      },
    ]);
    expect(body.code).toMatch(/^[\w-]{22}$/);
    await ask();
    const open = await world.app.database.rows(
      sql`select 1 from link_codes where person_id = ${member.id} and used_at is null and revoked_at is null`,
    );
    expect(open).toHaveLength(1);
  });
});

describe('a number shared in a chat', () => {
  it('asks, and the answer ties or brings it to the officer', async () => {
    const member = await newMember('+84512777001');
    const [account, other] = [chat(), chat()];
    expect(await api.answerLinkByPhone({ ...account, mine: true })).toEqual({ outcome: 'nothingAsked' });
    expect(await api.linkByPhone({ ...account, phone: '+84512777001' })).toMatchObject({
      outcome: 'confirm',
      person: { id: member.id },
    });
    expect(await api.answerLinkByPhone({ ...account, mine: true })).toMatchObject({ outcome: 'linked' });
    expect(await owner(account)).toBe(member.id);
    expect((await api.linkByPhone({ ...account, phone: '+84512777001' })).outcome).toBe('linked');
    await newMember('+84512777002');
    await api.linkByPhone({ ...other, phone: '84512777002' });
    expect((await api.answerLinkByPhone({ ...other, mine: false })).outcome).toBe('waiting');
    expect((await api.answerLinkByPhone({ ...other, mine: true })).outcome).toBe('nothingAsked');
    expect((await api.linkByPhone({ ...chat(), phone: '+84512777003' })).outcome).toBe('waiting');
  });
});

describe('who acts from a chat', () => {
  it('has the posts of today and no session; nobody without the account', async () => {
    const member = await newMember();
    const account = await linked(member);
    expect(await api.actorOf(member.id)).toMatchObject({
      personId: member.id,
      sessionId: '',
      posts: [{ role: 'member', teamId }],
    });
    const row = await world.app.database.one<{ id: string }>(
      sql`select id from linked_accounts where external_id = ${account.externalId}`,
    );
    expect(await api.actorOf(member.id, row?.id)).toBeDefined();
    expect(await api.endAccount('telegram', account.externalId, 'unlinked')).toBe(true);
    expect(await api.actorOf(member.id, row?.id)).toBeUndefined();
    expect(await owner(account)).toBeUndefined();
    expect(await api.endAccount('telegram', account.externalId, 'unlinked')).toBe(false);
  });

  it('of another bot is nobody: ids hold within one bot only', async () => {
    const member = await newMember();
    const account = await linked(member);
    await world.app.database.rows(
      sql`update linked_accounts set scope = '7000000009' where external_id = ${account.externalId}`,
    );
    expect(await owner(account)).toBeUndefined();
  });
});

describe('two ids of one person', () => {
  const newZalo = () => world.zalo.world.person({ name: 'Chị Hoa' });
  const both = (person: ReturnType<typeof newZalo>) => ({
    from: { space: 'zalo-oa' as const, externalId: person.userId },
    to: { space: 'zalo-app' as const, externalId: person.appUserId },
  });
  async function linkInMiniApp(person: ReturnType<typeof newZalo>, member: TestPerson) {
    const { ticket } = (await openInZalo(world, person)).body.link;
    await world.app.call(routes.acceptInvite, { params: { code: await inviteOf(member) }, body: { ticket } });
  }

  it('are tied together, whichever is known first', async () => {
    const [early, late] = [newZalo(), newZalo()];
    const [one, two] = [await newMember(), await newMember()];
    await linkInMiniApp(early, one);
    expect(await api.joinSpaces(both(early))).toBe('joined');
    expect(await api.accountOwner('zalo-oa', early.userId)).toBe(one.id);
    expect(await api.joinSpaces(both(late))).toBe('unknown');
    await linkInMiniApp(late, two);
    expect(await api.accountOwner('zalo-oa', late.userId)).toBe(two.id);
    expect(await api.joinSpaces(both(late))).toBe('joined');
  });

  it('of two people stay as they are', async () => {
    const person = newZalo();
    const [one, two] = [await newMember(), await newMember()];
    await linkInMiniApp(person, one);
    await api.linkByCode({
      space: 'zalo-oa',
      externalId: person.userId,
      displayName: '',
      code: await codeOf(two),
      confirmed: true,
    });
    expect(await api.joinSpaces(both(person))).toBe('conflict');
    expect(await api.accountOwner('zalo-oa', person.userId)).toBe(two.id);
  });

  it('end together, and nothing is kept when the person withdraws', async () => {
    const person = newZalo();
    const member = await newMember();
    await linkInMiniApp(person, member);
    await api.joinSpaces(both(person));
    const { token } = (await openInZalo(world, person)).body.session;
    expect(await api.withdraw('zalo-oa', person.userId)).toBe(true);
    const value1 = [person.userId, person.appUserId];
    const left = await world.app.database.rows(
      sql`select 1 from linked_accounts where external_id = any(${value1}) union all select 1 from link_tickets
        where external_id = any(${value1})
       union all select 1 from account_joins where from_id = any(${value1}) or to_id = any(${value1})`,
    );
    expect(left).toEqual([]);
    expect((await world.app.call(routes.me, { token })).status).toBe(401);
    expect((await world.app.call(routes.me, { token: member.token })).status).toBe(200);
  });
});

describe('what is over', () => {
  it('is erased after a while; what is alive stays', async () => {
    const member = await newMember();
    const [alive, ended] = [await linked(member), await linked(member)];
    await api.endAccount('telegram', ended.externalId, 'unlinked');
    await api.linkByPhone({ ...chat(), phone: '+84512777009' });
    world.app.clock.advance(100 * DAY_MS);
    await world.app.get(EraseOld).run();
    const count = async (table: string) =>
      (await world.app.database.one<{ n: number }>(sql`select count(*)::int as n from ${raw(table)}`))?.n;
    for (const table of ['link_tickets', 'link_codes', 'link_requests', 'used_proofs', 'login_attempts'])
      expect([table, await count(table)]).toEqual([table, 0]);
    expect(await owner(alive)).toBe(member.id);
    expect(await world.app.database.rows(sql`select 1 from linked_accounts where ended_at is not null`)).toEqual([]);
    world.app.clock.advance(-100 * DAY_MS);
  });
});
