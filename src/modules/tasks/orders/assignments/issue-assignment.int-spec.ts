// @everyday
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { execute, sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  act,
  buildDirective,
  buildVillage,
  issueOrder,
  orderInput,
  part,
  type Village,
} from '../../../../../test/support/orders.ts';
import { buildOfficer, buildTeam } from '../../../../../test/support/people.ts';
import { UnitTree } from '../../../organization/units/unit-tree.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);

const issue = (village: Village, changes: Record<string, unknown> = {}, token = village.officer.token) =>
  app.call(routes.issueAssignment, { token, body: orderInput(village, changes) });

describe('issuing an order', () => {
  it('makes one task per team, asks for a reply in three days, cites the directive, and tells it once', async () => {
    const village = await buildVillage(app, { hamlets: 3 });
    const { status, body } = await issue(village);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      teams: 3,
      figures: { target: 60, reported: 0 },
      states: { assigned: 3 },
      replyByOn: '2022-06-24',
      directive: { citation: 'Kế hoạch 31/KH-UBND ngày 15/4/2022' },
      indicator: { code: 'CQ02' },
      recurrence: 'none',
    });
    const told = await app.database.rows(
      sql`select 1 from outbox where name = 'task.assigned' and payload @> jsonb_build_object('assignmentId', ${body.id}::text)`,
    );
    expect(told).toHaveLength(1);
  });

  it.each([
    ['a deadline in the past', { dueOn: '2022-06-20' }, 'dueOn', 'assignment.deadlinePast'],
    ['a reply after the deadline', { replyByOn: '2022-07-10' }, 'replyByOn', 'assignment.replyByAfterDeadline'],
    ['a reply in the past', { replyByOn: '2022-06-20' }, 'replyByOn', 'assignment.replyByPast'],
    ['shares that miss the target', { target: 44 }, 'shares', 'assignment.sharesDiffer'],
    ['a target of 0', { target: 0 }, 'target', 'target.positive'],
    ['an unknown template', { templateCode: 'NV99' }, 'templateCode', 'assignment.templateUnknown'],
    ['an indicator of another template', { indicatorCode: 'XH09' }, 'indicatorCode', 'assignment.indicatorUnknown'],
    ['a directive that nobody knows', { directiveId: randomUUID() }, 'directiveId', 'assignment.directiveNotValid'],
    ['a time of sending that is over', { sendAt: '2022-06-20T01:00:00Z' }, 'sendAt', 'assignment.sendAtOutside'],
  ])('refuses %s and names the field', async (_, changes, path, code) => {
    const village = await buildVillage(app);
    const { status, body } = await issue(village, changes);
    expect([status, body.code]).toEqual([422, 'input.invalid']);
    expect(body.details).toContainEqual(expect.objectContaining({ path, code }));
  });

  it('refuses work, target, deadline or directive that is missing', async () => {
    const village = await buildVillage(app);
    for (const field of ['work', 'target', 'dueOn', 'directiveId']) {
      const { status, body } = await issue(village, { [field]: undefined });
      expect([status, body.details[0].path]).toEqual([422, field]);
    }
  });

  it('says how much is missing from the target', async () => {
    const { body } = await issue(await buildVillage(app), { target: 44 });
    expect(body.details).toEqual([
      { path: 'shares', code: 'assignment.sharesDiffer', params: { sum: 40, target: 44, difference: 4 } },
    ]);
  });

  it("refuses another commune's team, a draft team and a team twice, each in its row", async () => {
    const village = await buildVillage(app);
    const other = await buildVillage(app, { commune: 'Dân Lý', hamlets: 1 });
    const draft = await buildTeam(app, { unitId: village.communeId, status: 'draft' });
    const [own] = village.teams;
    const shares = [other.teams[0]?.id, draft, own?.id, own?.id].map((teamId) => ({ teamId, target: 10 }));
    const { body } = await issue(village, { shares, target: 40 });
    expect(body.details.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['shares.3.teamId', 'assignment.teamTwice'],
      ['shares.0.teamId', 'assignment.teamOutside'],
      ['shares.1.teamId', 'assignment.draftTeam'],
    ]);
  });

  it("refuses another commune's unit and another commune's directive", async () => {
    const village = await buildVillage(app);
    const other = await buildVillage(app, { commune: 'Dân Lý' });
    expect((await issue(village, { unitId: other.communeId })).body.code).toBe('platform.denied');
    expect((await issue(village, { directiveId: other.directiveId })).body.details).toEqual([
      { path: 'directiveId', code: 'assignment.directiveNotValid', params: {} },
    ]);
  });

  it('wants unfinished work like this to be seen before', async () => {
    const village = await buildVillage(app);
    const first = await issueOrder(app, village);
    const again = await issue(village);
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'assignment.similarUnacknowledged', details: [{ params: { ids: [first.id], teams: 2 } }] },
    });
    expect((await issue(village, { knowsOfSimilar: [first.id] })).status).toBe(201);
  });

  it('reaches a thousand teams of a district in one order, grouped by commune, and the commune confirms', async () => {
    const village = await buildVillage(app, { hamlets: 1 });
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    const directiveId = await buildDirective(app, village.districtId, '99/KH-UBND');
    const other = await buildVillage(app, { hamlets: 2, commune: 'Tiến Nông', districtId: village.districtId });
    const many = await manyTeams(village.communeId, 1_000);
    const shares = [...village.teams.map(({ id }) => id), ...other.teams.map(({ id }) => id), ...many].map(
      (teamId) => ({ teamId, target: 3 }),
    );
    const answer = await issue(
      village,
      { unitId: village.districtId, directiveId, shares, target: shares.length * 3 },
      district.token,
    );
    expect(answer).toMatchObject({ status: 201, body: { teams: 1_003, figures: { target: 3_009 } } });
    const rollUp = await app.call(routes.assignmentRollUp, {
      token: district.token,
      params: { assignmentId: answer.body.id },
    });
    expect(
      rollUp.body.map(({ commune, teams }: { commune: { name: string }; teams: number }) => [commune.name, teams]),
    ).toEqual([
      ['Minh Sơn', 1_001],
      ['Tiến Nông', 2],
    ]);
    const mine = await app.call(routes.assignmentRollUp, {
      token: other.officer.token,
      params: { assignmentId: answer.body.id },
    });
    expect(mine.body.map(({ teams }: { teams: number }) => teams)).toEqual([2]);
    expect(
      (
        await app.call(routes.cancelAssignment, {
          token: other.officer.token,
          params: { assignmentId: answer.body.id },
          body: { reason: 'không phải của xã' },
        })
      ).status,
    ).toBe(403);
  });
});

/** Bare active teams, each in a hamlet of its own. */
async function manyTeams(communeId: string, count: number): Promise<string[]> {
  const units = Array.from({ length: count }, () => v7());
  const teams = units.map(() => v7());
  await app.database.tx(async (tx) => {
    await execute(
      tx,
      sql`insert into units (id, kind, validity) select id, 'hamlet', '[2022-01-01,)' from unnest(${units}::uuid[]) as u(id)`,
    );
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, parent_id, validity)
        select id, id, 'Thôn ' || id, 'thôn', ${communeId}, '[2022-01-01,)' from unnest(${units}::uuid[]) as u(id)`,
    );
    await app.get(UnitTree).place(tx, units);
    await execute(
      tx,
      sql`insert into teams (id, unit_id, status, validity, created_at)
        select t, u, 'active', '[2022-01-01,)', ${app.clock.now()} from unnest(${teams}::uuid[], ${units}::uuid[]) as x(t, u)`,
    );
  });
  return teams;
}

describe('figures of an order', () => {
  it('are the sum of the communes, which are the sum of the teams', async () => {
    const village = await buildVillage(app, { hamlets: 3 });
    const { id: assignmentId, taskIds } = await issueOrder(app, village);
    for (const [index, team] of village.teams.entries()) {
      await act(app, team.leader, 'acceptTask', taskIds[index] as string);
      await act(app, team.leader, 'reportProgress', taskIds[index] as string, part(5 + index));
    }
    await act(app, village.teams[0]?.leader as never, 'completeTask', taskIds[0] as string, {});
    await act(app, village.teams[1]?.leader as never, 'completeTask', taskIds[1] as string, {});
    await act(app, village.officer, 'confirmTask', taskIds[1] as string);
    const token = village.officer.token;
    const params = { assignmentId };
    const [whole, communes, teams] = await Promise.all([
      app.call(routes.getAssignment, { token, params }),
      app.call(routes.assignmentRollUp, { token, params }),
      app.call(routes.assignmentTasks, { token, params, query: { sort: 'team' } }),
    ]);
    expect(whole.body).toMatchObject({
      figures: { target: 60, reported: 18, confirmed: 6, waiting: 5 },
      states: { accepted: 1, submitted: 1, confirmed: 1 },
    });
    expect(communes.body).toMatchObject([
      { teams: 3, accepted: 1, submitted: 1, confirmed: 1, figures: whole.body.figures },
    ]);
    for (const figure of ['target', 'reported', 'confirmed', 'waiting']) {
      expect(
        teams.body.items.reduce(
          (sum: number, row: { figures: Record<string, number> }) => sum + (row.figures[figure] ?? 0),
          0,
        ),
      ).toBe(whole.body.figures[figure]);
    }
    expect(teams.body.items[0]).toMatchObject({
      team: { name: 'Thôn 1' },
      leader: { id: village.teams[0]?.leader.id },
      lastEntry: { value: 5 },
    });
  });

  it('lists a unit’s orders newest first, by words without marks, page by page', async () => {
    const village = await buildVillage(app, { hamlets: 1 });
    const known: string[] = [];
    for (const title of ['Nộp hồ sơ đợt một', 'Nộp hồ sơ đợt hai', 'Mở gian hàng'])
      known.push((await issueOrder(app, village, { title, knowsOfSimilar: [...known] })).id);
    const list = (query: Record<string, string>) =>
      app.call(routes.listAssignments, { token: village.officer.token, params: { unitId: village.communeId }, query });
    expect((await list({ q: 'nop ho so' })).body.items.map(({ title }: { title: string }) => title)).toEqual([
      'Nộp hồ sơ đợt hai',
      'Nộp hồ sơ đợt một',
    ]);
    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', cursor: first.body.nextCursor });
    expect([
      first.body.total,
      first.body.items.length,
      second.body.items.map(({ id }: { id: string }) => id),
      second.body.nextCursor,
    ]).toEqual([3, 2, [known[0]], null]);
    expect((await list({ open: 'false' })).body.items).toEqual([]);
  });
});
