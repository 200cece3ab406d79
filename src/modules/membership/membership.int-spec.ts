import { v7 } from 'uuid';
import { routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { raw, sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildSupporter,
  buildTeam,
  buildWholeTeam,
  signIn,
} from '../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../test/support/units.ts';
import { CreateAdmin } from './identity/access/create-admin.ts';
import { AnonymisePerson } from './privacy/erasing/anonymise-person.ts';
import { ANONYMOUS } from './people/people/anonymous.ts';

let app: TestApp;
let api: MembershipApi;
let place: Place;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:12:00Z' });
  api = app.get(MembershipApi);
});
beforeEach(async () => {
  place = await buildPlace(app, { hamlets: 3 });
});
afterAll(stopApps);

const hamlet = (i = 0) => place.hamletIds[i] as string;

describe('what other modules ask of membership', () => {
  it('names teams with their place and leader, also ended ones', async () => {
    const { teamId, leader } = await buildWholeTeam(app, hamlet());
    const ended = await buildTeam(app, { unitId: hamlet(1), validity: '[2022-01-01,2022-03-01)' });
    const teams = await api.teams([teamId, ended, v7()]);
    expect(teams.get(teamId)).toEqual({
      id: teamId,
      name: 'Thôn 1',
      unitId: hamlet(),
      communeId: place.communeId,
      status: 'active',
      leaderId: leader.id,
    });
    expect(teams.get(ended)).toMatchObject({ name: 'Thôn 2', status: 'dissolved', leaderId: null });
    expect(teams.size).toBe(2);
  });

  it('lists the active teams under any unit, drafts and ended ones left out', async () => {
    const { teamId } = await buildWholeTeam(app, hamlet());
    await buildTeam(app, { unitId: hamlet(1), status: 'draft' });
    await buildTeam(app, { unitId: hamlet(2), validity: '[2022-01-01,2022-03-01)' });
    for (const unitId of [place.communeId, place.districtId, place.provinceId, hamlet()])
      expect((await api.activeTeamsUnder(unitId)).map(({ id }) => id)).toEqual([teamId]);
    expect(await api.activeTeamsUnder(place.communeId, '2022-02-28')).toHaveLength(2);
  });

  it('names people with the post that stands behind the name', async () => {
    const officer = await buildOfficer(app, {
      role: 'committee_member',
      unitId: place.communeId,
      title: 'Phó Chủ tịch UBND xã',
    });
    const { teamId, leader } = await buildWholeTeam(app, hamlet());
    await buildMember(app, { teamId, personId: officer.id, position: 'Đảng viên' });
    const people = await api.people([officer.id, leader.id]);
    expect(people.get(officer.id)?.position).toBe('Phó Chủ tịch UBND xã');
    expect(people.get(leader.id)?.position).toBe('Trưởng thôn');
  });

  it('gives members, leaders and supporters of teams', async () => {
    const { teamId, leader, deputy, member } = await buildWholeTeam(app, hamlet());
    const supporter = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    await buildSupporter(app, teamId, supporter.id);
    expect((await api.teamMembers(teamId)).map(({ personId, role }) => [personId, role])).toEqual([
      [leader.id, 'leader'],
      [deputy.id, 'deputy'],
      [member.id, 'member'],
    ]);
    expect((await api.leadersOf([teamId])).get(teamId)?.id).toBe(leader.id);
    expect((await api.supportersOf([teamId])).get(teamId)).toMatchObject([{ id: supporter.id }]);
  });

  it('says by which route each recipient can be reached', async () => {
    const teamId = await buildTeam(app, { unitId: hamlet() });
    const mailed = await buildMember(app, {
      teamId,
      role: 'leader',
      email: 'truong-thon@thon.example',
      signedIn: false,
    });
    const signedIn = await buildMember(app, { teamId, role: 'deputy' });
    const none = await buildMember(app, { teamId, signedIn: false });
    const routesOf = new Map((await api.recipientsOfTeams([teamId])).map((one) => [one.personId, one]));
    expect(routesOf.get(mailed.id)).toMatchObject({
      email: 'truong-thon@thon.example',
      hasSession: false,
      role: 'leader',
      teamId,
      language: 'vi',
    });
    expect(routesOf.get(signedIn.id)).toMatchObject({ email: null, hasSession: true });
    expect(routesOf.get(none.id)).toMatchObject({ email: null, hasSession: false });
    await app.database.rows(sql`update emails set state = 'bounced' where person_id = ${mailed.id}`);
    expect(await api.recipients([mailed.id])).toMatchObject([{ email: null }]);
    expect((await api.recipientsOfTeams([teamId], ['leader', 'deputy'])).map(({ role }) => role).sort()).toEqual([
      'deputy',
      'leader',
    ]);
  });

  it('gives the committee of the commune, each person once', async () => {
    const officer = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    await app.database.rows(
      sql`insert into posts (id, person_id, role, unit_id, title, validity)
        values (${v7()}, ${officer.id}, 'focal_officer', ${place.communeId}, 'Cán bộ đầu mối', '[2022-01-01,)')`,
    );
    await buildOfficer(app, { role: 'committee_member', unitId: place.communeId, validity: '[2022-01-01,2022-06-21)' });
    expect((await api.committeeOf(place.communeId)).map(({ personId, role }) => [personId, role])).toEqual([
      [officer.id, 'focal_officer'],
    ]);
  });

  it('knows who is a member on which day', async () => {
    const { teamId, member } = await buildWholeTeam(app, hamlet());
    const holds = (on?: string) => app.database.tx((tx) => api.holdMember(tx, member.id, teamId, on));
    expect([await holds(), await holds('2022-06-21'), await holds('2021-12-31')]).toEqual([true, true, false]);
  });

  it('gives phone numbers for calls only of whom the actor may read, each logged', async () => {
    const officer = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    const { leader } = await buildWholeTeam(app, hamlet());
    const other = await buildPlace(app, { hamlets: 1, commune: 'Dân Lý', districtId: place.districtId });
    const stranger = await buildWholeTeam(app, other.hamletIds[0] as string);
    const actor = {
      personId: officer.id,
      fullName: '',
      language: 'vi' as const,
      sessionId: v7(),
      posts: [{ id: officer.postId, role: 'committee_member' as const, unitId: place.communeId, teamId: null }],
    };
    const numbers = await api.phonesForCalls(actor, [leader.id, stranger.leader.id], 'call_about_task');
    expect([...numbers.keys()]).toEqual([leader.id]);
    expect(await app.database.rows(sql`select subject_id from access_log where person_id = ${officer.id}`)).toEqual([
      { subject_id: leader.id },
    ]);
  });
});

describe('searching', () => {
  it('finds teams and people of my places without marks, and nobody else', async () => {
    const officer = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    const { teamId, leader } = await buildWholeTeam(app, hamlet());
    const hoi = await buildMember(app, { teamId, fullName: 'Lê Thị Hợi' });
    const other = await buildPlace(app, { hamlets: 1, commune: 'Dân Lý', districtId: place.districtId });
    await buildMember(app, {
      teamId: (await buildWholeTeam(app, other.hamletIds[0] as string)).teamId,
      fullName: 'Trần Thị Hợi',
    });
    const find = async (q: string, token = officer.token) =>
      (await app.call(routes.search, { token, query: { q } })).body as {
        kind: string;
        id: string;
        label: string;
        context: string;
      }[];
    expect(await find('hoi')).toEqual([
      { kind: 'person', id: hoi.id, label: 'Lê Thị Hợi', context: 'Thành viên, Thôn 1', teamId },
    ]);
    expect(await find('to thon 1')).toEqual([{ kind: 'team', id: teamId, label: 'Tổ Thôn 1', context: 'Xã Minh Sơn' }]);
    for (const q of ['thon 1 minh son', 'Thôn 1, xã Minh Sơn', 'thon 1 xa minh'])
      expect((await find(q)).map(({ kind, label }) => [kind, label])).toEqual([
        ['unit', 'Thôn 1'],
        ['team', 'Tổ Thôn 1'],
      ]);
    expect(await find('thon 1 dan ly')).toEqual([]);
    expect((await find('thon')).map(({ kind }) => kind)).toEqual(['unit', 'unit', 'unit', 'team']);
    expect(await find('hoi', leader.token)).toMatchObject([{ id: hoi.id }]);
  });
});

describe('anonymising', () => {
  it('takes name, contact and access away and leaves the past in place', async () => {
    const admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
    const { teamId, member } = await buildWholeTeam(app, hamlet());
    await app.database.rows(
      sql`insert into emails (id, person_id, address, is_primary, added_at)
        values (${v7()}, ${member.id}, 'a@b.example', true, ${app.clock.now()})`,
    );
    const actor = {
      personId: admin.id,
      fullName: '',
      language: 'vi' as const,
      sessionId: v7(),
      posts: [{ id: admin.postId, role: 'admin' as const, unitId: place.provinceId, teamId: null }],
    };
    await app.database.tx((tx) => app.get(AnonymisePerson).execute(tx, actor, member.id));
    const past = await app.call(routes.getTeam, {
      token: admin.token,
      params: { teamId },
      query: { at: '2022-06-20' },
    });
    expect(past.body.members.map((row: { person: { fullName: string } }) => row.person.fullName)).toContain(ANONYMOUS);
    expect((await app.call(routes.getTeam, { token: admin.token, params: { teamId } })).body.members).toHaveLength(2);
    for (const table of ['phones', 'emails', 'sessions', 'invites'])
      expect(await app.database.rows(sql`select 1 from ${raw(table)} where person_id = ${member.id}`)).toEqual([]);
    const left = await app.database.rows(
      sql`select name, payload, changes from outbox where payload::text like ${`%${member.fullName}%`}`,
    );
    expect(left).toEqual([]);
    await expect(app.database.tx((tx) => app.get(AnonymisePerson).execute(tx, actor, member.id))).rejects.toMatchObject(
      { status: 404 },
    );
  });
});

describe('the first administrator', () => {
  it('gets a one-time link to the console and the post at the root', async () => {
    const { url, code } = await app
      .get(CreateAdmin)
      .execute({ fullName: 'Quản trị hệ thống', email: 'quan-tri@tinh.example' });
    expect(url).toContain('/console/#/moi/');
    const { body } = await app.call(routes.acceptInvite, { params: { code }, body: {} });
    expect(body.me.posts).toMatchObject([{ role: 'admin', title: 'Quản trị' }]);
    expect(body.me.posts[0].may).toContain('unit.manage');
  });
});

describe('rights by date', () => {
  it('of a post that has ended open nothing', async () => {
    const former = await buildOfficer(app, {
      role: 'committee_member',
      unitId: place.communeId,
      validity: '[2022-01-01,2022-06-21)',
    });
    expect(
      (await app.call(routes.listTeams, { token: former.token, params: { unitId: place.communeId } })).status,
    ).toBe(403);
    app.clock.set(new Date('2022-06-20T01:00:00Z'));
    const then = await signIn(app, former.id);
    expect((await app.call(routes.listTeams, { token: then, params: { unitId: place.communeId } })).status).toBe(200);
    app.clock.set(new Date('2022-06-21T01:12:00Z'));
  });
});
