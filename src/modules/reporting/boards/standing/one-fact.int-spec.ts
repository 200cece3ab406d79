// @everyday
/** A fact that stands on several screens is the same number on all of them: their routes are asked at once, in places with odd cases. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { owedOf, sentOf, type StandingCounts } from '#contracts/reporting/report-standing';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildCountry } from '../../../../../test/support/units.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildAbsorption, buildReform } from '../../../../../test/support/reforms/reformed-reports.ts';
import { buildFocal, buildLine, onReport, openReport, send } from '../../../../../test/support/reports.ts';
import { OpenReports } from '../../reports/periods/open-reports.ts';

const MONTH = '2022-06';
let app: TestApp;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
const ask = async (
  route: RouteId,
  by: TestPerson,
  params: Record<string, string>,
  query: Record<string, string> = {},
) => {
  const { status, body } = await app.call(routes[route], { token: by.token, params, query });
  if (status !== 200) throw new Error(`${route}: ${status} ${JSON.stringify(body)}`);
  return body;
};
const standing = ({ onTime, late, returned, missing, notDue }: StandingCounts): StandingCounts => ({
  onTime,
  late,
  returned,
  missing,
  notDue,
});

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);

interface Commune {
  village: Village;
  focal: TestPerson;
}
let communes: Commune[];
let district: TestPerson;
let districtId: string;

async function plan({ village, focal }: Commune, value: number) {
  const { status } = await app.call(routes.planFigures, {
    token: focal.token,
    params: { unitId: village.communeId },
    key: randomUUID(),
    body: { year: 2022, plans: [{ code: 'CQ02', value }] },
  });
  expect(status).toBe(200);
}

async function sent({ village, focal }: Commune, value: number): Promise<string> {
  await buildLine(app, village, village.teams[0]!, { code: 'CQ02', value, happenedOn: '2022-06-01' });
  const { id } = await openReport(app, focal, village.communeId, MONTH);
  expect((await send(app, focal, id, { lateReason: 'Chậm số liệu' })).status).toBe(200);
  return id;
}

async function buildCommunes(...names: string[]): Promise<void> {
  communes = [];
  for (const commune of names) {
    const village = await buildVillage(app, { commune, ...(communes[0] && { districtId }) });
    districtId = village.districtId;
    communes.push({ village, focal: await buildFocal(app, village.communeId) });
  }
  district = await buildOfficer(app, { role: 'district_officer', unitId: districtId });
  await app.get(OpenReports).run();
}

describe('Reports of a month', () => {
  it('are counted alike on the board, the overview and the dashboard, each unit once', async () => {
    on('2022-06-20');
    await buildCommunes('Minh Sơn', 'Dân Lý', 'Thọ Thế', 'Dân Lực');
    await sent(communes[0]!, 10);
    const back = await sent(communes[1]!, 7);
    expect(
      (
        await onReport(app, district, 'returnReport', back, {
          version: 1,
          comments: [{ cell: 'CQ02', comment: 'Xem lại con số này' }],
        })
      ).status,
    ).toBe(200);
    on('2022-06-26');
    await sent(communes[2]!, 5);
    const unit = { unitId: districtId };
    const board = await ask('reportBoard', district, unit, { month: MONTH });
    const overview = await ask('overview', district, unit, { month: MONTH });
    const dashboard = await ask('dashboard', district, unit, { month: MONTH });
    const expected = { onTime: 1, late: 1, returned: 1, missing: 1, notDue: 0 };
    expect(standing(board.counts)).toEqual(expected);
    expect(overview.reports).toEqual(expected);
    expect(standing(dashboard.months.at(-1))).toEqual(expected);
    expect(owedOf(overview.reports)).toBe(board.units.length);
    const statuses = (rows: { unit: { name: string }; status: string; daysLate: number }[]) =>
      Object.fromEntries(rows.map((row) => [row.unit.name, [row.status, row.daysLate]]));
    const parts = overview.parts.map(({ unit: of, report }: { unit: object; report: object }) => ({
      unit: of,
      ...report,
    }));
    expect(statuses(parts)).toEqual(statuses(board.units));
    expect(statuses(parts)).toMatchObject({ 'Dân Lý': ['returned', 0], 'Dân Lực': ['missing', 2] });
    expect(overview.warnings.missing.map(({ unit: of }: { unit: { name: string } }) => of.name)).toEqual(['Dân Lực']);
  });

  it('are counted alike after a reform, in the units of then and of today', async () => {
    on('2022-06-20');
    const reform = await buildReform(app);
    const unit = { unitId: reform.provinceId };
    const overview = await ask('overview', reform.admin, unit, { month: MONTH });
    const dashboard = await ask('dashboard', reform.admin, unit, { month: MONTH });
    const restated = await ask('restatedBoard', reform.admin, unit, { month: MONTH, codes: 'CQ02' });
    expect(standing(dashboard.months.at(-1))).toEqual(overview.reports);
    expect(overview.reports).toMatchObject({ onTime: 2, missing: 1 });
    expect(sentOf(overview.reports)).toBe(restated.sent.units);
    const figure = dashboard.months.at(-1).figures.find(({ code }: { code: string }) => code === 'CQ02');
    expect(figure.pair.numerator).toBe(restated.sent.figures[0].pair.numerator + 3);
    // The units of today have the teams of today, whoever reported them in June.
    const now = await ask('overview', reform.admin, unit);
    const teams = Object.fromEntries(
      now.parts.map((part: { unit: { name: string }; teams: number; active: number }) => [
        part.unit.name,
        [part.active, part.teams],
      ]),
    );
    expect(now).toMatchObject({ month: MONTH, isCurrent: true });
    expect(teams).toEqual({ 'Triệu Sơn': [4, 5], 'Thọ Phú': [1, 1] });
  });

  it('are counted alike where a commune keeps its id and takes in others by a reform that is entered late', async () => {
    on('2022-06-20');
    const { provinceId, absorbing, admin, focal, activeTeamId } = await buildAbsorption(app, '2022-06-10');
    const overview = await ask('overview', admin, { unitId: provinceId });
    expect(overview).toMatchObject({ month: MONTH, isCurrent: true });
    // Two teams of its own, one active; two of the commune it took in, one active there.
    expect(overview.parts).toMatchObject([{ unit: { id: absorbing.communeId }, active: 2, teams: 4 }]);
    const restated = await ask('restatedBoard', admin, { unitId: provinceId }, { month: MONTH, codes: 'TC07' });
    expect(restated.rows[0].figures[0].pair).toMatchObject({ numerator: 2, denominator: 4 });
    const dashboard = await ask('dashboard', admin, { unitId: provinceId }, { month: MONTH });
    const figure = dashboard.months.at(-1).figures.find(({ code }: { code: string }) => code === 'TC07');
    expect(figure.pair).toMatchObject({ numerator: 2, denominator: 4 });
    const inactive = await ask('overviewTeams', admin, { unitId: provinceId }, { what: 'inactive' });
    expect(inactive.total).toBe(2);
    expect(inactive.items.map(({ id }: { id: string }) => id)).not.toContain(activeTeamId);
    const own = await ask('overview', focal, { unitId: absorbing.communeId }, { month: MONTH });
    expect(own.parts.reduce((sum: number, part: { active: number }) => sum + part.active, 0)).toBe(2);
    // The same month as a past one, where the day looked at is the month's last and the tree is already the new one.
    on('2022-08-20');
    const past = await ask('overview', admin, { unitId: provinceId }, { month: MONTH });
    expect(past.parts).toMatchObject([{ active: 2, teams: 4 }]);
  });
});

describe('A country', () => {
  it('is looked at by provinces, each with the sums of its own overview', async () => {
    on('2022-06-20');
    await buildCommunes('Minh Sơn', 'Dân Lý');
    await sent(communes[0]!, 10);
    const [{ provinceId }] = (await app.database.rows<{ provinceId: string }>(
      sql`select ancestor_id as "provinceId" from unit_closure
        where descendant_id = ${districtId} and ancestor_kind = 'province'`,
    )) as [{ provinceId: string }];
    const countryId = await buildCountry(app, provinceId);
    const admin = await buildOfficer(app, { role: 'admin', unitId: countryId });
    const country = await ask('overview', admin, { unitId: countryId });
    const province = await ask('overview', admin, { unitId: provinceId }, { month: country.month });
    const part = country.parts.find(({ unit }: { unit: { id: string } }) => unit.id === provinceId);
    const sum = (of: string) =>
      province.parts.reduce((total: number, one: Record<string, number>) => total + one[of]!, 0);
    for (const of of [
      'teams',
      'active',
      'due',
      'inTime',
      'silent',
      'waiting',
      'difficulties',
      'lateDifficulties',
      'vacant',
    ])
      expect([of, part[of]]).toEqual([of, sum(of)]);
    expect(part.teams).toBeGreaterThan(0);
    expect(province.warnings.vacant).toHaveLength(part.vacant);
    const list = await app.call(routes.overviewTeams, {
      token: admin.token,
      params: { unitId: countryId },
      query: { what: 'silent' },
    });
    expect(list).toMatchObject({ status: 422, body: { code: 'report.listByProvince' } });
  });
});

describe('The reach of plans', () => {
  it('is the same on the board and the dashboard, and of a commune on its own', async () => {
    on('2022-06-20');
    await buildCommunes('Minh Sơn', 'Dân Lý', 'Thọ Thế');
    await plan(communes[0]!, 40);
    await plan(communes[1]!, 100);
    await plan(communes[2]!, 10);
    await sent(communes[0]!, 10);
    await sent(communes[1]!, 60);
    // Planned, done and not sent: it is in no sum of what was sent.
    await buildLine(app, communes[2]!.village, communes[2]!.village.teams[0]!, {
      code: 'CQ02',
      value: 10,
      happenedOn: '2022-06-02',
    });
    const unit = { unitId: districtId };
    const board = await ask('reportBoard', district, unit, { month: MONTH });
    const dashboard = await ask('dashboard', district, unit, { month: MONTH });
    const government = ({ pillars }: typeof board) =>
      pillars.find(({ pillar }: { pillar: string }) => pillar === 'digital_government');
    expect(dashboard.pillars).toEqual(board.pillars);
    expect(government(board)).toMatchObject({ percent: 50, before: 0 });
    const own = await ask(
      'dashboard',
      communes[2]!.focal,
      { unitId: communes[2]!.village.communeId },
      { month: MONTH },
    );
    expect(government(own)).toMatchObject({ percent: 100 });
  });
});

describe('Silent teams', () => {
  const silentOn = async (by: TestPerson, communeIds: string[]) => {
    const unit = { unitId: districtId };
    const overview = await ask('overview', by, unit);
    const list = await ask('overviewTeams', by, unit, { what: 'silent' });
    const committees = await ask('listCommittees', by, unit);
    const sum = (rows: { silent: number }[]) => rows.reduce((total, { silent }) => total + silent, 0);
    const [loads, activity] = [[] as number[], [] as number[]];
    for (const { village, focal } of communes.filter((one) => communeIds.includes(one.village.communeId))) {
      const load = await ask('committeeLoad', focal, { unitId: village.communeId });
      const teams = [...load.alone, ...load.members.flatMap(({ teams: of }: { teams: object[] }) => of)];
      loads.push(new Set(teams.filter(({ silent }) => silent).map(({ id }) => id)).size);
      const ids = village.teams.map(({ id }) => id).join(',');
      const rows = await ask('teamActivity', focal, { unitId: village.communeId }, { teams: ids });
      activity.push(rows.filter(({ silent }: { silent: boolean }) => silent).length);
    }
    const total = (all: number[]) => all.reduce((a, b) => a + b, 0);
    return {
      overview: sum(overview.parts),
      list: list.total,
      committees: sum(committees.items),
      loads: total(loads),
      activity: total(activity),
    };
  };

  it('are the same ones wherever they are counted; who cannot be reached or was entered today is none', async () => {
    on('2022-05-02');
    await buildCommunes('Minh Sơn', 'Dân Lý');
    const [{ village: first }, { village: second }] = communes as [Commune, Commune];
    const ids = communes.map(({ village }) => village.communeId);
    on('2022-06-20');
    const all = { overview: 4, list: 4, committees: 4, loads: 4, activity: 4 };
    expect(await silentOn(district, ids)).toEqual(all);
    // Something was recorded of one, nobody of another is reached by anything, and one was imported just now, though it is old.
    await buildLine(app, first, first.teams[0]!, { code: 'CQ02', value: 1, happenedOn: '2022-06-19' });
    await app.database.rows(
      sql`update sessions set ended_at = ${app.clock.now()} where person_id = any(${[first.teams[1]!.leader.id, first.teams[1]!.deputy.id]})`,
    );
    await app.database.rows(sql`update teams set created_at = ${app.clock.now()} where id = ${second.teams[0]!.id}`);
    expect(await silentOn(district, ids)).toEqual({ overview: 1, list: 1, committees: 1, loads: 1, activity: 1 });
    const [row] = (await ask('overviewTeams', district, { unitId: districtId }, { what: 'silent' })).items;
    expect(row).toMatchObject({ id: second.teams[1]!.id, quietDays: 49 });
  });

  it('stand on no other day than today, nor does what waits or who is missing', async () => {
    const past = await ask('overview', district, { unitId: districtId }, { at: '2022-05-20' });
    expect(past.isCurrent).toBe(false);
    for (const part of past.parts)
      expect(part).toMatchObject({
        silent: null,
        waiting: null,
        difficulties: null,
        lateDifficulties: null,
        officer: null,
      });
    expect(past.warnings).toMatchObject({ vacant: [], missing: [], overdue: [], lateBefore: [] });
  });
});

describe('An order without answers', () => {
  it('is on the first page when the first step of its own chase has come, whom nothing reached apart', async () => {
    on('2022-06-20');
    const village = await buildVillage(app, { hamlets: 2 });
    const order = await issueOrder(app, village, { replyByOn: '2022-06-23' });
    await app.drain();
    await app.call(routes.inbox, { token: village.teams[0]!.leader.token });
    const today = async () => {
      const [row] = await ask('followUps', village.officer, { unitId: village.communeId });
      return [row.silent.teams, row.undelivered.teams];
    };
    const board = async (show: string) =>
      (await ask('assignmentTasks', village.officer, { assignmentId: order.id }, { show })).total;
    app.clock.advance(5 * 60_000);
    expect(await today()).toEqual([0, 0]);
    expect([await board('silent'), await board('undelivered')]).toEqual([1, 1]);
    app.clock.advance(25 * 3_600_000);
    expect(await today()).toEqual([1, 1]);
    await act(app, village.teams[0]!.leader, 'acceptTask', order.taskIds[0]!, {});
    expect(await today()).toEqual([0, 1]);
  });
});
