/** "Mình giúp được gì": said by the person or written by who may, shown as a hint, taken back, erased and merged. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import type { Skill } from '#contracts/membership/skill-kinds';
import type { Actor } from '#platform/auth';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { AnonymisePerson } from '../../privacy/erasing/anonymise-person.ts';

const TODAY = '2022-06-21';
let app: TestApp;
let village: Village;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  village = await buildVillage(app, { hamlets: 2 });
});
afterAll(stopApps);

const team = (i = 0) => village.teams[i] as Village['teams'][number];
const say = (person: TestPerson, skills: readonly string[]) =>
  app.call(routes.saySkills, { token: person.token, key: randomUUID(), body: { skills } });
const write = (by: TestPerson, person: TestPerson, skills: readonly string[], teamId = team().id) =>
  app.call(routes.setMemberSkills, {
    token: by.token,
    key: randomUUID(),
    params: { teamId, personId: person.id },
    body: { skills },
  });
const read = async (reader: TestPerson) =>
  (await app.call(routes.getTeam, { token: reader.token, params: { teamId: team().id } })).body;
const shown = async (reader: TestPerson, person: TestPerson) =>
  (await read(reader)).members.find((one: { person: { id: string } }) => one.person.id === person.id).skills;
const mine = async ({ token }: TestPerson) => (await app.call(routes.me, { token })).body.skills;
const rows = (person: TestPerson) =>
  app.database.rows<{ skills: Skill[]; own: boolean }>(
    sql`select skills, by_self as own from member_skills where person_id = ${person.id}`,
  );
const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);

describe('what a member can help with', () => {
  it('is said by the member, in one order, and read by the team, the commune and the member', async () => {
    const { member, leader } = team();
    expect([await shown(leader, member), await mine(member)]).toEqual([null, null]);
    expect((await say(member, ['ethnic_language', 'smartphone', 'smartphone'])).status).toBe(204);
    const said = { list: ['smartphone', 'ethnic_language'], own: true };
    expect([await shown(leader, member), await shown(village.officer, member), await mine(member)]).toEqual([
      said,
      said,
      said,
    ]);
  });

  it('is six of the list at most, and only for who is in a team', async () => {
    const { member } = team();
    const all = ['smartphone', 'public_services', 'payment', 'e_commerce', 'safety', 'outreach', 'teaching'];
    expect((await say(member, all)).status).toBe(422);
    expect((await say(member, ['young'])).status).toBe(422);
    expect((await say(village.officer, ['outreach'])).status).toBe(403);
    expect(await rows(member)).toEqual([]);
  });

  it('is written by the leader or the commune until the member has said it, and never of a language', async () => {
    const { member, leader } = team();
    expect((await write(leader, member, ['outreach'])).status).toBe(204);
    expect((await write(village.officer, member, ['outreach', 'payment'])).status).toBe(204);
    expect(await mine(member)).toEqual({ list: ['payment', 'outreach'], own: false });
    expect((await write(leader, member, ['ethnic_language'])).status).toBe(422);
    expect((await write(leader, member, [])).status).toBe(204);
    expect(await rows(member)).toEqual([]);
    await say(member, ['teaching']);
    expect((await write(leader, member, ['outreach'])).body).toMatchObject({ code: 'membership.skillsSaid' });
    expect(await mine(member)).toEqual({ list: ['teaching'], own: true });
  });

  it('stays taken back: nobody writes another one', async () => {
    const { member, leader } = team();
    await write(leader, member, ['outreach']);
    expect((await say(member, [])).status).toBe(204);
    expect(await shown(leader, member)).toEqual({ list: [], own: true });
    expect((await write(leader, member, ['outreach'])).status).toBe(409);
  });

  it('is not written by a colleague, another team, another commune, nor of who is not in the team', async () => {
    const { member, deputy, leader } = team();
    const other = await buildVillage(app);
    expect((await write(member, deputy, ['outreach'])).status).toBe(403);
    expect((await write(team(1).leader, member, ['outreach'])).status).toBe(403);
    expect((await write(other.officer, member, ['outreach'])).status).toBe(403);
    expect((await write(leader, team(1).member, ['outreach'])).body).toMatchObject({
      code: 'membership.memberNotFound',
    });
    expect([await rows(member), await rows(deputy), await rows(team(1).member)]).toEqual([[], [], []]);
  });

  it('stands beside the names for whoever passes a task on; nobody is left out and the order is the same', async () => {
    const { member, leader, deputy } = team();
    const order = await issueOrder(app, village);
    const params = { taskId: order.taskIds[0] as string };
    const members = async () => (await app.call(routes.getTask, { token: leader.token, params })).body.members;
    const before = ids(await members());
    await say(member, ['smartphone']);
    const after = await members();
    expect(ids(after)).toEqual(before);
    expect(before).toEqual(expect.arrayContaining([leader.id, deputy.id, member.id]));
    expect(after.map(({ id, skills }: { id: string; skills: Skill[] }) => [id, skills])).toContainEqual([
      member.id,
      ['smartphone'],
    ]);
  });

  it('stands in what is held about the person, goes with their name, and is written down without what it says', async () => {
    const { member } = team();
    await say(member, ['payment']);
    const { held } = (await app.call(routes.ownData, { token: member.token })).body;
    expect(held).toContainEqual(expect.objectContaining({ kind: 'skills', count: 1 }));
    await app.drain();
    const log = await app.database.rows(
      sql`select payload, changes from outbox where name = 'membership.member-skills-said' and actor_id = ${member.id}`,
    );
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain('payment');
    const admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
    const actor = {
      personId: admin.id,
      sessionId: randomUUID(),
      posts: [{ id: admin.postId, role: 'admin', unitId: village.provinceId, teamId: null }],
    };
    await app.database.tx((tx) => app.get(AnonymisePerson).execute(tx, actor as Actor, member.id));
    expect(await rows(member)).toEqual([]);
  });

  it('goes along when two records become one: the own word stands above what others wrote', async () => {
    const admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
    const merge = (survivor: TestPerson, absorbed: TestPerson) =>
      app.call(routes.mergePeople, {
        token: admin.token,
        params: { personId: survivor.id },
        body: { absorbedId: absorbed.id, reason: 'Nhập trùng', survivorProof: 'met', absorbedProof: 'called' },
      });
    const { member, deputy } = team();
    await write(team().leader, member, ['outreach']);
    await say(deputy, ['teaching']);
    expect((await merge(member, deputy)).status).toBe(204);
    expect([await rows(member), await rows(deputy)]).toEqual([[{ skills: ['teaching'], own: true }], []]);
    await write(team(1).leader, team(1).member, ['payment'], team(1).id);
    expect((await merge(member, team(1).member)).status).toBe(204);
    expect([await rows(member), await rows(team(1).member)]).toEqual([[{ skills: ['teaching'], own: true }], []]);
  });
});
