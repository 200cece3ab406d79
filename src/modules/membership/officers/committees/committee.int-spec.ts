// @everyday
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildSupporter,
  buildTeam,
  buildWholeTeam,
  type TestPerson,
} from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let admin: TestPerson;
const decision = { number: '30/QĐ-UBND', signedOn: '2022-04-01', signer: 'Chủ tịch UBND xã' };

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:12:00Z' });
});
beforeEach(async () => {
  place = await buildPlace(app, { hamlets: 2 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
});
afterAll(stopApps);

const params = () => ({ unitId: place.communeId });
const create = (token = admin.token) =>
  app.call(routes.createCommittee, { token, params: params(), body: { ...decision, from: '2022-04-01' } });
const chair = {
  fullName: 'Đỗ Minh Hải',
  phone: '0512 000 111',
  email: 'chu-tich@xa.example',
  position: 'Chủ tịch UBND xã',
  affiliation: 'commune_chair',
  from: '2022-04-01',
};
const add = (body: object, token = admin.token) =>
  app.call(routes.addCommitteeMember, { token, params: params(), body });

describe('a steering committee', () => {
  it('is absent, then set up by decision, once at a time', async () => {
    const before = await app.call(routes.getCommittee, { token: admin.token, params: params() });
    expect([before.status, before.body]).toEqual([200, null]);
    expect(await create()).toMatchObject({
      status: 201,
      body: {
        unit: { fullName: 'Xã Minh Sơn' },
        decision,
        validFrom: '2022-04-01',
        validTo: null,
        members: [],
        group: { state: 'none', proposed: 'CNS-Xã Minh Sơn-huyện Triệu Sơn' },
      },
    });
    expect(await create()).toMatchObject({ status: 409, body: { code: 'membership.committeeExists' } });
  });

  it('cannot be joined before it is set up, and belongs to a commune only', async () => {
    expect(await add(chair)).toMatchObject({ status: 404, body: { code: 'membership.committeeNotFound' } });
    const atHamlet = await app.call(routes.createCommittee, {
      token: admin.token,
      params: { unitId: place.hamletIds[0] as string },
      body: { ...decision, from: '2022-04-01' },
    });
    expect(atHamlet).toMatchObject({ status: 422, body: { code: 'membership.notACommune' } });
  });

  it('gives its members the rights of the commune, at once', async () => {
    await create();
    const { body } = await add(chair);
    expect(body.members).toMatchObject([
      {
        person: { fullName: 'Đỗ Minh Hải', position: 'Chủ tịch UBND xã' },
        role: 'committee_member',
        affiliation: 'commune_chair',
        supports: 0,
      },
    ]);
    const link = await app.call(routes.createInvite, {
      token: admin.token,
      params: { personId: body.members[0].person.id },
    });
    const { body: session } = await app.call(routes.acceptInvite, { params: { code: link.body.code }, body: {} });
    expect((await app.call(routes.listTeams, { token: session.token, params: params() })).status).toBe(200);
    const ended = await app.call(routes.endCommitteeMember, {
      token: admin.token,
      params: { ...params(), memberId: body.members[0].id },
      body: { lastDay: '2022-06-20' },
    });
    expect(ended.body.members).toEqual([]);
  });

  it('has one focal officer beside stand-ins, by the database itself', async () => {
    await create();
    await add({ ...chair, role: 'focal_officer', position: 'Công chức Văn hóa – Xã hội' });
    const second = { ...chair, fullName: 'Lê Quang Hải', phone: '0512 000 222', role: 'focal_officer' };
    expect(await add(second)).toMatchObject({
      status: 409,
      body: { code: 'membership.unitHasFocalOfficer', details: [{ path: 'role', params: { name: 'Đỗ Minh Hải' } }] },
    });
    const { body } = await add({ ...second, standIn: true });
    expect(body.members.map((row: { standIn: boolean; role: string }) => [row.role, row.standIn])).toEqual([
      ['focal_officer', false],
      ['focal_officer', true],
    ]);
    await expect(buildOfficer(app, { role: 'focal_officer', unitId: place.communeId })).rejects.toMatchObject({
      driverError: { constraint: 'posts_one_focal_officer' },
    });
  });

  it('says what it lacks and who in the commune could fill it', async () => {
    await create();
    const youth = await buildMember(app, {
      teamId: await buildTeam(app, { unitId: place.hamletIds[0] as string }),
      affiliation: 'youth_union',
      position: 'Bí thư Đoàn',
    });
    const { body } = await add(chair);
    const gap = body.gaps.find((one: { affiliation: string }) => one.affiliation === 'youth_union');
    expect(gap).toMatchObject({ have: 0, need: 1, fits: [{ id: youth.id, position: 'Bí thư Đoàn' }] });
  });

  it('of another commune is closed to this one', async () => {
    const other = await buildPlace(app, { hamlets: 0, commune: 'Dân Lý', districtId: place.districtId });
    const stranger = await buildOfficer(app, { role: 'committee_member', unitId: other.communeId });
    const calls = [
      app.call(routes.getCommittee, { token: stranger.token, params: params() }),
      create(stranger.token),
      add(chair, stranger.token),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe('supporters', () => {
  it('are committee members of the commune, dated, and end with the post', async () => {
    await create();
    const supporter = await buildOfficer(app, {
      role: 'committee_member',
      unitId: place.communeId,
      title: 'Bí thư Đoàn xã',
    });
    const { teamId } = await buildWholeTeam(app, place.hamletIds[0] as string);
    const set = (personIds: string[]) =>
      app.call(routes.giveSupport, {
        token: admin.token,
        params: params(),
        body: { teams: { only: [teamId] }, personIds },
      });
    const team = async () => (await app.call(routes.getTeam, { token: admin.token, params: { teamId } })).body;
    expect((await set([supporter.id])).body).toMatchObject({ given: 1, refused: [] });
    expect((await team()).supporters).toMatchObject([
      {
        id: supporter.id,
        position: 'Bí thư Đoàn xã',
        from: '2022-06-21',
        phoneMasked: expect.stringMatching(/^051•••/),
      },
    ]);
    const view = async () => (await app.call(routes.getCommittee, { token: admin.token, params: params() })).body;
    expect(await view()).toMatchObject({ members: [{ supports: 1 }], teamsWithoutSupporter: [] });
    const outsider = await buildOfficer(app, { role: 'district_officer', unitId: place.districtId });
    expect((await set([supporter.id, outsider.id])).body).toMatchObject({ given: 0, refused: [{ id: teamId }] });
    expect((await team()).supporters).toHaveLength(1);
    await app.call(routes.endCommitteeMember, {
      token: admin.token,
      params: { ...params(), memberId: supporter.postId },
      body: { lastDay: '2022-06-21' },
    });
    const again = await app.call(routes.endCommitteeMember, {
      token: admin.token,
      params: { ...params(), memberId: supporter.postId },
      body: { lastDay: '2022-06-30' },
    });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'membership.alreadyLeft', details: [{ path: 'lastDay' }] },
    });
    app.clock.advance(86_400_000);
    expect((await view()).teamsWithoutSupporter).toMatchObject([{ id: teamId, name: 'Thôn 1' }]);
    app.clock.advance(-86_400_000);
  });

  it('who are no longer named end today; the past keeps them', async () => {
    const supporter = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    const { teamId } = await buildWholeTeam(app, place.hamletIds[0] as string);
    await buildSupporter(app, teamId, supporter.id);
    await app.call(routes.giveSupport, {
      token: admin.token,
      params: params(),
      body: { teams: { only: [teamId] }, personIds: [] },
    });
    expect((await app.call(routes.getTeam, { token: admin.token, params: { teamId } })).body.supporters).toEqual([]);
    expect(
      (await app.call(routes.getTeam, { token: admin.token, params: { teamId }, query: { at: '2022-06-20' } })).body
        .supporters,
    ).toMatchObject([{ id: supporter.id }]);
  });
});

describe('the load of a committee', () => {
  const read = async (query = {}) =>
    (await app.call(routes.committeeLoad, { token: admin.token, params: params(), query })).body;
  const share = (changes: object[]) =>
    app.call(routes.shareSupport, { token: admin.token, params: params(), body: { changes } });

  it('says who reaches their teams, what the rule misses, and evens out nothing by itself', async () => {
    place = await buildPlace(app, { hamlets: 9 });
    admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
    const params = { unitId: place.communeId };
    await app.call(routes.createCommittee, {
      token: admin.token,
      params,
      body: { ...decision, from: '2022-04-01', lastDay: '2022-07-27' },
    });
    await add(chair);
    const members = await Promise.all(
      ['Lê Quang Hải', 'Lường Văn Tuấn'].map((fullName) =>
        buildOfficer(app, { role: 'committee_member', unitId: place.communeId, fullName }),
      ),
    );
    const [hai, tuan] = members as [TestPerson, TestPerson];
    const teamIds = await Promise.all(place.hamletIds.map((unitId) => buildTeam(app, { unitId })));
    const given = teamIds.slice(0, 8).map((teamId) => ({ teamId, personId: hai.id, insteadOf: null }));
    expect((await share(given)).status).toBe(200);
    // Silent is who can be reached and was entered long ago.
    const leaders = await Promise.all(teamIds.map((teamId) => buildMember(app, { teamId, role: 'leader' })));
    await app.database.rows(sql`update teams set created_at = '2022-01-02' where id = any(${teamIds}::uuid[])`);
    await app.call(routes.quickReport, {
      token: leaders[0]?.token as string,
      params: { teamId: teamIds[0] as string },
      body: { kind: 'payment', happenedOn: '2022-06-20', value: 3 },
    });
    const load = await read();
    expect(load).toMatchObject({
      committee: { lastDay: '2022-07-27', daysLeft: 36 },
      teams: 9,
      supported: 8,
      alone: [{ name: 'Thôn 9', silent: true, lightest: { person: { fullName: 'Lường Văn Tuấn' }, teams: 0 } }],
      focal: [],
      proposal: { from: { id: hai.id }, fromTeams: 8, fromSilent: 7, to: { id: tuan.id }, toTeams: 0 },
    });
    expect(
      load.members.map((row: { seat: string; teams: { silent: boolean }[] }) => [row.seat, row.teams.length]),
    ).toEqual([
      ['head', 0],
      ['member', 8],
      ['member', 0],
    ]);
    expect(
      load.checks.map(({ affiliation, met, people }: { affiliation: string; met: boolean; people: object[] }) => [
        affiliation,
        met,
        people.length,
      ]),
    ).toEqual([
      ['commune_chair', true, 1],
      ['youth_union', false, 0],
    ]);
    expect((await read({ at: '2022-06-20' })).members[1]).toMatchObject({ teams: [] });

    const moved = load.proposal.teams.map(({ id }: { id: string }) => ({
      teamId: id,
      personId: tuan.id,
      insteadOf: hai.id,
    }));
    expect((await share(moved)).status).toBe(200);
    expect(await read()).toMatchObject({
      members: [{}, { teams: { length: 4 } }, { teams: { length: 4 } }],
      proposal: null,
    });
    expect(await share([{ teamId: teamIds[8], personId: hai.id, insteadOf: null }, ...moved])).toMatchObject({
      status: 409,
      body: {
        code: 'membership.supportChanged',
        details: [{ path: 'changes.1.teamId', params: { names: 'Lường Văn Tuấn' } }],
      },
    });
    expect((await read()).supported).toBe(8);
  });

  it('of each commune stands below the unit, incomplete ones first', async () => {
    await create();
    await add(chair);
    await add({
      ...chair,
      fullName: 'Phạm Thị Hà',
      phone: '0512 000 333',
      affiliation: 'youth_union',
      role: 'focal_officer',
    });
    await buildPlace(app, { hamlets: 1, commune: 'Dân Lý', districtId: place.districtId });
    const list = async (query: Record<string, string> = {}) =>
      (await app.call(routes.listCommittees, { token: admin.token, params: { unitId: place.provinceId }, query })).body;
    const first = await list({ limit: '1' });
    expect(first).toMatchObject({
      items: [{ unit: { name: 'Dân Lý' }, lacks: 'committee', missing: ['commune_chair', 'youth_union'], members: 0 }],
      total: 2,
      incomplete: 1,
    });
    expect(await list({ limit: '1', cursor: first.nextCursor })).toMatchObject({
      items: [{ unit: { name: 'Minh Sơn' }, lacks: null, members: 2, teams: 0 }],
      nextCursor: null,
    });
    expect((await list({ incomplete: 'true', q: 'minh son' })).items).toEqual([]);
  });
});
