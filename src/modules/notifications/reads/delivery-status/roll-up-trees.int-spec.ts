/** An order through a reform: its sums by the communes of today or of the day on which it was issued, never by both. */
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, orderInput, part } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let province: TestPerson;
let assignmentId: string;

interface Row {
  commune: { id: string; name: string };
  teams: number;
  confirmed: number;
  told: number;
  figures: { target: number; confirmed: number };
}
const rollUp = async (by: TestPerson, units?: 'now' | 'then'): Promise<Row[]> => {
  const query: Record<string, string> = units ? { units } : {};
  return (await app.call(routes.assignmentRollUp, { token: by.token, params: { assignmentId }, query })).body;
};
const shown = (rows: Row[]) =>
  rows.map(({ commune, teams, confirmed, figures }) => [commune.name, teams, confirmed, figures.target]);
const sums = (rows: Row[]) => [
  rows.reduce((sum, row) => sum + row.teams, 0),
  rows.reduce((sum, row) => sum + row.figures.target, 0),
];

/** The district's order to the six teams of three communes; one task of the first is confirmed before the reform. */
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  district = await buildDistrict(app);
  const officer = await buildOfficer(app, { role: 'district_officer', unitId: district.districtId });
  province = await buildOfficer(app, { role: 'province_officer', unitId: district.provinceId });
  const teams = district.communes.flatMap((village) => village.teams);
  const { status, body } = await app.call(routes.issueAssignment, {
    token: officer.token,
    body: orderInput(
      { ...district.communes[0], teams },
      { unitId: district.districtId, directiveId: district.directiveId },
    ),
  });
  expect(status).toBe(201);
  assignmentId = body.id;
  const [first] = district.communes;
  const rows = (await app.call(routes.assignmentTasks, { token: officer.token, params: { assignmentId } })).body.items;
  const taskId = rows.find(({ team }: { team: { id: string } }) => team.id === first.teams[0]!.id).taskId;
  await act(app, first.teams[0]!.leader, 'acceptTask', taskId);
  await act(app, first.teams[0]!.leader, 'reportProgress', taskId, part(20, { happenedOn: '2022-06-20' }));
  await act(app, first.teams[0]!.leader, 'completeTask', taskId);
  expect((await act(app, first.officer, 'confirmTask', taskId)).status).toBeLessThan(300);
  const reform = new Reforming(app, district, LATER);
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await reformDay(app, LATER);
});
afterAll(stopApps);

it('is in the units of today as a whole, what was confirmed before the reform with the rest', async () => {
  const rows = await rollUp(province);
  expect(shown(rows)).toEqual([
    ['Hợp Tiến', 1, 0, 20],
    ['Triệu Sơn', 5, 1, 100],
  ]);
});

it('is in the units of then as a whole, with the same sums', async () => {
  const rows = await rollUp(province, 'then');
  expect(shown(rows)).toEqual([
    ['Hợp Lý', 2, 0, 40],
    ['Hợp Thắng', 2, 0, 40],
    ['Minh Sơn', 2, 1, 40],
  ]);
  expect(sums(rows)).toEqual(sums(await rollUp(province, 'now')));
});

it('opens the teams that each row counts', async () => {
  for (const units of ['now', 'then'] as const)
    for (const { commune, teams } of await rollUp(province, units)) {
      const { body } = await app.call(routes.assignmentTasks, {
        token: province.token,
        params: { assignmentId },
        query: { communeId: commune.id },
      });
      expect([commune.name, body.total]).toEqual([commune.name, teams]);
    }
});

it('says the same to the commune itself', async () => {
  const [own] = (await rollUp(province)).filter(({ commune }) => commune.name === 'Triệu Sơn');
  const officer = await buildOfficer(app, {
    role: 'committee_member',
    unitId: own!.commune.id,
    validity: `[${LATER},)`,
  });
  const { body } = await app.call(routes.getAssignment, { token: officer.token, params: { assignmentId } });
  expect([body.teams, body.figures.target]).toEqual([own!.teams, own!.figures.target]);
});
