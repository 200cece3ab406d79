/** Acts on many that are taken back while the installation holds what they tell: it is as if they had never been. */
import { randomUUID } from 'node:crypto';
import { type RouteAnswer, type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, buildSupporter, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal } from '../../../../../test/support/reports.ts';
import { OpenReports } from '../../../reporting/reports/periods/open-reports.ts';
import { Sweep } from '../../deliver/sending/sweep.ts';

let app: TestApp;
let village: Village;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z', HOLD_SECONDS: '60' });
  app.drainables.push(() => app.get(Sweep).run());
});
beforeEach(async () => {
  village = await buildVillage(app, { hamlets: 3 });
});
afterAll(stopApps);

const call = (route: RouteId, by: TestPerson, params: Record<string, string>, body?: object) =>
  app.call(routes[route], {
    token: by.token,
    params,
    ...(routes[route].method !== 'GET' && { key: randomUUID() }),
    ...(body && { body }),
  });
const takeBack = (act: { id: string }, by = village.officer) => call('takeBackAct', by, { actId: act.id });
async function kindsOf(person: TestPerson): Promise<string[]> {
  await app.drain();
  const { body } = await app.call(routes.inbox, { token: person.token });
  return body.items.map(({ kind }: { kind: string }) => kind);
}

describe('a reminder of silent teams', () => {
  const silent = { silent: {} };
  let assignmentId: string;
  beforeEach(async () => {
    assignmentId = (await issueOrder(app, village)).id;
    await app.drain();
    for (const { leader } of village.teams.slice(0, 2)) await app.call(routes.inbox, { token: leader.token });
  });
  const remind = async () => (await call('remind', village.officer, { assignmentId }, silent)).body;
  const preview = async () => {
    const { body } = await call('previewReminder', village.officer, { assignmentId }, silent);
    return body as RouteAnswer<typeof routes.previewReminder>;
  };

  it('says before whom it reaches and how, and which teams are called instead', async () => {
    const before = await preview();
    expect(before).toMatchObject({
      count: 2,
      people: 4,
      routes: [{ route: 'inbox', people: 4 }],
      left: [{ id: village.teams[2]!.id, name: 'Thôn 3', why: 'not_delivered' }],
      leftCount: 1,
      holdSeconds: 60,
    });
    expect(before.told.map(({ name, people }) => [name, people.length])).toEqual([
      ['Thôn 1', 2],
      ['Thôn 2', 2],
    ]);
    expect(before.told[0]?.people[0]).toMatchObject({ person: { id: village.teams[0]!.leader.id }, isStandIn: false });
  });

  it('is taken back without a word, once, and the teams can be reminded anew', async () => {
    const { act } = await remind();
    // The clock of the tests runs on.
    const left = Date.parse(act.until) - app.clock.now().getTime();
    expect(left > 0 && left <= 60_000).toBe(true);
    expect(await kindsOf(village.teams[0]!.leader)).toContain('assignmentReminded');
    expect((await preview()).count).toBe(0);
    const first = await takeBack(act);
    expect(first.body).toEqual({ restored: 2, kept: [] });
    expect((await takeBack(act)).body).toEqual(first.body);
    expect(await kindsOf(village.teams[0]!.leader)).not.toContain('assignmentReminded');
    expect((await preview()).count).toBe(2);
    expect((await remind()).reminded).toBe(2);
  });

  it('that is taken back before it was planned is planned for nobody', async () => {
    const { act } = await remind();
    await takeBack(act);
    expect(await kindsOf(village.teams[1]!.deputy)).toEqual(['taskAssigned']);
  });

  it('stands once its time is over, and is no other person’s to take back', async () => {
    const { act } = await remind();
    const other = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
    expect((await takeBack(act, other)).status).toBe(404);
    app.clock.advance(60_000);
    expect((await takeBack(act)).body).toMatchObject({ status: 409, code: 'platform.actStands' });
    expect(await kindsOf(village.teams[0]!.leader)).toContain('assignmentReminded');
  });
});

it('the right names of groups, told and taken back, are not known to the leaders', async () => {
  const { communeId: unitId } = village;
  const { act } = (await call('sendGroupName', village.officer, { unitId }, { teamIds: [village.teams[0]!.id] })).body;
  expect(await kindsOf(village.teams[0]!.leader)).toEqual(['groupName']);
  expect((await takeBack(act)).body).toEqual({ restored: 1, kept: [] });
  expect(await kindsOf(village.teams[0]!.leader)).toEqual([]);
});

describe('support that many teams got', () => {
  let hai: TestPerson;
  beforeEach(async () => {
    hai = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId, fullName: 'Lê Quang Hải' });
  });
  const give = async (teams: object, ...people: TestPerson[]) =>
    (
      await call(
        'giveSupport',
        village.officer,
        { unitId: village.communeId },
        { teams, personIds: people.map(({ id }) => id) },
      )
    ).body;
  const supporters = () =>
    app.database.rows(
      sql`select t.name, array_agg(p.full_name order by p.full_name) as names from supporters s
        join teams_at('2022-06-21') t on t.id = s.team_id join people p on p.id = s.person_id
        where s.team_id = any(${village.teams.map(({ id }) => id)}) and s.validity @> '2022-06-21'::date group by 1 order by 1`,
    );

  it('goes back to whoever had it, all that the list shows but for those named', async () => {
    const [first, second, third] = village.teams;
    const tuan = await buildOfficer(app, {
      role: 'committee_member',
      unitId: village.communeId,
      fullName: 'Lường Văn Tuấn',
    });
    await buildSupporter(app, first!.id, tuan.id);
    const before = await supporters();
    const { act, ...given } = await give({ except: [third!.id] }, hai);
    expect(given).toEqual({ given: 2, unchanged: 0, refused: [] });
    expect(await supporters()).toEqual([
      { name: 'Thôn 1', names: ['Lê Quang Hải'] },
      { name: 'Thôn 2', names: ['Lê Quang Hải'] },
    ]);
    await give({ only: [second!.id] }, hai, tuan);
    expect((await takeBack(act)).body).toEqual({ restored: 1, kept: [{ id: second!.id, name: 'Thôn 2' }] });
    expect(await supporters()).toEqual([...before, { name: 'Thôn 2', names: ['Lê Quang Hải', 'Lường Văn Tuấn'] }]);
  });

  it('is not given to a team of another commune, and those that have it are left as they are', async () => {
    const other = await buildVillage(app, { hamlets: 1, commune: 'Dân Lực', districtId: village.districtId });
    const admin = await buildOfficer(app, { role: 'admin', unitId: village.districtId });
    await give({ only: [village.teams[0]!.id] }, hai);
    const body = { teams: {}, personIds: [hai.id] };
    const { act, ...given } = (await call('giveSupport', admin, { unitId: village.districtId }, body)).body;
    expect(given).toEqual({ given: 2, unchanged: 1, refused: [{ id: other.teams[0]!.id, name: 'Thôn 1' }] });
    expect((await takeBack(act, admin)).body.restored).toBe(2);
    expect(await supporters()).toEqual([{ name: 'Thôn 1', names: ['Lê Quang Hải'] }]);
  });
});

describe('teams that one decision ended', () => {
  const decision = { number: '70/QĐ-UBND', signedOn: '2022-06-20', signer: 'Chủ tịch UBND xã' };
  const ask = async (route: 'previewDissolutions' | 'dissolveTeams', body: object) =>
    (await call(route, village.officer, { unitId: village.communeId }, body)).body;
  const stands = () =>
    app.database.rows<{ status: string }>(
      sql`select t.status, (select count(*)::int from team_members m where m.team_id = t.id and upper(m.validity) is null) as members
        from teams t where t.id = any(${village.teams.map(({ id }) => id)}) order by t.id`,
    );

  it('go on as before where it is taken back before its day, and what could not end is named', async () => {
    await issueOrder(app, village, { shares: [{ teamId: village.teams[2]!.id, target: 20 }], target: 20 });
    const before = await stands();
    const later = { teams: {}, from: '2022-07-01' };
    const open = [{ id: village.teams[2]!.id, name: 'Thôn 3', tasks: 1, sessions: 0, difficulties: 0 }];
    expect(await ask('previewDissolutions', later)).toMatchObject({ count: 3, people: 0, open, holdSeconds: 60 });
    const { act, ...ended } = await ask('dissolveTeams', { ...decision, ...later });
    expect(ended).toMatchObject({ dissolved: 2, refused: [{ name: 'Thôn 3', code: 'membership.openWork' }] });
    expect((await stands()).filter(({ status }) => status === 'dissolved')).toHaveLength(2);
    expect((await takeBack(act)).body).toEqual({ restored: 2, kept: [] });
    expect(await stands()).toEqual(before);
  });

  it('from today on stay ended', async () => {
    const only = [village.teams[0]!.id];
    const today = { teams: { only }, from: '2022-06-21' };
    expect(await ask('previewDissolutions', today)).toMatchObject({ count: 1, open: [], holdSeconds: 0 });
    expect(await ask('dissolveTeams', { ...decision, ...today })).toEqual({ dissolved: 1, refused: [], act: null });
  });
});

it('a reminder of reports, taken back, leaves the day of the one before', async () => {
  const { communeId, districtId } = village;
  const focal = await buildFocal(app, communeId);
  const district = await buildOfficer(app, { role: 'district_officer', unitId: districtId });
  await app.get(OpenReports).run();
  await app.database.rows(sql`update reports set chased_on = '2022-06-19' where unit_id = ${communeId}`);
  const body = { month: '2022-06', unitIds: [communeId] };
  const remind = async () => (await call('remindReports', district, { unitId: districtId }, body)).body;
  const { act } = await remind();
  expect(await kindsOf(focal)).toContain('reportChased');
  expect((await takeBack(act, district)).body).toEqual({ restored: 1, kept: [] });
  expect(await kindsOf(focal)).not.toContain('reportChased');
  const days = await app.database.rows<{ day: string }>(
    sql`select chased_on::text as day from reports where unit_id = ${communeId} and month = '2022-06-01'`,
  );
  expect(days).toEqual([{ day: '2022-06-19' }]);
  expect((await remind()).reminded).toBe(1);
});
