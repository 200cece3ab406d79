import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { drawMap, type DrawnMap, type DrawnUnit, inFile } from '../../../../test/support/files/drawn-map.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let admin: TestPerson;
let units: (DrawnUnit & { id: string })[] = [];

beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-11-20T03:00:00Z' });
  place = await buildPlace(app, { commune: 'Sông Lam' });
  const other = await buildPlace(app, { commune: 'Đồng Cao', districtId: place.districtId, hamlets: 0 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  units = await app.database.rows(
    sql`select unit_id as id, name, code from unit_versions where unit_id = any(${[place.communeId, other.communeId]}::uuid[])
      order by name`,
  );
});
afterAll(stopApps);

const upload = (map: DrawnMap, query: Record<string, string>, unitId = place.districtId, by = admin) =>
  app.call(routes.uploadShapes, { token: by.token, params: { unitId }, query, body: inFile(map) });
const write = (map: DrawnMap, from: string) => upload(map, { from, dryRun: 'false' });
const read = (at: string, headers: Record<string, string> = {}, unitId = place.districtId) =>
  app.call(routes.unitShapes, { token: admin.token, params: { unitId }, query: { at }, headers });
const drawnOn = async (at: string): Promise<string[]> =>
  (await read(at)).body.objects.parts.geometries.map(({ id }: { id: string }) => id).toSorted();
const all = () => units.map(({ id }) => id).toSorted();

describe('the map of a unit', () => {
  it('is looked at first and writes nothing; a wrong one is never written, one of other names when they were looked at', async () => {
    const looked = await upload(drawMap(units), { from: '2026-01-01' });
    expect(looked.body).toMatchObject({ matched: 2, findings: [], ready: true, written: false });
    expect(await drawnOn('2026-06-01')).toEqual([]);
    const twice = drawMap([units[0]!, units[0]!]);
    expect((await upload(twice, { from: '2026-01-01' })).body).toMatchObject({ ready: false, map: null });
    expect(await write(twice, '2026-01-01')).toMatchObject({
      status: 422,
      body: { code: 'organization.mapUnsettled' },
    });
    const renamed = drawMap(units.map((unit, n) => (n === 0 ? { ...unit, name: 'Tên Cũ' } : unit)));
    expect(await write(renamed, '2026-01-01')).toMatchObject({ status: 422 });
    expect(await drawnOn('2026-06-01')).toEqual([]);
    const taken = await upload(renamed, { from: '2026-01-01', dryRun: 'false', takeNames: 'true' });
    expect(taken.body).toMatchObject({ written: true });
    expect(await drawnOn('2026-06-01')).toEqual(all());
  });

  it('holds from its day until the day of the next one, in whatever order the two are uploaded', async () => {
    await write(drawMap(units), '2026-03-01');
    await write(drawMap(units.slice(0, 1)), '2026-02-01');
    expect(await drawnOn('2026-01-31')).toEqual(all());
    expect(await drawnOn('2026-02-10')).toEqual([units[0]!.id]);
    expect(await drawnOn('2026-03-01')).toEqual(all());
    // The same day again replaces it.
    await write(drawMap(units.slice(1)), '2026-03-01');
    expect(await drawnOn('2026-03-01')).toEqual([units[1]!.id]);
    await write(drawMap(units), '2026-03-01');
  });

  it('is not sent again to who has it', async () => {
    const first = await read('2026-04-01');
    const tag = String(first.headers['etag']);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(await read('2026-04-02', { 'if-none-match': `W/${tag}` })).toMatchObject({ status: 304, body: '' });
    expect((await read('2026-02-10', { 'if-none-match': tag })).status).toBe(200);
  });

  it('leaves out a unit that has ended on the day, and says of the overview whether there is a map', async () => {
    const officer = await buildOfficer(app, { role: 'district_officer', unitId: place.districtId });
    const overview = async (unitId: string) =>
      (await app.call(routes.overview, { token: officer.token, params: { unitId }, query: {} })).body.hasMap;
    expect(await overview(place.districtId)).toBe(true);
    expect(await overview(place.communeId)).toBe(false);
    await app.call(routes.changeUnit, {
      token: admin.token,
      key: randomUUID(),
      params: { unitId: units.find(({ id }) => id !== place.communeId)!.id },
      body: { kind: 'close', to: '2026-11-25', basis: 'Nghị quyết', successorIds: [place.communeId] },
    });
    expect(await drawnOn('2026-11-24')).toEqual(all());
    expect(await drawnOn('2026-11-25')).toEqual([place.communeId]);
  });

  it('names who uploaded which for which days, and is taken away as a whole: its days have none then', async () => {
    const other = await buildPlace(app, { commune: 'Vạn Thiện', hamlets: 2 });
    const by = await buildOfficer(app, { role: 'admin', unitId: other.provinceId, fullName: 'Vũ Minh Châu' });
    const parts = await app.database.rows<DrawnUnit>(
      sql`select name, code from unit_versions where unit_id = ${other.communeId}`,
    );
    const put = (from: string) => upload(drawMap(parts), { from, dryRun: 'false' }, other.districtId, by);
    const maps = async (unitId = other.districtId) =>
      (await app.call(routes.unitMaps, { token: by.token, params: { unitId } })).body;
    const drawn = async (at: string) =>
      (await app.call(routes.unitShapes, { token: by.token, params: { unitId: other.districtId }, query: { at } })).body
        .objects.parts.geometries.length;
    await put('2025-01-01');
    await put('2026-01-01');
    // In place of the one of the same day.
    await put('2026-01-01');
    const own = { unit: { id: other.districtId }, by: { fullName: 'Vũ Minh Châu' }, units: 1 };
    expect(await maps()).toMatchObject([
      { ...own, from: '2026-01-01', to: null },
      { ...own, from: '2025-01-01', to: '2026-01-01' },
    ]);
    const [newest] = await maps();
    const remove = (token: string) => app.call(routes.removeMap, { token, params: { mapId: newest.id } });
    expect((await remove(admin.token)).status).toBe(403);
    expect([(await remove(by.token)).status, (await remove(by.token)).status]).toEqual([204, 204]);
    expect([await drawn('2025-06-01'), await drawn('2026-06-01')]).toEqual([1, 0]);
    expect(await maps()).toMatchObject([{ from: '2025-01-01', to: '2026-01-01' }]);
    // A unit below is drawn by the map of the one above.
    await upload(drawMap(parts), { from: '2026-03-01', dryRun: 'false' }, other.provinceId, by);
    expect(await maps()).toMatchObject([{ unit: { id: other.provinceId }, from: '2026-03-01' }, own]);
  });

  it('is uploaded by the administrator alone, of a unit that has parts', async () => {
    const focal = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
    expect((await upload(drawMap(units), { from: '2026-01-01' }, place.communeId, focal)).status).toBe(403);
    const bad = await upload({ type: 'FeatureCollection', features: [] }, { from: '2026-01-01' });
    expect(bad).toMatchObject({ status: 422, body: { code: 'organization.mapUnreadable' } });
    const old = await upload(drawMap(units), { from: '1990-01-01' });
    expect(old).toMatchObject({ status: 422, body: { code: 'organization.mapWithoutParts' } });
  });
});
