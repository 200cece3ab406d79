// @everyday
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { readPages } from '../../../../../test/support/read-pages.ts';
import { buildFocal, buildLine, openReport, send } from '../../../../../test/support/reports.ts';
import { OpenReports } from '../../reports/periods/open-reports.ts';

let app: TestApp;
let [minhSon, danLy]: Village[] = [];
let focal: TestPerson;
let district: TestPerson;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
const overview = (by: TestPerson, unitId: string, month?: string) =>
  app.call(routes.overview, { token: by.token, params: { unitId }, query: month ? { month } : {} });
const teams = (by: TestPerson, unitId: string, query: Record<string, string>) =>
  app.call(routes.overviewTeams, { token: by.token, params: { unitId }, query });
const partOf = (body: { parts: { unit: { id: string } }[] }, unitId: string) =>
  body.parts.find(({ unit }) => unit.id === unitId);

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  minhSon = await buildVillage(app, { commune: 'Minh Sơn' });
  danLy = await buildVillage(app, { commune: 'Dân Lý', districtId: minhSon.districtId });
  focal = await buildFocal(app, minhSon.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: minhSon.districtId });
  await app.get(OpenReports).run();
});
afterAll(stopApps);

describe('The overview', () => {
  it('says of each commune what its report, its boards and its lists say', async () => {
    const [first] = minhSon!.teams;
    await buildLine(app, minhSon!, first!, { code: 'CQ02', value: 9, happenedOn: '2022-06-01' });
    await buildLine(app, minhSon!, first!, { code: 'CQ02', value: 4, confirmed: null, happenedOn: '2022-06-02' });
    const { taskIds } = await issueOrder(app, minhSon!, { dueOn: '2022-07-09' });
    await act(app, first!.member, 'acceptTask', taskIds[0]!, { body: {} });
    const before = await overview(district, minhSon!.districtId);
    expect(before.body).toMatchObject({
      month: '2022-06',
      isCurrent: true,
      startsOn: '2022-05-15',
      endsOn: '2022-06-14',
    });
    expect(partOf(before.body, minhSon!.communeId)).toMatchObject({
      teams: 2,
      active: 1,
      before: { active: 0 },
      report: { status: 'not_due', daysLate: 0 },
      waiting: 1,
      officer: { id: focal.id },
    });
    expect(before.body.warnings.vacant).toEqual([{ unitId: danLy!.communeId, since: null }]);

    on('2022-06-27');
    const { body } = await overview(district, minhSon!.districtId);
    expect(partOf(body, danLy!.communeId)).toMatchObject({ report: { status: 'missing', daysLate: 3 }, officer: null });
    expect(body.warnings.overdue.toSorted()).toEqual([minhSon!.communeId, danLy!.communeId].toSorted());
    const { id } = await openReport(app, focal, minhSon!.communeId, '2022-06');
    expect((await send(app, focal, id, { lateReason: 'Chậm số liệu' })).status).toBe(200);
    const sent = await overview(district, minhSon!.districtId);
    expect(partOf(sent.body, minhSon!.communeId)).toMatchObject({ active: 1, teams: 2, report: { status: 'late' } });
    expect(sent.body.warnings.overdue).toEqual([danLy!.communeId]);
  });

  it('opens the list behind each figure, page by page', async () => {
    on('2022-07-12');
    const unitId = minhSon!.districtId;
    const all = [...minhSon!.teams, ...danLy!.teams].map(({ id }) => id);
    const silent = await teams(district, unitId, { what: 'silent' });
    const { body } = await overview(district, unitId);
    expect(silent.body.total).toBe(body.parts.reduce((sum: number, part: { silent: number }) => sum + part.silent, 0));
    const paged = await readPages<{ id: string }>(
      (query) => teams(district, unitId, { what: 'inactive', month: '2022-06', ...query }),
      { limit: 1 },
    );
    expect(paged.items.map(({ id }) => id).toSorted()).toEqual(
      all.filter((id) => id !== minhSon!.teams[0]!.id).toSorted(),
    );
    const july = await overview(district, unitId, '2022-07');
    expect(partOf(july.body, minhSon!.communeId)).toMatchObject({ due: 2, inTime: 0 });
    const late = await teams(district, unitId, { what: 'late', month: '2022-07' });
    expect(late.body.items).toMatchObject(
      minhSon!.teams.map(() => ({ lateTasks: 1, unit: { id: minhSon!.communeId } })),
    );
  });

  it('of a commune is by hamlets, of a past month by the tree of its day, and of a stranger nothing', async () => {
    const { body } = await overview(focal, minhSon!.communeId, '2022-06');
    expect(body.parts.map(({ active }: { active: number }) => active).toSorted()).toEqual([0, 1]);
    expect(
      body.parts.every(
        ({ unit, report }: { unit: { kind: string }; report: null }) => unit.kind === 'hamlet' && report === null,
      ),
    ).toBe(true);
    expect((await overview(focal, minhSon!.districtId)).status).toBe(403);
    expect((await teams(focal, danLy!.communeId, { what: 'silent' })).status).toBe(403);
    await app.database.rows(
      sql`update unit_closure_spans set validity = daterange(lower(validity), '2022-07-01')
        where ancestor_id = ${minhSon!.districtId} and descendant_id = ${danLy!.communeId}`,
    );
    on('2022-08-27');
    expect((await overview(district, minhSon!.districtId)).body.parts).toHaveLength(1);
    const past = await overview(district, minhSon!.districtId, '2022-06');
    expect(past.body).toMatchObject({ isCurrent: false, warnings: { overdue: [], likelyLate: [] } });
    expect(past.body.parts).toHaveLength(2);
  });
});
