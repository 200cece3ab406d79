/**
 * Every read that takes a day gives the tree of that day: what is entered for a later one changes nothing of it, nor does the
 * day itself when it has come. A route that takes `at` and has no line here fails.
 */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { readWorkbook } from '#documents';
import { startApp, stopApps, type TestApp } from '../support/app.ts';
import { buildProducts } from '../support/orders.ts';
import { buildOfficer, type TestPerson } from '../support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../support/reforms/reforms.ts';

type RouteId = keyof typeof routes;
interface Ask {
  params?: Record<string, string>;
  query?: Record<string, string>;
}
type Row = (district: District) => Ask[];

const BEFORE = '2022-06-30';
const REFORM = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;

const atUnits =
  (query: Record<string, string> = {}): Row =>
  ({ communes, districtId, provinceId }) =>
    [communes[0].communeId, communes[2].communeId, districtId, provinceId].map((unitId) => ({
      params: { unitId },
      query,
    }));
const once =
  (...queries: Record<string, string>[]): Row =>
  () =>
    queries.map((query) => ({ query }));

const reads: Partial<Record<RouteId, Row>> = {
  searchUnits: once({ q: 'minh son' }, { q: 'thon', kind: 'hamlet', limit: '200' }),
  getUnit: atUnits(),
  unitChildren: atUnits(),
  unitSummary: atUnits(),
  unitsOfThen: atUnits(),
  unitShapes: atUnits(),
  datedRules: atUnits(),
  listDirectives: atUnits(),
  listRegisters: atUnits({ limit: '200' }),
  listOcopProducts: atUnits(),
  listIndicators: once({}),
  listRules: atUnits(),
  currentPeriod: atUnits(),
  listTeams: atUnits(),
  teamSums: atUnits(),
  teamsByCommune: atUnits(),
  hamletsWithoutTeam: atUnits(),
  listTemplates: once({}),
  getTeam: ({ communes }) => communes.map(({ teams: [team] }) => ({ params: { teamId: team?.id ?? '' } })),
  getCommittee: atUnits(),
  committeeLoad: ({ communes }) => communes.map(({ communeId: unitId }) => ({ params: { unitId } })),
  search: once({ q: 'minh son' }, { q: 'thon 1' }, { q: 'hop ly' }),
  appendix1: ({ communes: [{ communeId: unitId }] }) => [
    { params: { unitId }, query: { format: 'xlsx', purpose: 'report' } },
  ],
  overview: atUnits(),
  overviewSheet: atUnits(),
  overviewTeams: atUnits({ what: 'inactive' }),
};

/**
 * What is known today of a thing of that day: when it will end and by what, whom to call about it, for how long it is quiet, and
 * which months of it are open but not due: the heirs' are opened when the old unit ends.
 */
const ofToday = new Set([
  'validTo',
  'to',
  'successors',
  'days',
  'now',
  'officer',
  'vacant',
  'focal',
  'daysLeft',
  'quietDays',
  'silent',
  'notDue',
  'nextCursor',
]);

function ofTheDay(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ofTheDay);
  if (value === null || typeof value !== 'object') return value;
  const own = Object.entries(value).filter(([key]) => !ofToday.has(key));
  return Object.fromEntries(own.map(([key, one]) => [key, ofTheDay(one)]));
}

/** A file says when it was taken, and by whom; the rest of it is of its day. */
async function ofFile(raw: Buffer): Promise<unknown> {
  const { sheets } = await readWorkbook(raw);
  const cells = sheets.map(({ rows }) => rows.map((row) => row.map((cell) => String(cell ?? ''))));
  return cells.map((rows) => rows.map((row) => row.map((cell) => cell.replace(/lấy lúc.*|Mã bản.*/, ''))));
}

async function answers(at: string, by: TestPerson = district.admin): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [id, row] of Object.entries(reads) as [RouteId, Row][])
    for (const [i, { params, query }] of row(district).entries()) {
      const { status, body, raw, headers } = await app.call(routes[id], {
        token: by.token,
        ...(params && { params }),
        query: { ...query, at },
      });
      const isSheet = String(headers['content-type']).includes('spreadsheet');
      const content = isSheet ? await ofFile(raw) : ofTheDay(body);
      found[`${id} ${i}`] = { status, content };
    }
  return found;
}

const statuses = (of: Record<string, unknown>) =>
  Object.entries(of).filter(([, one]) => (one as { status: number }).status >= 300);

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T03:00:00Z' });
  district = await buildDistrict(app);
  await buildProducts(app, district.communes[0].hamletIds[0] ?? '', 2, 1);
  reform = new Reforming(app, district, REFORM);
});
afterAll(stopApps);

it('knows every route that takes a day', () => {
  const dated = Object.entries(routes).filter(
    ([, route]) => route.method === 'GET' && 'query' in route && 'at' in (route.query as { shape: object }).shape,
  );
  expect(dated.map(([id]) => id).filter((id) => !(id in reads))).toEqual([]);
});

it('changes nothing of a day by what is entered for a later one, nor when that has come', async () => {
  const before = await answers(BEFORE);
  expect(statuses(before)).toEqual([]);
  await reform.draft();
  await reform.settle();
  expect((await reform.schedule()).body.state).toBe('scheduled');
  expect(await answers(BEFORE)).toEqual(before);
  await reformDay(app, REFORM);
  expect(await answers(BEFORE)).toEqual(before);
  const { districtId } = district;
  const below = async (at: string) =>
    (
      await app.call(routes.unitChildren, {
        token: district.admin.token,
        params: { unitId: districtId },
        query: { at },
      })
    ).body.map(({ name }: { name: string }) => name);
  expect([await below(BEFORE), await below(REFORM)]).toEqual([
    ['Hợp Lý', 'Hợp Thắng', 'Minh Sơn'],
    ['Hợp Tiến', 'Triệu Sơn'],
  ]);
});

describe('the day after', () => {
  let heir: TestPerson;
  let heirId: string;
  beforeAll(async () => {
    heirId = await reform.unit('Triệu Sơn');
    heir = await buildOfficer(app, { role: 'focal_officer', unitId: heirId });
  });
  const ask = (route: RouteId, unitId: string, query: Record<string, string> = {}) =>
    app.call(routes[route], { token: heir.token, params: { unitId }, query });

  it('names the days there are to look at, and what stood where the unit stands', async () => {
    expect((await ask('unitDays', heirId)).body).toMatchObject({
      first: '2022-01-01',
      days: [{ day: REFORM, ended: { count: 3 }, began: { count: 1, units: [{ fullName: 'Xã Triệu Sơn' }] } }],
    });
    const then = (await ask('unitsOfThen', heirId, { at: BEFORE })).body;
    expect(then).toMatchObject({ validFrom: REFORM, now: [] });
    expect(then.before.map(({ name }: { name: string }) => name)).toEqual(['Hợp Lý', 'Hợp Thắng', 'Minh Sơn']);
    const [whole] = district.communes;
    expect((await ask('unitsOfThen', whole.communeId, { at: BEFORE })).body).toMatchObject({
      validTo: REFORM,
      before: [],
      now: [{ id: heirId, fullName: 'Xã Triệu Sơn' }],
    });
  });

  it('lets the heir of a whole unit read its past, of a divided one only whoever has all parts', async () => {
    const [whole, , divided] = district.communes;
    const past = { at: BEFORE };
    expect((await ask('listTeams', whole.communeId, past)).body).toMatchObject({ total: 2 });
    expect((await ask('unitChildren', whole.communeId, past)).status).toBe(200);
    expect((await ask('overview', whole.communeId, past)).body).toMatchObject({ at: BEFORE, isCurrent: false });
    for (const route of ['listTeams', 'unitChildren', 'listRegisters', 'overview', 'restatedBoard'] as const)
      expect(
        (await ask(route, divided.communeId, route === 'restatedBoard' ? { month: '2022-06' } : past)).status,
      ).toBe(403);
    const found = await app.call(routes.search, { token: heir.token, query: { q: 'minh son' } });
    expect(found.body[0]).toMatchObject({ kind: 'unit', label: 'Xã Minh Sơn (cũ)', context: 'nay thuộc xã Triệu Sơn' });
    const then = await app.call(routes.search, { token: heir.token, query: { q: 'trieu son', ...past } });
    expect(then.body[0]).toMatchObject({ label: 'Xã Triệu Sơn', context: 'từ 1/7/2022' });
  });

  it('lets nobody change anything by way of the past', async () => {
    const [whole] = district.communes;
    const body = { kind: 'rename', name: 'Minh Sơn mới', from: REFORM, basis: 'Nghị quyết 1' };
    expect(
      (
        await app.call(routes.changeUnit, {
          token: heir.token,
          params: { unitId: whole.communeId },
          body,
          key: randomUUID(),
        })
      ).status,
    ).toBe(403);
  });
});
