/** Kinds of work and indicators that units add: offered from a day to a day, here and below; old work keeps them. */
import { routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildDirective } from '../../../../../test/support/orders.ts';
import { buildOfficer, buildWholeTeam, type TestPerson } from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

const TODAY = '2022-06-21';
let app: TestApp;
let place: Place;
let other: Place;
let admin: TestPerson;
let focal: TestPerson;
let stranger: TestPerson;
let teamId: string;
let directiveId: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T01:00:00Z` });
  place = await buildPlace(app, { hamlets: 1 });
  other = await buildPlace(app, { hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
  stranger = await buildOfficer(app, { role: 'focal_officer', unitId: other.communeId });
  ({ teamId } = await buildWholeTeam(app, place.hamletIds[0] as string));
  directiveId = await buildDirective(app, place.provinceId, '9/KH-UBND');
});
afterAll(stopApps);

const template = (changes: Record<string, unknown> = {}) => ({
  title: 'Soát giấy khai sinh cũ',
  pillar: 'digital_government',
  indicators: ['CQ02'],
  evidence: ['count'],
  suggestion: 'Cùng bà con soát giấy khai sinh cũ tại nhà văn hóa.',
  guide: ['Hẹn ngày.'],
  from: TODAY,
  directiveId,
  ...changes,
});
const add = (by: TestPerson, unitId: string, changes = {}) =>
  app.call(routes.addTemplate, { token: by.token, params: { unitId }, body: template(changes) });
const offered = async (by: TestPerson, at = TODAY): Promise<string[]> =>
  ((await app.call(routes.listTemplates, { token: by.token, query: { at } })).body as { code: string }[]).map(
    ({ code }) => code,
  );
const order = (code: string, indicatorCode = 'CQ02') =>
  app.call(routes.issueAssignment, {
    token: focal.token,
    body: {
      unitId: place.communeId,
      templateCode: code,
      title: 'Soát giấy',
      work: 'Cùng bà con soát giấy khai sinh cũ.',
      indicatorCode,
      target: 5,
      dueOn: '2022-07-09',
      directiveId,
      evidence: ['count'],
      shares: [{ teamId, target: 5 }],
    },
  });

it('offers what a province adds to its communes from the day on, and to no other province', async () => {
  const tomorrow = addDays(TODAY, 1);
  const { status, body } = await add(admin, place.provinceId, { from: tomorrow, title: 'Từ ngày mai' });
  expect(status).toBe(201);
  expect(await offered(focal)).not.toContain(body.code);
  expect(await offered(focal, tomorrow)).toContain(body.code);
  expect(await offered(stranger, tomorrow)).not.toContain(body.code);
});

it('is no longer offered once it has ended, while old work keeps it', async () => {
  const { code } = (await add(focal, place.communeId)).body;
  const issued = await order(code);
  expect(issued.body).toMatchObject({ id: expect.any(String) });
  const params = { unitId: place.communeId };
  expect(
    (await app.call(routes.previewCatalogue, { token: focal.token, params, body: { code, from: TODAY } })).body,
  ).toMatchObject({ openTasks: 1, teams: 1 });
  const yesterday = addDays(TODAY, -1);
  const end = (lastDay: string) =>
    app.call(routes.endTemplate, { token: focal.token, params, body: { code, lastDay } });
  expect((await end(yesterday)).body).toMatchObject({ code: 'rules.endBeforeBegin' });
  expect((await end(TODAY)).status).toBe(204);
  app.clock.advance(86_400_000);
  expect(await offered(focal, addDays(TODAY, 1))).not.toContain(code);
  expect((await order(code)).body.details).toMatchObject([{ code: 'assignment.templateUnknown' }]);
  const { body } = await app.call(routes.assignmentTasks, {
    token: focal.token,
    params: { assignmentId: issued.body.id },
  });
  expect(body.items).toHaveLength(1);
  app.clock.advance(-86_400_000);
});

it('counts by an indicator that the installation adds; only its administrator does', async () => {
  const body = { name: 'Số giấy tờ đã soát', unit: 'giấy', pillar: 'digital_government', from: TODAY, directiveId };
  const params = { unitId: place.provinceId };
  const { code } = (await app.call(routes.addIndicator, { token: admin.token, params, body })).body;
  expect((await app.call(routes.addIndicator, { token: focal.token, params, body })).status).toBe(403);
  const mine = (await add(focal, place.communeId, { indicators: [code] })).body.code;
  expect((await order(mine, code)).body).toMatchObject({ id: expect.any(String) });
  const { templates, indicators } = (
    await app.call(routes.unitCatalogue, { token: focal.token, params: { unitId: place.communeId } })
  ).body;
  expect(templates.find((one: { code: string }) => one.code === mine)).toMatchObject({
    unit: { id: place.communeId },
    mayEnd: true,
  });
  expect(templates.find((one: { code: string }) => one.code === 'NV03')).toMatchObject({ unit: null, mayEnd: false });
  expect(indicators.find((one: { code: string }) => one.code === code)).toMatchObject({
    name: body.name,
    mayEnd: false,
  });
});

it('refuses what ends before it begins, begins in the past, or counts by nothing', async () => {
  const codes = async (changes: Record<string, unknown>) => {
    const { body } = await add(focal, place.communeId, changes);
    return body.code === 'input.invalid' ? body.details[0].code : body.code;
  };
  expect(await codes({ lastDay: '2022-06-20' })).toBe('rules.endBeforeBegin');
  expect(await codes({ from: '2022-06-20' })).toBe('rules.fromPast');
  expect(await codes({ indicators: ['XX99'] })).toBe('assignment.indicatorUnknown');
  expect(await codes({ directiveId: '00000000-0000-4000-8000-000000000000' })).toBe('rules.directiveUnknown');
});
