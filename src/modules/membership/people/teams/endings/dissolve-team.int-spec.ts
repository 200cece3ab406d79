import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../../test/support/orders.ts';
import { buildOfficer, buildSupporter } from '../../../../../../test/support/people.ts';
import { answer, buildSchool, invitationsOf, publish } from '../../../../../../test/support/training/training-acts.ts';
import { TeamEndings } from './team-endings.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
});
beforeEach(() => app.clock.set(new Date('2022-06-21T01:00:00Z')));
afterAll(stopApps);

const decision = { number: '70/QĐ-UBND', signedOn: '2022-06-20', signer: 'Chủ tịch UBND xã' };
const team = (village: Village, i = 0) => village.teams[i] as Village['teams'][number];
const dissolve = (village: Village, teamId: string, more: object = {}) =>
  app.call(routes.dissolveTeam, {
    token: village.officer.token,
    params: { teamId },
    body: { ...decision, from: '2022-06-21', ...more },
  });
const preview = async (village: Village, teamId = team(village).id) =>
  (await app.call(routes.dissolutionPreview, { token: village.officer.token, params: { teamId } })).body;
const taskRow = async (id: string | undefined) =>
  (await app.database.rows(sql`select team_id, unit_id, state, target from tasks where id = ${id}`))[0];
const taskAs = (village: Village, taskId: string) =>
  app.call(routes.getTask, { token: village.officer.token, params: { taskId } });
const difficulty = (village: Village) =>
  app.call(routes.reportDifficulty, {
    token: team(village).leader.token,
    params: { teamId: team(village).id },
    key: randomUUID(),
    body: { kind: 'signal', text: 'Thôn mất mạng' },
  });
const openWith = (teamId: string) =>
  app.database.rows(
    sql`select id from tasks where team_id = ${teamId} and state not in ('confirmed', 'cancelled')
     union all select id from difficulties where team_id = ${teamId} and answered_at is null`,
  );

describe('dissolving a team', () => {
  it('is refused by a decision that was signed before the one that set the team up', async () => {
    const village = await buildVillage(app);
    expect(await dissolve(village, team(village).id, { signedOn: '2021-12-31' })).toMatchObject({
      status: 422,
      body: {
        code: 'membership.decisionOutOfOrder',
        details: [{ path: 'signedOn', params: { on: '2022-01-01', team: 'Thôn 1' } }],
      },
    });
  });

  it('shows before what is open with it and who could take the work over', async () => {
    const village = await buildVillage(app, { hamlets: 3 });
    await issueOrder(app, village);
    await difficulty(village);
    await buildSupporter(app, team(village).id, village.officer.id);
    expect(await preview(village)).toEqual({
      tasks: 1,
      toConfirm: 0,
      sessions: 0,
      difficulties: 1,
      supporters: 1,
      group: null,
      heirs: [
        { id: team(village, 1).id, name: 'Thôn 2' },
        { id: team(village, 2).id, name: 'Thôn 3' },
      ],
    });
  });

  it('is refused with the counts while work is open and nobody said what becomes of it', async () => {
    const village = await buildVillage(app);
    await issueOrder(app, village);
    expect(await dissolve(village, team(village).id)).toMatchObject({
      status: 409,
      body: {
        code: 'membership.openWork',
        details: [{ path: 'openWork', params: { tasks: 1, sessions: 0, difficulties: 0 } }],
      },
    });
  });

  it('cancels open work with the reason, which the task keeps; confirmed work stays', async () => {
    const village = await buildVillage(app);
    const { leader, id } = team(village);
    const { id: first, taskIds } = await issueOrder(app, village);
    const done = taskIds[0] as string;
    await act(app, leader, 'acceptTask', done);
    await act(app, leader, 'reportProgress', done, part(20, { complete: true }));
    await act(app, village.officer, 'confirmTask', done);
    const open = (await issueOrder(app, village, { knowsOfSimilar: [first] })).taskIds[0] as string;
    await difficulty(village);
    const cancel = { openWork: { kind: 'cancel', reason: 'Thôn nhập vào thôn khác' } };
    expect(await dissolve(village, id, cancel)).toMatchObject({ status: 200, body: { status: 'dissolved' } });
    await app.drain();
    expect((await taskAs(village, open)).body).toMatchObject({
      state: 'cancelled',
      cancelled: { reason: 'Thôn nhập vào thôn khác' },
    });
    expect(await taskRow(done)).toMatchObject({ state: 'confirmed', team_id: id });
    expect(await openWith(id)).toEqual([]);
  });

  it('hands open work to another team, which is told and has to accept; nothing is counted twice', async () => {
    const village = await buildVillage(app);
    const [ended, heir] = [team(village), team(village, 1)];
    const single = { shares: [{ teamId: ended.id, target: 20 }], target: 20 };
    const first = await issueOrder(app, village, single);
    const moved = first.taskIds[0] as string;
    await act(app, ended.leader, 'acceptTask', moved);
    await act(app, ended.leader, 'reportProgress', moved, part(5));
    const both = await issueOrder(app, village, { knowsOfSimilar: [first.id] });
    await act(app, ended.leader, 'acceptTask', both.taskIds[0] as string);
    await act(app, ended.leader, 'reportProgress', both.taskIds[0] as string, part(8));
    await difficulty(village);
    await dissolve(village, ended.id, { openWork: { kind: 'hand_over', teamId: heir.id } });
    await app.drain();
    expect(await taskRow(moved)).toEqual({ team_id: heir.id, unit_id: heir.unitId, state: 'assigned', target: 20 });
    expect(await taskRow(both.taskIds[0])).toMatchObject({ state: 'cancelled' });
    expect(await taskRow(both.taskIds[1])).toMatchObject({ state: 'assigned', target: 32 });
    expect(await openWith(ended.id)).toEqual([]);
    const told = await app.database.rows(
      sql`select 1 from messages where kind = 'taskHandedOver' and team_id = ${heir.id} and people > 0`,
    );
    expect(told).toHaveLength(1);
    expect((await act(app, heir.leader, 'acceptTask', moved)).status).toBe(200);
  });

  it('takes as heir only another active team of the same commune', async () => {
    const village = await buildVillage(app);
    const stranger = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
    await issueOrder(app, village);
    for (const teamId of [team(stranger).id, team(village).id, randomUUID()])
      expect(await dissolve(village, team(village).id, { openWork: { kind: 'hand_over', teamId } })).toMatchObject({
        status: 422,
        body: { code: 'membership.heirNotActive', details: [{ path: 'openWork.teamId' }] },
      });
  });

  it('from a coming day leaves the work with the team until then, and takes what came meanwhile along', async () => {
    const village = await buildVillage(app);
    await dissolve(village, team(village).id, { from: '2022-06-25' });
    const { taskIds } = await issueOrder(app, village);
    await app.drain();
    expect(await taskRow(taskIds[0])).toMatchObject({ state: 'assigned' });
    app.clock.set(new Date('2022-06-25T01:00:00Z'));
    await app.get(TeamEndings).tellDue();
    await app.drain();
    expect((await taskAs(village, taskIds[0] as string)).body).toMatchObject({
      state: 'cancelled',
      cancelled: { reason: decision.number },
    });
  });
});

it('a dissolved team is invited to no coming session, and its seats go to the waiting list', async () => {
  app.clock.set(new Date('2022-06-21T02:00:00Z'));
  const school = await buildSchool(app);
  const [ended, other] = school.teams as [Village['teams'][number], Village['teams'][number]];
  const id = await publish(app, school, { capacity: 1, seatsPerTeam: 0 });
  await answer(app, ended.leader, id, 'take');
  await answer(app, other.leader, id, 'take');
  const officer = await buildOfficer(app, { role: 'committee_member', unitId: school.communeId });
  const end = (more: object) =>
    app.call(routes.dissolveTeam, {
      token: officer.token,
      params: { teamId: ended.id },
      body: { ...decision, from: '2022-06-21', ...more },
    });
  expect(await end({})).toMatchObject({ status: 409, body: { details: [{ params: { sessions: 1 } }] } });
  expect((await end({ openWork: { kind: 'cancel', reason: 'Sáp nhập thôn' } })).status).toBe(200);
  await app.drain();
  const states = new Map((await invitationsOf(app, id)).map((row) => [row.person_id, row.state]));
  expect([states.get(ended.leader.id), states.get(other.leader.id)]).toEqual(['given_back', 'seated']);
  expect(await app.database.rows(sql`select 1 from session_teams where team_id = ${ended.id}`)).toEqual([]);
});

describe('closing a unit', () => {
  const close = async (unitId: string, provinceId: string) => {
    const { token } = await buildOfficer(app, { role: 'admin', unitId: provinceId });
    const body = { kind: 'close', to: '2022-07-01', basis: 'Nghị quyết', successorIds: [] };
    return app.call(routes.changeUnit, { token, params: { unitId }, body, key: randomUUID() });
  };

  it('is refused while a team is active in it, and works once the team is dissolved', async () => {
    const village = await buildVillage(app);
    const { unitId, id } = team(village);
    expect(await close(unitId, village.provinceId)).toMatchObject({
      status: 409,
      body: { code: 'organization.stillHasTeams', details: [{ params: { count: 1, names: 'Thôn 1' } }] },
    });
    expect((await dissolve(village, id)).status).toBe(200);
    expect((await close(unitId, village.provinceId)).status).toBe(200);
  });

  it('names the units below and the people in office that are still there', async () => {
    const village = await buildVillage(app, { hamlets: 12 });
    const below = (await close(village.communeId, village.provinceId)).body;
    expect(below).toMatchObject({ code: 'organization.stillHasUnits', details: [{ params: { count: 12 } }] });
    expect(below.details[0].params.names).toMatch(/Thôn 1, .*Thôn 2/u);
    await app.database.rows(
      sql`update teams set validity = '[2022-01-01,2022-06-01)' where id = any(${village.teams.map(({ id }) => id)})`,
    );
    for (const hamlet of village.hamletIds) await close(hamlet, village.provinceId);
    expect((await close(village.communeId, village.provinceId)).body).toMatchObject({
      code: 'organization.stillHasOfficers',
      details: [{ params: { count: 1, names: expect.stringContaining('(') } }],
    });
  });
});
