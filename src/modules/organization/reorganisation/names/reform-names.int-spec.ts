/** Hamlets of one name: told apart from the day on wherever they are shown, until the council has named them anew. */
import { routes } from '#contracts';
import { readWorkbook } from '#documents';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildDirective } from '../../../../../test/support/orders.ts';
import { buildOfficer } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  app.clock.set(new Date(`${TODAY}T03:00:00Z`));
  district = await buildDistrict(app);
  reform = new Reforming(app, district, LATER);
  await reform.draft();
});
afterAll(stopApps);

const namesAt = async (position: number) =>
  (await reform.call(routes.reformNames, { query: { position: String(position) } })).body;
const name = (unitId: string, text: string | null, decided?: object) => ({
  do: 'name',
  unitId,
  type: 'thôn',
  name: text,
  ...(decided && { decided }),
});
const hamlet = (commune: 0 | 1 | 2, at: 0 | 1): string => district.communes[commune].hamletIds[at] ?? '';
const childrenOf = async (unitId: string, at: string, token = district.admin.token): Promise<string[]> => {
  const { body } = await app.call(routes.unitChildren, { token, params: { unitId }, query: { at } });
  return body.map(({ fullName }: { fullName: string }) => fullName).toSorted();
};

it('says which names will be equal, takes proposals, and what stands against one', async () => {
  const { merged } = await reform.settle();
  const list = (await reform.call(routes.listReformNames)).body;
  expect(list).toMatchObject({ total: 2, alike: 5, wrong: 0 });
  expect(list.items[0]).toMatchObject({ name: 'Xã Triệu Sơn', hamlets: 5, names: 2, alike: 5 });
  expect(list.items[1]).toMatchObject({ name: 'Xã Hợp Tiến', hamlets: 1, names: 0 });
  const first = (await namesAt(merged)).hamlets.find(({ id }: { id: string }) => id === hamlet(0, 0));
  expect(first).toMatchObject({
    fullName: 'Thôn 1',
    from: 'Xã Minh Sơn',
    temporary: 'Thôn 1 (Minh Sơn cũ)',
    alike: 3,
    state: 'none',
  });

  await reform.edit(name(hamlet(0, 0), 'Minh Sơn 1'), name(hamlet(1, 0), '2'));
  const { hamlets } = await namesAt(merged);
  const states = (ids: string[]) => ids.map((id) => hamlets.find((one: { id: string }) => one.id === id).state);
  expect(states([hamlet(0, 0), hamlet(1, 0), hamlet(0, 1)])).toEqual(['proposed', 'wrong', 'none']);
  // Nothing of it keeps the reform from being scheduled.
  expect(await reform.blocks()).toEqual([]);
  await reform.edit(name(hamlet(1, 0), null));
  expect((await reform.call(routes.listReformNames)).body).toMatchObject({ wrong: 0 });

  const file = await reform.call(routes.exportReformNames, { query: { position: String(merged) } });
  expect(file.status).toBe(200);
  const text = JSON.stringify(await readWorkbook(file.raw));
  for (const part of ['Sắp xếp xã, bản', 'Thôn 1 (Minh Sơn cũ)', 'Thôn Minh Sơn 1', 'Đã đề nghị'])
    expect(text).toContain(part);
});

it('refuses names of hamlets elsewhere, days before the reform, and papers that do not bind', async () => {
  await reform.settle();
  const path = async (edit: object) => (await reform.edit(edit)).body.details?.[0]?.path;
  const other = await buildDistrict(app);
  expect(await path(name(other.communes[0].hamletIds[0] ?? '', 'Đông'))).toBe('edits.0.unitId');
  const directiveId = await buildDirective(app, district.provinceId, '11/NQ-HĐND');
  const early = { onDate: '2022-06-30', directiveId };
  expect(await path(name(hamlet(0, 0), 'Đông', early))).toBe('edits.0.decided.onDate');
  const foreign = { onDate: LATER, directiveId: await buildDirective(app, other.provinceId, '12/NQ-HĐND') };
  expect(await path(name(hamlet(0, 0), 'Đông', foreign))).toBe('edits.0.decided.directiveId');
});

it('tells them apart from the day on in lists, searches, papers and group names, until they are renamed', async () => {
  const { merged } = await reform.settle();
  const directiveId = await buildDirective(app, district.provinceId, '13/NQ-HĐND');
  const [renamed, proposed] = [hamlet(0, 0), hamlet(1, 1)];
  await reform.edit(name(renamed, 'Minh Sơn 1', { onDate: '2022-09-01', directiveId }), name(proposed, 'Hợp Lý 2'));
  expect((await namesAt(merged)).hamlets.find(({ id }: { id: string }) => id === renamed)).toMatchObject({
    state: 'decided',
    proposal: { decided: { onDate: '2022-09-01' } },
  });
  await reform.schedule();
  await reformDay(app, LATER);
  const heir = await reform.unit('Triệu Sơn');
  expect(await childrenOf(heir, LATER)).toEqual([
    'Thôn 1 (Hợp Lý cũ)',
    'Thôn 1 (Hợp Thắng cũ)',
    'Thôn 1 (Minh Sơn cũ)',
    'Thôn 2 (Hợp Lý cũ)',
    'Thôn 2 (Minh Sơn cũ)',
  ]);
  // Alone in its commune it needs nothing, and before the day nothing is added.
  expect(await childrenOf(await reform.unit('Hợp Tiến'), LATER)).toEqual(['Thôn 2']);
  expect(await childrenOf(district.communes[0].communeId, '2022-06-30')).toEqual(['Thôn 1', 'Thôn 2']);

  const officer = await buildOfficer(app, { role: 'focal_officer', unitId: heir, validity: `[${LATER},)` });
  const call = async (route: (typeof routes)[keyof typeof routes], params: Record<string, string>, query = {}) =>
    (await app.call(route, { token: officer.token, params, query })).body;
  const teams = (await call(routes.listTeams, { unitId: heir })).items;
  const detail = await call(routes.getTeam, { teamId: district.communes[0].teams[0]!.id });
  const hits: { label: string }[] = await call(routes.search, {}, { q: 'thon 1' });
  await app.database.rows(sql`update team_members set position = 'Trưởng thôn' where role = 'leader'`);
  // A list of one family alone is asked about.
  await app.database.rows(sql`update people set full_name = 'Trịnh' || substr(full_name, position(' ' in full_name))
    where id in (select person_id from team_members where role = 'leader')`);
  const appendix = await app.call(routes.appendix1, {
    token: officer.token,
    params: { unitId: heir },
    query: { format: 'xlsx', purpose: 'report' },
  });
  const back = await app.call(routes.uploadRoster, {
    token: officer.token,
    params: { unitId: heir },
    query: { fileName: 'phu-luc-1.xlsx' },
    body: appendix.raw,
  });
  const shown = 'Thôn 1 (Minh Sơn cũ)';
  expect({
    listed: teams.map((team: { hamlet: { fullName: string } }) => team.hamlet.fullName).includes(shown),
    team: [detail.name, detail.hamlet?.fullName],
    group: JSON.stringify(detail).includes(`CNS-${shown}-Xã Triệu Sơn`),
    found: hits.map(({ label }) => label).filter((label) => label.includes(shown)),
    appendix: JSON.stringify(await readWorkbook(appendix.raw)).includes(shown),
    back: { canConfirm: back.body.canConfirm, diff: back.body.diff },
  }).toMatchObject({
    listed: true,
    team: [shown, shown],
    group: true,
    found: [shown, `Tổ ${shown}`],
    appendix: true,
    back: { canConfirm: true, diff: { added: [], changed: [], missing: [], unchanged: 15 } },
  });

  await reformDay(app, '2022-09-01');
  expect(await childrenOf(heir, '2022-09-01')).toEqual([
    'Thôn 1 (Hợp Lý cũ)',
    'Thôn 1 (Hợp Thắng cũ)',
    'Thôn 2 (Hợp Lý cũ)',
    'Thôn 2 (Minh Sơn cũ)',
    'Thôn Minh Sơn 1',
  ]);
  const history = await app.call(routes.unitHistory, { token: district.admin.token, params: { unitId: renamed } });
  expect(history.body.at(-1)).toMatchObject({
    name: 'Minh Sơn 1',
    from: '2022-09-01',
    basis: expect.stringContaining('13/NQ-HĐND'),
  });
});

it('finds the unit that lives first, then the one that ended with where it is now', async () => {
  await reform.settle();
  await reform.schedule();
  await reformDay(app, LATER);
  const search = async (q: string): Promise<{ label: string; context: string }[]> =>
    (await app.call(routes.search, { token: district.admin.token, query: { q } })).body;
  const [hit] = await search('Minh Sơn');
  expect(hit).toMatchObject({ label: 'Xã Minh Sơn (cũ)', context: 'nay thuộc xã Triệu Sơn', day: '2022-06-30' });
  const divided = (await search('Hợp Thắng'))[0];
  expect(divided?.context).toMatch(/^nay thuộc xã (Triệu Sơn, xã Hợp Tiến|Hợp Tiến, xã Triệu Sơn)$/);
  const living = (await search('Hợp Tiến')).find(({ label }) => label === 'Xã Hợp Tiến');
  expect(living?.context).toBe('Huyện Triệu Sơn');
});

it('names the first commune of a hamlet that moved twice, and the district where two communes had one name', async () => {
  const move = (unitId: string, toId: string, day: string) =>
    app.database.tx(async (tx) => {
      await tx.query(
        `update unit_versions set validity = daterange(lower(validity), $2::date) where unit_id = $1 and upper_inf(validity)`,
        [unitId, day],
      );
      await tx.query(
        `insert into unit_versions (id, unit_id, name, type, code, parent_id, validity)
         select gen_random_uuid(), unit_id, name, type, code, $2, daterange($3::date, null) from unit_versions where unit_id = $1 order by lower(validity) desc limit 1`,
        [unitId, toId, day],
      );
    });
  const [a, b, c] = district.communes;
  // From Minh Sơn to Hợp Lý, then both to Hợp Thắng: by Hợp Lý alone they would look alike.
  await move(hamlet(0, 0), b.communeId, '2022-03-01');
  await move(hamlet(0, 0), c.communeId, '2022-05-01');
  await move(hamlet(1, 0), c.communeId, '2022-05-01');
  const told = async (unitId: string, day: string) =>
    (await app.database.one<{ text: string }>(sql`select told_apart(${unitId}::uuid, ${day}::date) as text`))?.text;
  expect(await told(hamlet(0, 0), '2022-04-01')).toBe(' (Minh Sơn cũ)');
  expect(await told(hamlet(1, 0), '2022-04-01')).toBe('');
  expect([await told(hamlet(0, 0), TODAY), await told(hamlet(1, 0), TODAY), await told(hamlet(2, 0), TODAY)]).toEqual([
    ' (Minh Sơn cũ)',
    ' (Hợp Lý cũ)',
    '',
  ]);
  await app.database.rows(
    sql`update unit_versions set name = 'Minh Sơn', parent_id = ${district.provinceId} where unit_id = ${b.communeId}`,
  );
  expect(await told(hamlet(0, 0), TODAY)).toBe(' (Minh Sơn cũ, Triệu Sơn)');
  expect(a.communeId).not.toBe(b.communeId);
});
