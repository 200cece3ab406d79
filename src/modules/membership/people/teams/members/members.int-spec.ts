// @everyday
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildTeam,
  buildWholeTeam,
  type BuiltTeam,
  type TestPerson,
} from '../../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../../test/support/units.ts';
import { TellEndedMemberships } from './tell-ended-memberships.ts';

let app: TestApp;
let place: Place;
let officer: TestPerson;
let team: BuiltTeam;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:12:00Z' });
});
beforeEach(async () => {
  place = await buildPlace(app, { hamlets: 2 });
  officer = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
  team = await buildWholeTeam(app, place.hamletIds[0] as string);
});
afterAll(stopApps);

const add = (body: object, token = officer.token) =>
  app.call(routes.addMember, { token, params: { teamId: team.teamId }, body });
const change = (memberId: string, body: object) =>
  app.call(routes.changeMember, { token: officer.token, params: { teamId: team.teamId, memberId }, body });
const end = (memberId: string, lastDay: string) =>
  app.call(routes.endMember, { token: officer.token, params: { teamId: team.teamId, memberId }, body: { lastDay } });
const replace = (memberId: string, body: object) =>
  app.call(routes.replaceMember, { token: officer.token, params: { teamId: team.teamId, memberId }, body });
const read = async (at?: string) =>
  (
    await app.call(routes.getTeam, {
      token: officer.token,
      params: { teamId: team.teamId },
      ...(at && { query: { at } }),
    })
  ).body;
const events = (name: string) =>
  app.database.rows(sql`select payload from outbox where name = ${name} and payload->>'teamId' = ${team.teamId}`);
const newcomer = { fullName: 'Lê Thị Hợi', phone: '0512.345.678', role: 'member', from: '2022-06-01' };

describe('a member', () => {
  it('joins from a day with a phone in any spelling, shown masked', async () => {
    const { status, body } = await add(newcomer);
    expect(status).toBe(201);
    expect(body.members.map((row: { role: string }) => row.role)).toEqual(['leader', 'deputy', 'member', 'member']);
    expect(body.members).toContainEqual(
      expect.objectContaining({
        person: expect.objectContaining({ fullName: 'Lê Thị Hợi' }),
        phoneMasked: '051•••5678',
        phoneLast: '678',
        phoneState: 'ok',
        from: '2022-06-01',
        to: null,
        signedIn: false,
        me: false,
      }),
    );
    expect((await read('2022-05-31')).members).toHaveLength(3);
  });

  it('with a phone that cannot be one is refused at the field, and nobody is created', async () => {
    expect(await add({ ...newcomer, fullName: 'Lê Thị Không Ai', phone: '0512 34' })).toMatchObject({
      status: 422,
      body: { details: [{ path: 'phone', code: 'membership.phoneInvalid' }] },
    });
    expect(await app.database.rows(sql`select 1 from people where full_name = 'Lê Thị Không Ai'`)).toEqual([]);
  });

  it('is the same person when name and phone are known in the commune, and another one elsewhere', async () => {
    const known = await buildMember(app, {
      teamId: await buildTeam(app, { unitId: place.hamletIds[1] as string }),
      fullName: 'Lê Thị Hoà',
      phone: '+84512777001',
    });
    const { body } = await add({ ...newcomer, fullName: 'Lê Thị Hòa', phone: '0512777001' });
    expect(body.members.map((row: { person: { id: string } }) => row.person.id)).toContain(known.id);
    const other = await buildPlace(app, { hamlets: 1, commune: 'Dân Quyền', districtId: place.districtId });
    const elsewhere = await buildOfficer(app, { role: 'focal_officer', unitId: other.communeId });
    const teamId = await buildTeam(app, { unitId: other.hamletIds[0] as string });
    const answer = await app.call(routes.addMember, {
      token: elsewhere.token,
      params: { teamId },
      body: { ...newcomer, fullName: 'Lê Thị Hòa', phone: '0512777001' },
    });
    expect(answer.status).toBe(201);
    expect(answer.body.members[0].person.id).not.toBe(known.id);
  });

  it('named by the id of a person outside my units is refused like an unknown id', async () => {
    const other = await buildPlace(app, { hamlets: 1, commune: 'Dân Quyền', districtId: place.districtId });
    const stranger = await buildWholeTeam(app, other.hamletIds[0] as string);
    const refusals = await Promise.all([
      add({ ...newcomer, personId: stranger.member.id }),
      add({ ...newcomer, personId: v7() }),
      replace(team.member.postId, { ...newcomer, personId: stranger.member.id }),
    ]);
    for (const { status, body } of refusals)
      expect([status, body.details]).toEqual([
        422,
        [{ path: 'personId', code: 'membership.personNotFound', params: {} }],
      ]);
  });

  it('cannot be in the team twice at a time, also not by overlapping dates', async () => {
    expect(await add({ ...newcomer, personId: team.member.id })).toMatchObject({
      status: 409,
      body: { code: 'membership.alreadyMember' },
    });
    await expect(
      buildMember(app, { teamId: team.teamId, personId: team.member.id, validity: '[2022-03-01,2022-04-01)' }),
    ).rejects.toMatchObject({ driverError: { constraint: 'team_members_once' } });
  });

  it('cannot lead beside another leader, who is named', async () => {
    expect(await add({ ...newcomer, role: 'leader' })).toMatchObject({
      status: 409,
      body: { code: 'membership.teamHasLeader', details: [{ path: 'role', params: { name: team.leader.fullName } }] },
    });
    expect(await change(team.deputy.postId, { role: 'leader', from: '2022-06-10' })).toMatchObject({
      status: 409,
      body: { code: 'membership.teamHasLeader' },
    });
  });

  it('changes role from a day; before it the list stays as it was', async () => {
    const { status } = await change(team.member.postId, {
      role: 'deputy',
      position: 'Chi hội trưởng Phụ nữ',
      from: '2022-06-10',
    });
    expect(status).toBe(200);
    const roleAt = async (at: string) =>
      (await read(at)).members.find((row: { person: { id: string } }) => row.person.id === team.member.id);
    expect(await roleAt('2022-06-09')).toMatchObject({ role: 'member', position: null });
    expect(await roleAt('2022-06-10')).toMatchObject({
      role: 'deputy',
      position: 'Chi hội trưởng Phụ nữ',
      affiliation: 'other',
    });
    expect(await events('membership.member-left')).toEqual([]);
  });

  it('corrects name and phone without a new row', async () => {
    const { body } = await change(team.member.postId, {
      fullName: 'Lê Văn Đúng',
      phone: '0512 999 888',
      from: '2022-06-10',
    });
    expect(body.members).toContainEqual(
      expect.objectContaining({
        id: team.member.postId,
        person: expect.objectContaining({ fullName: 'Lê Văn Đúng' }),
        phoneMasked: '051•••9888',
      }),
    );
  });

  it('leaves after a last day: the right ends, the history stays, the team is shown as too small', async () => {
    expect((await end(team.member.postId, '2022-06-19')).status).toBe(200);
    const now = await read();
    expect(now).toMatchObject({
      status: 'active',
      needsStrengthening: true,
      history: [{ person: { id: team.member.id }, to: '2022-06-20' }],
    });
    expect(now.gaps).toContainEqual(
      expect.objectContaining({
        kind: 'min_members',
        have: 2,
        need: 3,
        fits: [expect.objectContaining({ id: team.member.id }), expect.anything()],
      }),
    );
    expect(await events('membership.member-left')).toEqual([
      { payload: { teamId: team.teamId, personId: team.member.id } },
    ]);
    expect((await app.call(routes.me, { token: team.member.token })).body.posts).toEqual([]);
  });

  it('who leaves in the future keeps the right until then, and the leaving is told on the day, once', async () => {
    await end(team.member.postId, '2022-06-30');
    const tick = () => app.get(TellEndedMemberships).tellDue();
    await tick();
    expect(await events('membership.member-left')).toEqual([]);
    expect((await app.call(routes.me, { token: team.member.token })).body.posts).toHaveLength(1);
    app.clock.set(new Date('2022-06-30T17:00:00Z'));
    await Promise.all([tick(), tick()]);
    expect(await events('membership.member-left')).toHaveLength(1);
    app.clock.set(new Date('2022-06-21T01:12:00Z'));
  });

  it('cannot leave twice, and what was planned for later goes with the leaving', async () => {
    await change(team.member.postId, { role: 'deputy', from: '2022-07-01' });
    expect((await end(team.member.postId, '2022-06-20')).status).toBe(200);
    expect((await read('2022-07-01')).members).toHaveLength(2);
    expect(await end(team.member.postId, '2022-06-25')).toMatchObject({
      status: 409,
      body: { code: 'membership.alreadyLeft', details: [{ params: { on: '2022-06-21' } }] },
    });
    expect(await events('membership.member-left')).toHaveLength(1);
  });

  it('cannot leave before having joined', async () => {
    expect(await end(team.member.postId, '2021-12-31')).toMatchObject({
      status: 422,
      body: { details: [{ path: 'lastDay', code: 'membership.beforeStart', params: { start: '2022-01-01' } }] },
    });
  });

  it('of another team is not found in this one', async () => {
    const other = await buildWholeTeam(app, place.hamletIds[1] as string);
    expect((await end(other.member.postId, '2022-06-19')).body.code).toBe('membership.memberNotFound');
    expect((await replace(other.member.postId, newcomer)).body.code).toBe('membership.memberNotFound');
  });
});

describe('replacing', () => {
  it('ends one, adds the other and tells of both in one step, by a decision', async () => {
    const decision = { number: '61/QĐ-UBND', signedOn: '2022-05-30', signer: 'Chủ tịch UBND xã' };
    const { status, body } = await replace(team.leader.postId, {
      ...newcomer,
      role: 'leader',
      affiliation: 'hamlet_head',
      decision,
    });
    expect(status).toBe(200);
    expect(body.members[0]).toMatchObject({ role: 'leader', person: { fullName: 'Lê Thị Hợi' }, from: '2022-06-01' });
    expect(body.decisions).toContainEqual(expect.objectContaining({ ...decision, kind: 'change' }));
    const [told] = (await events('membership.member-replaced')) as { payload: object }[];
    expect(told?.payload).toEqual({
      teamId: team.teamId,
      fromPersonId: team.leader.id,
      toPersonId: body.members[0].person.id,
    });
    expect(await events('membership.member-left')).toEqual([]);
  });

  it('lets the deputy take over as leader', async () => {
    const { body } = await replace(team.leader.postId, { ...newcomer, personId: team.deputy.id, role: 'leader' });
    expect(body.members.map((row: { person: { id: string }; role: string }) => [row.person.id, row.role])).toEqual([
      [team.deputy.id, 'leader'],
      [team.member.id, 'member'],
    ]);
  });

  it('undoes everything when the newcomer is refused', async () => {
    expect((await replace(team.leader.postId, { ...newcomer, phone: 'không có' })).status).toBe(422);
    expect((await read()).members).toHaveLength(3);
  });
});

describe('rules of composition', () => {
  it("judge last year's team by last year's rule", async () => {
    const lenient = { code: 'test.min', subject: 'team', kind: 'min_members', citation: 'quy định riêng của xã' };
    for (const [min, validity] of [
      [2, '[2022-01-01,2022-06-01)'],
      [5, '[2022-06-01,)'],
    ] as const) {
      await app.database.rows(
        sql`insert into composition_rules (id, code, unit_id, subject, kind, min, citation, validity)
          values (${v7()}, ${lenient.code}, ${place.communeId}, ${lenient.subject}, ${lenient.kind}, ${min}, ${lenient.citation},
            ${validity})`,
      );
    }
    expect(await read('2022-05-31')).toMatchObject({
      needsStrengthening: false,
      gaps: [],
      rules: [{ code: 'test.min', min: 2, have: 3, met: true }],
    });
    expect(await read('2022-06-01')).toMatchObject({
      needsStrengthening: true,
      gaps: [{ rule: 'test.min', have: 3, need: 5 }],
    });
  });
});
