// @everyday
import fc from 'fast-check';
import { type RouteAnswer, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildDirective, buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, buildLine, figure, onReport, openReport, send } from '../../../../../test/support/reports.ts';
import { OpenReports } from '../../reports/periods/open-reports.ts';
import { RemindReports } from '../campaigns/remind-reports.ts';

interface Commune {
  village: Village;
  focal: TestPerson;
}
let app: TestApp;
let district: TestPerson;
let communes: Commune[];
let districtId: string;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
const at = (
  unitId: string,
  route: 'reportBoard' | 'dashboard' | 'overview',
  month: string | null = '2022-06',
  by = district,
) => app.call(routes[route], { token: by.token, params: { unitId }, query: month ? { month } : {} });

async function sent({ village, focal }: Commune, value: number) {
  await buildLine(app, village, village.teams[0]!, { code: 'CQ02', value, happenedOn: '2022-06-01' });
  const { id } = await openReport(app, focal, village.communeId, '2022-06');
  const answer = await send(app, focal, id, { lateReason: 'Chậm số liệu' });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id as string;
}

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-20');
  communes = [];
  for (const commune of ['Minh Sơn', 'Dân Lý', 'Thọ Thế']) {
    const village: Village = await buildVillage(app, { commune, ...(communes[0] && { districtId }) });
    districtId = village.districtId;
    communes.push({ village, focal: await buildFocal(app, village.communeId) });
  }
  district = await buildOfficer(app, { role: 'district_officer', unitId: districtId });
});

describe('What is owed', () => {
  it('is opened once for every unit with teams, by whoever comes first', async () => {
    const opening = app.get(OpenReports);
    const opened = await Promise.all([opening.run(), opening.run()]);
    const rows = await app.database.rows<{ month: string; n: number }>(
      sql`select to_char(month, 'YYYY-MM') as month, count(*)::int as n from reports
        where unit_id = any(${[...communes.map(({ village }) => village.communeId), districtId]}) group by 1 order by 1`,
    );
    // On the 20th the closed month is still due, and the next one has begun.
    expect(rows).toEqual([
      { month: '2022-06', n: 4 },
      { month: '2022-07', n: 4 },
    ]);
    expect(opened[0] + opened[1]).toBeGreaterThanOrEqual(8);
    expect(await opening.run()).toBe(0);
  });
});

describe("A district's board", () => {
  it('names who is on time, late and missing, and sums what was sent', async () => {
    await app.get(OpenReports).run();
    await sent(communes[0]!, 10);
    on('2022-06-26');
    await sent(communes[1]!, 5);
    const { body } = await at(districtId, 'reportBoard');
    expect(body.counts).toEqual({ onTime: 1, late: 1, returned: 0, missing: 1, notDue: 0, accepted: 0 });
    expect(
      body.units.map((one: { unit: { name: string }; status: string; daysLate: number }) => [
        one.unit.name,
        one.status,
        one.daysLate,
      ]),
    ).toEqual([
      ['Dân Lý', 'late', 2],
      ['Minh Sơn', 'on_time', 0],
      ['Thọ Thế', 'missing', 2],
    ]);
    const shown = (units: { figures: { code: string }[] }[]) =>
      new Set(units.flatMap((one) => one.figures.map(({ code }) => code)));
    expect(shown(body.units).has('CQ01')).toBe(false);
    expect(shown(body.units).has('CQ02')).toBe(true);
    const total = body.totals.find((one: { code: string }) => one.code === 'CQ02');
    expect(total.pair).toEqual({ numerator: 15, denominator: null });
    expect(body.differences).toEqual([]);
  });

  it('of a month that nobody owes says when that would have been due', async () => {
    const { body } = await at(districtId, 'reportBoard', '2022-02');
    expect(body).toMatchObject({ dueOn: '2022-02-24', units: [], totals: [] });
  });

  it("is the district's own report: sent with the missing named, or not at all", async () => {
    await app.get(OpenReports).run();
    await sent(communes[0]!, 10);
    await sent(communes[2]!, 4);
    const own = await openReport(app, district, districtId, '2022-06');
    expect(figure(own, 'CQ02').now.numerator).toBe(14);
    expect(figure(own, 'TC04').now).toEqual({ numerator: 4, denominator: 4 });
    expect(await send(app, district, own.id)).toMatchObject({
      status: 422,
      body: { code: 'report.unitsMissing', details: [{ params: { count: 1, units: ['Xã Dân Lý'] } }] },
    });
    expect((await send(app, district, own.id, { withMissing: true })).body.state).toBe('submitted');
  });

  it('always equals the sum of its parts', async () => {
    await app.get(OpenReports).run();
    const ids = await Promise.all(communes.map((commune, i) => sent(commune, i + 1)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.option(fc.nat(9_999)), fc.option(fc.nat(9_999))), { minLength: 3, maxLength: 3 }),
        async (pairs) => {
          for (const [i, [numerator, denominator]] of pairs.entries())
            await app.database.rows(
              sql`update report_figures set numerator = ${numerator}, denominator = ${denominator} where report_id = ${ids[i]}
                and code = 'TC05'`,
            );
          const { body } = await at(districtId, 'reportBoard');
          expect(body.differences).toEqual([]);
          const total = body.totals.find((one: { code: string }) => one.code === 'TC05').pair;
          const sum = (of: (number | null)[]) =>
            of.every((one) => one === null) ? null : of.reduce<number>((a, b) => a + (b ?? 0), 0);
          expect(total).toEqual({
            numerator: sum(pairs.map(([n]) => n)),
            denominator: sum(pairs.map(([, d]) => d)),
          });
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('Reminders', () => {
  it('send each reminder once, and leave alone who has sent', async () => {
    await app.get(OpenReports).run();
    await sent(communes[0]!, 1);
    const told = async () => {
      await app.get(RemindReports).run();
      return app.database.rows<{ unit_id: string; reminded: number[] }>(
        sql`select unit_id, reminded from reports where unit_id = any(${communes.map(({ village }) => village.communeId)})
          and month = '2022-06-01'`,
      );
    };
    const of = (rows: { unit_id: string; reminded: number[] }[], i: number) =>
      rows.find((row) => row.unit_id === communes[i]?.village.communeId)?.reminded;
    on('2022-06-22');
    await told();
    const twice = await told();
    expect([of(twice, 0), of(twice, 1)]).toEqual([[], [-2]]);
    on('2022-06-24');
    await told();
    on('2022-06-27');
    expect(of(await told(), 1)).toEqual([-2, 0, 1]);
  });

  it('by hand reach each unit once a day', async () => {
    await app.get(OpenReports).run();
    await sent(communes[0]!, 1);
    const remind = () =>
      app.call(routes.remindReports, {
        token: district.token,
        params: { unitId: districtId },
        key: crypto.randomUUID(),
        body: { month: '2022-06', unitIds: communes.map(({ village }) => village.communeId) },
      });
    const preview = async () => {
      const body = { month: '2022-06', unitIds: communes.map(({ village }) => village.communeId) };
      const call = { token: district.token, params: { unitId: districtId }, body };
      return (await app.call(routes.previewRemind, call)).body as RouteAnswer<typeof routes.previewRemind>;
    };
    const whyOf = ({ left }: { left: { id: string; why: string }[] }) =>
      communes.map(({ village }) => left.find(({ id }) => id === village.communeId)?.why);
    const before = await preview();
    expect(before).toMatchObject({ count: 2, people: 2, routes: [{ route: 'inbox', people: 2 }], leftCount: 1 });
    expect(whyOf(before)).toEqual(['sent', undefined, undefined]);
    expect(before.told.find(({ id }) => id === communes[1]!.village.communeId)?.people).toEqual([
      { person: expect.objectContaining({ id: communes[1]!.focal.id }), isStandIn: false, route: 'inbox' },
    ]);
    expect((await remind()).body).toEqual({ reminded: 2, skipped: 1, act: null });
    expect(whyOf(await preview())).toEqual(['sent', 'today', 'today']);
    expect((await remind()).body).toEqual({ reminded: 0, skipped: 3, act: null });
  });
});

it('names before the due day who was late before and has written nothing, on the board as on the overview', async () => {
  const { village, focal } = communes[0]!;
  for (const month of ['2022-04', '2022-05']) await openReport(app, focal, village.communeId, month);
  await app.get(OpenReports).run();
  const past = [{ unitId: village.communeId, late: 2, of: 2 }];
  expect((await at(districtId, 'reportBoard')).body.lateBefore).toEqual(past);
  expect((await at(districtId, 'overview', null)).body.warnings).toMatchObject({
    likelyLate: [village.communeId],
    lateBefore: past,
  });
  await sent(communes[0]!, 3);
  expect((await at(districtId, 'reportBoard')).body.lateBefore).toEqual([]);
});

it('names them by the numbers of the rule of the day, and says which', async () => {
  const { village, focal } = communes[0]!;
  const admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  for (const month of ['2022-04', '2022-05']) await openReport(app, focal, village.communeId, month);
  await app.get(OpenReports).run();
  expect((await at(districtId, 'overview', null)).body).toMatchObject({
    silentAfterDays: 14,
    lateWarning: { days: 7, times: 2, months: 6 },
    warnings: { likelyLate: [village.communeId] },
  });
  const levels = { silentDays: 30, busyTeams: 8, lateMonths: 4, lateTimes: 3, lateDays: 5, termDays: 60 };
  const { status } = await app.call(routes.setDatedRule, {
    token: admin.token,
    params: { unitId: districtId },
    key: crypto.randomUUID(),
    body: {
      value: { kind: 'attention', ...levels },
      from: '2022-06-20',
      directiveId: await buildDirective(app, districtId),
    },
  });
  expect(status).toBe(201);
  expect((await at(districtId, 'reportBoard')).body.lateBefore).toEqual([]);
  expect((await at(districtId, 'overview', null)).body).toMatchObject({
    silentAfterDays: 30,
    lateWarning: { days: 5, times: 3, months: 4 },
    warnings: { likelyLate: [] },
  });
});

describe('The month that a board and an overview open on', () => {
  it('is the one that closed last, also when the next is well under way: who is late stays in sight', async () => {
    await app.get(OpenReports).run();
    on('2022-07-12');
    await app.get(OpenReports).run();
    for (const route of ['dashboard', 'reportBoard', 'overview'] as const)
      expect((await at(districtId, route, null)).body.month).toBe('2022-06');
    expect((await at(districtId, 'overview', null)).body.warnings.overdue).toHaveLength(3);
  });

  it('is the open one for a unit that owed nothing yet', async () => {
    on('2022-07-12');
    await app.get(OpenReports).run();
    expect((await at(districtId, 'dashboard', null)).body.month).toBe('2022-07');
  });
});

describe('The dashboard', () => {
  it('shows six months at any level', async () => {
    await app.get(OpenReports).run();
    await buildLine(app, communes[0]!.village, communes[0]!.village.teams[0]!, {
      code: 'CQ02',
      value: 9,
      happenedOn: '2022-06-01',
    });
    on('2022-06-27');
    const { body } = await at(districtId, 'dashboard');
    expect(body.months.map((one: { month: string }) => one.month)).toEqual([
      '2022-01',
      '2022-02',
      '2022-03',
      '2022-04',
      '2022-05',
      '2022-06',
    ]);
    expect(body.months[5]).toMatchObject({ onTime: 0, late: 0, missing: 3 });
    expect(body.months[5].figures.find((one: { code: string }) => one.code === 'CQ02').pair.numerator).toBe(9);
    const { village, focal } = communes[0]!;
    expect((await at(village.communeId, 'dashboard', '2022-06', focal)).status).toBe(200);
    expect((await at(districtId, 'dashboard', '2022-06', focal)).status).toBe(403);
  });
});

describe("A team's own month", () => {
  it('tells what counts, what waits, and how the report stands', async () => {
    const { village } = communes[0]!;
    const team = village.teams[0]!;
    await buildLine(app, village, team, { code: 'CQ02', value: 9, happenedOn: '2022-06-16' });
    await buildLine(app, village, team, { code: 'CQ02', value: 4, confirmed: null, happenedOn: '2022-06-17' });
    await buildLine(app, village, team, { code: 'CQ02', value: 7, happenedOn: '2022-06-01' });
    const { body } = await app.call(routes.teamMonth, { token: team.member.token, params: { teamId: team.id } });
    expect(body).toMatchObject({ month: '2022-07', trained: 0, report: 'open' });
    expect(body.figures).toMatchObject([{ indicator: { code: 'CQ02' }, confirmed: 9, waiting: 4, before: 7 }]);
  });

  it('is nobody else’s', async () => {
    const team = communes[0]!.village.teams[0]!;
    const stranger = communes[1]!.village.teams[0]!.member;
    const { status } = await app.call(routes.teamMonth, { token: stranger.token, params: { teamId: team.id } });
    expect(status).toBe(403);
    expect((await onReport(app, stranger, 'readReport', team.id)).status).toBe(404);
  });
});
