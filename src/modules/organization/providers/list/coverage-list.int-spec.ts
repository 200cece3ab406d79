import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { writeWorkbook } from '#documents';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildProvider } from '../../../../../test/support/training/training.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let [here, beside]: Place[] = [];
let admin: TestPerson;
let providerId = '';
const today = '2026-11-20';

beforeAll(async () => {
  app = await startApp({ CLOCK: `${today}T03:00:00Z` });
  here = await buildPlace(app, { commune: 'Sông Lam' });
  beside = await buildPlace(app, { commune: 'Đồng Cao', districtId: here.districtId });
  admin = await buildOfficer(app, { role: 'admin', unitId: here.provinceId });
  providerId = await buildProvider(app, { coverage: [here.districtId] });
});
afterAll(stopApps);

const file = (rows: string[][]) =>
  writeWorkbook([{ name: 'Vùng', rows: [['Xã, phường', 'Thôn', 'Từ ngày', 'Đến hết ngày'], ...rows] }]);
const read = async (rows: string[][], by = admin) =>
  app.call(routes.readCoverageList, { token: by.token, params: { unitId: here!.provinceId }, body: await file(rows) });
const send = async (rows: string[][], dryRun = false) => {
  const { lines } = (await read(rows)).body;
  const body = { providerId, from: today, dryRun, lines };
  return app.call(routes.importCoverage, { token: admin.token, params: { unitId: here!.provinceId }, body });
};
/** Hamlets covered of each commune, as the screen counts them. */
const covered = async (): Promise<Record<string, number>> => {
  const { body } = await app.call(routes.providerCoverage, {
    token: admin.token,
    params: { unitId: here!.provinceId },
    query: {},
  });
  const at = body.providers.findIndex(({ id }: { id: string }) => id === providerId);
  return Object.fromEntries(
    body.items.map(({ unit, covered }: { unit: { name: string }; covered: number[] }) => [unit.name, covered[at]]),
  );
};

describe('where a provider serves, from a file', () => {
  it('is looked at first: what changes by commune, and what is wrong by row', async () => {
    const { body } = await send(
      [
        ['Sông Lam', 'Thôn 1', '', '30/11/2026'],
        ['Sông Lam', 'Thôn 99'],
      ],
      true,
    );
    expect(body).toMatchObject({
      open: 1,
      findings: [{ row: 3, field: 'hamlet', code: 'hamletUnknown', open: true }],
      communes: [{ hamlets: 3, before: 3, after: 3, ended: { on: '2026-12-01', hamlets: 2 } }],
      unchanged: 0,
      written: false,
    });
    expect(await covered()).toEqual({ 'Sông Lam': 3, 'Đồng Cao': 3 });
  });

  it('writes nothing at all while a row is wrong', async () => {
    const answer = await send([
      ['Sông Lam', 'Thôn 1', '', today],
      ['Nơi Khác', ''],
    ]);
    expect(answer).toMatchObject({ status: 422, body: { code: 'organization.coverageUnsettled' } });
    app.clock.set(new Date('2026-11-21T03:00:00Z'));
    expect(await covered()).toEqual({ 'Sông Lam': 3, 'Đồng Cao': 3 });
    app.clock.set(new Date(`${today}T03:00:00Z`));
  });

  it('ends a hamlet on its day and leaves the rest of the district; the same file again changes nothing', async () => {
    const rows = [['Sông Lam', 'Thôn 1', '', '30/11/2026']];
    expect((await send(rows)).body).toMatchObject({ written: true, communes: [{ hamlets: 3, before: 3, after: 3 }] });
    expect(await covered()).toEqual({ 'Sông Lam': 3, 'Đồng Cao': 3 });
    expect((await send(rows)).body).toMatchObject({ communes: [], unchanged: 1 });
    app.clock.set(new Date('2026-12-01T03:00:00Z'));
    expect(await covered()).toEqual({ 'Sông Lam': 2, 'Đồng Cao': 3 });
    app.clock.set(new Date(`${today}T03:00:00Z`));
  });

  it('covers a whole commune again, by name', async () => {
    await send([['Sông Lam', '']]);
    app.clock.set(new Date('2026-12-01T03:00:00Z'));
    expect(await covered()).toEqual({ 'Sông Lam': 3, 'Đồng Cao': 3 });
    app.clock.set(new Date(`${today}T03:00:00Z`));
  });

  it('is the administrator’s, of a provider that exists, and of a table with places', async () => {
    const focal = await buildOfficer(app, { role: 'focal_officer', unitId: beside!.communeId });
    expect((await read([['Sông Lam', '']], focal)).status).toBe(403);
    const lines = [{ row: 2, commune: 'Sông Lam', hamlet: '', from: '', till: '' }];
    const body = { providerId: randomUUID(), from: today, lines };
    const params = { unitId: here!.provinceId };
    expect((await app.call(routes.importCoverage, { token: admin.token, params, body })).status).toBe(404);
    const wrong = await writeWorkbook([{ name: 'Khác', rows: [['Họ tên'], ['Ai đó']] }]);
    const refused = await app.call(routes.readCoverageList, { token: admin.token, params, body: wrong });
    expect(refused).toMatchObject({ status: 422, body: { code: 'organization.fileUnreadable' } });
    const rows = Array.from({ length: 20_001 }, () => ['Sông Lam']);
    const long = await app.call(routes.readCoverageList, {
      token: admin.token,
      params,
      body: Buffer.from(`Xã\n${rows.join('\n')}\n`),
    });
    expect(long).toMatchObject({
      status: 422,
      body: { code: 'organization.listTooLong', details: [{ path: 'file', params: { most: 20_000 } }] },
    });
  });
});
