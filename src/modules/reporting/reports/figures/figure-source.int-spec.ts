/** Every figure opens: all indicators of the catalogue, of a commune down to its records, of those above by unit. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { type RouteAnswer, routes } from '#contracts';
import { defaultPeriodRule } from '#contracts/reporting/periods';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildProducts } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildLine, onReport, openReport, send } from '../../../../../test/support/reports.ts';
import { buildSchool, publish, type School } from '../../../../../test/support/training/training-acts.ts';
import { OpenReports } from '../periods/open-reports.ts';
import { itemKindOf } from './figure-items.ts';
import { LiveFigures } from './live-figures.ts';

type Report = RouteAnswer<typeof routes.readReport>;
type Figure = Report['figures'][number];
type Source = RouteAnswer<typeof routes.figureSource>;

let app: TestApp;
let school: School;
let communeReport: string;
let districtReport: string;
let district: TestPerson;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
const read = async (by: TestPerson, id: string): Promise<Report> => (await onReport(app, by, 'readReport', id)).body;
const source = async (by: TestPerson, reportId: string, code: string): Promise<Source> =>
  (await app.call(routes.figureSource, { token: by.token, params: { reportId }, query: { code, limit: '500' } })).body;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** What the registers, the rosters and the training of a commune hold, some of it missing. */
async function fill(): Promise<void> {
  const { communeId, teams, focal } = school;
  await app.database.rows(
    sql`insert into registers (id, unit_id, metric, value, validity) values
      (${v7()}, ${communeId}, 'population', 4000, '[2022-01-01,)'), (${v7()}, ${communeId}, 'households', 1000, '[2022-01-01,)')`,
  );
  await app.database.rows(
    sql`insert into steering_committees (id, unit_id, validity) values (${v7()}, ${communeId}, '[2022-01-01,)')`,
  );
  await buildProducts(app, communeId, 3, 1);
  for (const name of ['Nhóm cũ', 'Nhóm thôn']) {
    const params = { teamId: teams[0]!.id };
    const body = { channel: 'zalo', name };
    expect((await app.call(routes.setGroup, { token: focal.token, params, body, key: randomUUID() })).status).toBe(200);
    app.clock.advance(60_000);
  }
  const sessionId = await publish(app, school);
  const [first, second] = [teams[0]!.leader, teams[1]!.leader];
  for (const { id, fullName } of [first, second])
    await app.database.rows(
      sql`insert into check_ins (id, session_id, person_id, full_name, method, at, received_at, state)
        values (${v7()}, ${sessionId}, ${id}, ${fullName}, 'by_name', ${app.clock.now()}, ${app.clock.now()}, 'counted')`,
    );
}

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-05-20T03:00:00Z' });
  school = await buildSchool(app, { hamlets: 3 });
  district = await buildOfficer(app, { role: 'district_officer', unitId: school.districtId });
  await fill();
  on('2022-06-20');
  await app.get(OpenReports).run();
  const opened: Report = await openReport(app, school.focal, school.communeId, '2022-06');
  communeReport = opened.id;
  for (const { indicator } of opened.figures) {
    if (indicator.typed) {
      const pair = indicator.aggregation === 'ratio' ? { numerator: 8, denominator: 10 } : { numerator: 8 };
      const typed = await onReport(app, school.focal, 'typeFigure', communeReport, {
        code: indicator.code,
        source: 'Bộ phận Một cửa',
        ...pair,
      });
      expect(typed.status).toBe(200);
    } else if (!itemKindOf(indicator.code)) {
      // Of this month, and of an earlier one: what adds up over the year counts both.
      for (const happenedOn of ['2022-06-01', '2022-05-02'])
        await buildLine(app, school, school.teams[0]!, { code: indicator.code, value: 3, happenedOn });
    }
  }
  expect((await send(app, school.focal, communeReport)).status).toBe(200);
  districtReport = (await openReport(app, district, school.districtId, '2022-06')).id;
}, 180_000);
afterAll(stopApps);

/** What of a figure its source names. */
function named({ kind, items, records }: Source, { typed }: Figure): { value: number; whole: number | null } | null {
  if (kind === 'typed') return typed ? { value: NaN, whole: null } : null;
  if (kind === 'lines') return { value: sum(records.map(({ value }) => value)), whole: null };
  const wholes = items.flatMap(({ whole }) => whole ?? []);
  return { value: sum(items.map(({ value }) => value)), whole: wholes.length > 0 ? sum(wholes) : null };
}

it('of a commune names what it is made of, each indicator of the catalogue', async () => {
  const report = await read(school.focal, communeReport);
  expect(report.figures.length).toBeGreaterThanOrEqual(45);
  const wrong: string[] = [];
  for (const figure of report.figures) {
    const { code } = figure.indicator;
    const found = named(await source(school.focal, communeReport, code), figure);
    const { numerator, denominator } = figure.now;
    if (numerator === null) wrong.push(`${code}: the test gives it no figure`);
    else if (!found) wrong.push(`${code}: opens nothing`);
    else if (Number.isNaN(found.value)) continue;
    else if (found.value !== numerator) wrong.push(`${code}: ${found.value} of ${numerator}`);
    else if (found.whole !== null && found.whole !== denominator)
      wrong.push(`${code}: ${found.whole} of ${denominator}`);
  }
  expect(wrong).toEqual([]);
});

it('of a record shows who did it, who confirmed it, its links and its photos', async () => {
  const { records } = await source(school.focal, communeReport, 'CQ02');
  expect(records).toEqual([
    expect.objectContaining({
      by: expect.objectContaining({ id: school.teams[0]!.leader.id }) as unknown,
      confirmed: {
        by: expect.objectContaining({ id: school.officer.id }) as unknown,
        at: expect.any(String) as unknown,
      },
      pictures: [],
      links: [],
    }),
  ]);
});

it('of names shows what each group was called, who wrote that and when', async () => {
  const { items } = await source(school.focal, communeReport, 'TC06');
  const by = expect.objectContaining({ id: school.focal.id }) as unknown;
  expect(items.find(({ id }) => id === school.teams[0]!.id)?.names).toEqual([
    { name: 'Nhóm thôn', by, at: expect.stringMatching(/^2022-05-20T03:01:/) as unknown },
    { name: 'Nhóm cũ', by, at: expect.stringMatching(/^2022-05-20T03:00:/) as unknown },
  ]);
  expect(items.find(({ id }) => id === school.teams[1]!.id)?.names).toEqual([]);
});

it('of those above names each unit with its figure, and leads to the same figure there', async () => {
  const report = await read(district, districtReport);
  const wrong: string[] = [];
  for (const { indicator, now } of report.figures) {
    const { parts } = await source(district, districtReport, indicator.code);
    const [part] = parts;
    if (parts.length !== 1 || part?.reportId !== communeReport || part.name !== 'Xã Minh Sơn')
      wrong.push(indicator.code);
    else if (part.pair.numerator !== now.numerator)
      wrong.push(`${indicator.code}: ${part.pair.numerator} of ${now.numerator}`);
  }
  expect(wrong).toEqual([]);
});

it('of names judges a month by those that stood when it ended', async () => {
  const { communeId, teams, focal } = school;
  const called = async (body: object, teamId = teams[0]!.id) =>
    (
      await app.call(routes.setGroup, {
        token: focal.token,
        params: { teamId },
        key: randomUUID(),
        body: { channel: 'zalo', ...body },
      })
    ).body as { state: string; proposed: string };
  const of = async (month: string) =>
    (await app.get(LiveFigures).ofCommunes([communeId], month, defaultPeriodRule)).get(communeId)?.get('TC06')?.now;
  const { proposed } = await called({ name: 'Nhóm mới' });
  app.clock.advance(60_000);
  expect(await called({ name: proposed })).toMatchObject({ state: 'right' });
  expect([await of('2022-06'), await of('2022-07')]).toEqual([
    { numerator: 0, denominator: 3 },
    { numerator: 1, denominator: 3 },
  ]);
  on('2022-07-20');
  await called({ name: 'Nhóm khác' });
  expect([await of('2022-06'), await of('2022-07')].map((pair) => pair?.numerator)).toEqual([0, 1]);
  const { items } = await source(focal, communeReport, 'TC06');
  expect(items.find(({ id }) => id === teams[0]!.id)).toMatchObject({ value: 0, names: [{ name: 'Nhóm thôn' }, {}] });
});
