// @everyday
/** What goes to very many besides orders waits for a second officer too: reports asked for once, reminders, names of groups. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { buildDirective, buildVillage, issueOrder, type Village } from '../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../test/support/people.ts';
import { buildFocal, send } from '../../../test/support/reports.ts';
import { OpenReports } from '../reporting/reports/periods/open-reports.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);

const call = (route: RouteId, by: TestPerson, params: Record<string, string>, body?: object) =>
  app.call(routes[route], {
    token: by.token,
    params,
    ...(routes[route].method !== 'GET' && { key: randomUUID() }),
    ...(body && { body }),
  });
const ask = (by: TestPerson, body: object) => call('askSend', by, {}, body);
const approve = (by: TestPerson, requestId: string) => call('approveSend', by, { requestId }, {});
const read = async (by: TestPerson, requestId: string) => (await call('readSendRequest', by, { requestId })).body;
async function inbox(person: TestPerson): Promise<{ kind: string; title: string; body: string; page: string }[]> {
  await app.drain();
  return (await app.call(routes.inbox, { token: person.token })).body.items;
}
const kinds = async (person: TestPerson) => (await inbox(person)).map(({ kind }) => kind);

/** What reaches more than two waits at the unit. */
async function above2(unitId: string, directiveId: string): Promise<void> {
  await app.database.rows(
    sql`insert into second_approval_rules (id, unit_id, is_needed, measure, above, directive_id, validity)
      values (${randomUUID()}, ${unitId}, true, 'teams', 2, ${directiveId}, '[2022-01-01,)')`,
  );
}

interface District {
  unitId: string;
  communes: { village: Village; focal: TestPerson }[];
  asker: TestPerson;
  other: TestPerson;
  addCommune(commune: string): Promise<void>;
}

async function district(): Promise<District> {
  const communes: District['communes'] = [];
  let unitId = '';
  const addCommune = async (commune: string) => {
    const village: Village = await buildVillage(app, { commune, hamlets: 1, ...(unitId && { districtId: unitId }) });
    unitId = village.districtId;
    communes.push({ village, focal: await buildFocal(app, village.communeId) });
  };
  for (const commune of ['Minh Sơn', 'Dân Lý', 'Thọ Thế']) await addCommune(commune);
  const [asker, other] = await Promise.all([0, 1].map(() => buildOfficer(app, { role: 'district_officer', unitId })));
  await above2(unitId, await buildDirective(app, unitId, '14/QĐ-UBND'));
  return { unitId, communes, asker: asker as TestPerson, other: other as TestPerson, addCommune };
}

const campaign = { title: 'Rà soát đợt 1', startsOn: '2022-06-20', dueBefore: '2022-07-01' };

describe('a report asked for once of many communes', () => {
  it('is previewed, refused, asked for, and started by a second officer in the name of who asked', async () => {
    const { unitId, communes, asker, other, addCommune } = await district();
    const { startsOn, dueBefore } = campaign;
    const before = await app.call(routes.previewCampaign, {
      token: asker.token,
      params: { unitId },
      query: { startsOn, dueBefore },
    });
    expect(before.body.secondApproval).toMatchObject({ measure: 'teams', above: 2, approvers: [{ id: other.id }] });
    expect((await call('startCampaign', asker, { unitId }, campaign)).body).toMatchObject({
      code: 'sendRequest.needed',
      details: [{ params: { places: 3, people: 3 } }],
    });
    const asking = (changes: object) => ask(asker, { kind: 'campaign', unitId, campaign: { ...campaign, ...changes } });
    expect((await asking({ dueBefore: '2022-06-20' })).body.code).toBe('campaign.dueBeforeStart');
    expect((await asking({ directiveId: randomUUID() })).body.code).toBe('campaign.directiveUnknown');
    const { id } = (await asking({})).body;
    expect((await inbox(other))[0]).toMatchObject({
      kind: 'sendAsked',
      title: 'Chờ bạn duyệt: đợt báo cáo “Rà soát đợt 1”',
      body: expect.stringContaining('3 đơn vị, 3 người'),
      page: `/send-requests/${id}`,
    });
    expect(await kinds(communes[0]!.focal)).toEqual([]);

    await addCommune('Vân Sơn');
    const waiting = await read(other, id);
    expect(waiting).toMatchObject({ kind: 'campaign', title: campaign.title, places: 3, mayDecide: true });
    expect(waiting.change).toMatchObject({ places: 4, goneCount: 0, added: [{ name: 'Xã Vân Sơn' }] });
    expect((await approve(asker, id)).body.code).toBe('sendRequest.approverOnly');
    const { body } = await approve(other, id);
    expect(body).toMatchObject({ outcome: 'approved', change: { places: 4, addedCount: 1 } });
    const rows = await app.database.rows(
      sql`select made_by as "madeBy", title from campaigns where id = ${body.resultId}`,
    );
    expect(rows).toEqual([{ madeBy: asker.id, title: campaign.title }]);
    expect(await kinds(communes[3]!.focal)).toContain('campaignStarted');
    expect((await inbox(asker))[0]).toMatchObject({
      kind: 'sendApproved',
      page: `/campaigns/${body.resultId}`,
      body: expect.stringMatching(/Đã gửi 4 đơn vị\.\s+Lúc trình là 3 đơn vị/u),
    });
    expect((await asking({})).body.code).toBe('campaign.alreadyAsked');
  });

  it('is reminded of by a second officer as well; who has sent meanwhile is left alone, and nobody twice', async () => {
    const { unitId, communes, asker, other } = await district();
    const { id: started } = (await ask(asker, { kind: 'campaign', unitId, campaign })).body;
    const { resultId: campaignId } = (await approve(other, started)).body;
    const unitIds = communes.map(({ village }) => village.communeId);
    expect((await call('remindCampaign', asker, { campaignId }, { unitIds })).body.code).toBe('sendRequest.needed');
    expect((await call('previewCampaignReminder', asker, { campaignId }, { unitIds })).body).toMatchObject({
      count: 3,
      secondApproval: { above: 2, approvers: [{ id: other.id }] },
    });
    const reminder = { kind: 'campaignReminder', campaignId, unitIds };
    const { id } = (await ask(asker, reminder)).body;
    const { id: again } = (await ask(asker, reminder)).body;
    const { village, focal } = communes[0]!;
    const list = await app.call(routes.listReports, { token: focal.token, params: { unitId: village.communeId } });
    await send(app, focal, list.body.find(({ kind }: { kind: string }) => kind === 'roster').id);
    expect((await read(other, id)).change).toMatchObject({ places: 2, gone: [{ name: 'Xã Minh Sơn' }] });
    expect((await approve(other, id)).body).toMatchObject({ outcome: 'approved', resultId: null });
    expect(await kinds(focal)).not.toContain('reportChased');
    expect(await kinds(communes[1]!.focal)).toContain('reportChased');
    expect((await approve(other, again)).body.code).toBe('sendRequest.nobodyLeft');
    expect((await read(other, again)).outcome).toBeNull();
  });
});

describe('a reminder of the reports of a month', () => {
  it('waits at the office that receives them, and goes at once to a few', async () => {
    const { unitId, communes, asker, other } = await district();
    await app.get(OpenReports).run();
    const unitIds = communes.map(({ village }) => village.communeId);
    const remind = (some: string[]) => call('remindReports', asker, { unitId }, { month: '2022-06', unitIds: some });
    expect((await remind(unitIds)).body.code).toBe('sendRequest.needed');
    const few = unitIds.slice(0, 1);
    expect((await ask(asker, { kind: 'reportReminder', unitId, month: '2022-06', unitIds: few })).body.code).toBe(
      'sendRequest.notNeeded',
    );
    const { body } = await ask(asker, { kind: 'reportReminder', unitId, month: '2022-06', unitIds });
    expect(body).toMatchObject({ kind: 'reportReminder', title: '2022-06', places: 3 });
    expect((await remind(few)).body).toMatchObject({ reminded: 1 });
    expect((await approve(other, body.id)).body.change).toMatchObject({ places: 2, goneCount: 1 });
    expect((await inbox(asker))[0]?.title).toBe('Đã duyệt và gửi: nhắc nộp báo cáo tháng 6');
    const stranger = communes[0]!.focal;
    expect((await call('readSendRequest', stranger, { requestId: body.id })).status).toBe(403);
  });
});

describe('reminders of many teams', () => {
  /** An order to three teams that know of it, before the rule. */
  async function told() {
    const village = await buildVillage(app, { hamlets: 3 });
    const { id: assignmentId } = await issueOrder(app, village);
    await app.drain();
    for (const { leader } of village.teams) await app.call(routes.inbox, { token: leader.token });
    await above2(village.communeId, village.directiveId);
    const other = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    return { village, assignmentId, other };
  }

  it('wait, go in the name of who asked to those who are still silent, and stand at once', async () => {
    const { village, assignmentId, other } = await told();
    const all = { silent: {} };
    expect((await call('previewReminder', village.officer, { assignmentId }, all)).body).toMatchObject({
      count: 3,
      secondApproval: { measure: 'teams', above: 2, approvers: [{ id: other.id }] },
    });
    expect((await call('remind', village.officer, { assignmentId }, all)).body.code).toBe('sendRequest.needed');
    const { id } = (await ask(village.officer, { kind: 'teamReminder', assignmentId, teams: all })).body;
    const [first] = village.teams;
    const [task] = await app.database.rows<{ id: string }>(
      sql`select id from tasks where assignment_id = ${assignmentId} and team_id = ${first!.id}`,
    );
    expect((await call('acceptTask', first!.leader, { taskId: task!.id })).status).toBe(200);
    expect((await read(other, id)).change).toMatchObject({ places: 2, gone: [{ id: first!.id, name: 'Thôn 1' }] });
    expect((await approve(other, id)).status).toBe(200);
    const chases = await app.database.rows(
      sql`select distinct by_id as "byId", count(*)::int as n from chases where assignment_id = ${assignmentId} group by 1`,
    );
    expect(chases).toEqual([{ byId: village.officer.id, n: 2 }]);
    expect(await kinds(first!.leader)).not.toContain('assignmentReminded');
    expect(await kinds(village.teams[1]!.leader)).toContain('assignmentReminded');
    const held = await app.database.rows(
      sql`select 1 from held_acts where person_id in (${other.id}, ${village.officer.id})`,
    );
    expect(held).toEqual([]);
  });

  it('of an order from above go by the rule of the commune that reminds', async () => {
    const { village, assignmentId, other } = await told();
    await app.database.rows(
      sql`update assignments set issuer_unit_id = ${village.districtId} where id = ${assignmentId}`,
    );
    const asked = await ask(village.officer, { kind: 'teamReminder', assignmentId, teams: { silent: {} } });
    expect(asked.body).toMatchObject({ unit: { id: village.communeId }, approvers: [{ id: other.id }] });
    const above = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    expect((await call('remind', above, { assignmentId }, { silent: {} })).body.reminded).toBe(3);
  });

  it('with the names of their groups wait too, and are not asked for where nobody else could approve', async () => {
    const { village, other } = await told();
    const { communeId: unitId } = village;
    const teamIds = village.teams.map(({ id }) => id);
    expect((await call('previewGroupNames', village.officer, { unitId }, { teamIds })).body).toMatchObject({
      count: 3,
      secondApproval: { approvers: [{ id: other.id }] },
    });
    expect((await call('sendGroupName', village.officer, { unitId }, { teamIds })).body.code).toBe(
      'sendRequest.needed',
    );
    const { id } = (await ask(village.officer, { kind: 'groupNames', unitId, teamIds })).body;
    expect((await call('listSendRequests', other, { unitId })).body).toMatchObject([{ id, kind: 'groupNames' }]);
    expect((await approve(other, id)).body.change).toMatchObject({ places: 3, goneCount: 0, addedCount: 0 });
    expect(await kinds(village.teams[2]!.leader)).toContain('groupName');
    await app.database.rows(sql`update posts set validity = daterange(lower(validity), '2022-06-21')
      where person_id = ${other.id}`);
    const alone = await call('previewGroupNames', village.officer, { unitId }, { teamIds });
    expect(alone.body.secondApproval.approvers).toEqual([]);
    expect((await ask(village.officer, { kind: 'groupNames', unitId, teamIds })).body.code).toBe(
      'sendRequest.nobodyElse',
    );
  });
});

it('the rule says beforehand which offices it holds, where nobody else could approve, and what goes on as it was asked', async () => {
  const { unitId, communes, asker } = await district();
  const { provinceId } = communes[0]!.village;
  await ask(asker, { kind: 'campaign', unitId, campaign });
  const admin = await buildOfficer(app, { role: 'admin', unitId: provinceId });
  const value = { kind: 'secondApproval', isNeeded: true, measure: 'teams', above: 5 };
  const { body } = await call('previewDatedRule', admin, { unitId }, { value, from: '2022-07-01' });
  const counts = Object.fromEntries(
    body.effects.map(({ what, stays, count }: { what: string; stays: boolean; count: number }) => [
      what,
      [count, stays],
    ]),
  );
  // Each commune has a committee member and a focal officer, the district two officers.
  expect(counts).toMatchObject({ sendOffices: [1, false], aloneOfficers: [0, false], sendRequests: [1, true] });
  await app.database.rows(
    sql`update posts set validity = daterange(lower(validity), '2022-06-21') where person_id = ${communes[1]!.focal.id}`,
  );
  const after = await call('previewDatedRule', admin, { unitId }, { value, from: '2022-07-01' });
  expect(after.body.effects).toContainEqual(expect.objectContaining({ what: 'aloneOfficers', count: 1 }));
});
