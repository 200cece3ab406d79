// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { writeWorkbook } from '#documents';
import { execute, sql } from '#platform/database';
import { inTcvn3, inWindows1258 } from '../../../test/support/files/old-encodings.ts';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let admin: TestPerson;
let officer: TestPerson;

beforeAll(async () => {
  app = await startApp();
  place = await buildPlace(app, { hamlets: 12 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  officer = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
});
afterAll(stopApps);

const asAdmin = <R extends (typeof routes)[keyof typeof routes]>(route: R, options: object = {}) =>
  app.call(route, { token: admin.token, key: randomUUID(), ...options });
const change = (unitId: string, body: object) => asAdmin(routes.changeUnit, { params: { unitId }, body });
const unitAt = async (unitId: string, at: string) =>
  (await asAdmin(routes.getUnit, { params: { unitId }, query: { at } })).body;

describe('the tree of units', () => {
  it('lists hamlets as people count them, Thôn 2 before Thôn 10', async () => {
    const { body } = await asAdmin(routes.unitChildren, { params: { unitId: place.communeId } });
    expect(body.map((unit: { name: string }) => unit.name)).toEqual(
      Array.from({ length: 12 }, (_, i) => `Thôn ${i + 1}`),
    );
  });

  it('keeps the old name readable at older dates', async () => {
    const { communeId } = await buildPlace(app, { commune: 'Thọ Vực', districtId: place.districtId });
    await change(communeId, {
      kind: 'rename',
      name: 'Thọ Phú',
      from: '2025-01-01',
      basis: 'Nghị quyết 1238/NQ-UBTVQH15',
    });
    expect(await unitAt(communeId, '2024-12-31')).toMatchObject({ name: 'Thọ Vực', fullName: 'Xã Thọ Vực' });
    expect(await unitAt(communeId, '2025-01-01')).toMatchObject({ name: 'Thọ Phú' });
    const { body } = await asAdmin(routes.unitHistory, { params: { unitId: communeId } });
    expect(body.map((version: { name: string; to: string | null }) => [version.name, version.to])).toEqual([
      ['Thọ Vực', '2025-01-01'],
      ['Thọ Phú', null],
    ]);
    const found = await asAdmin(routes.searchUnits, { query: { q: 'tho vuc', under: place.districtId } });
    expect(found.body.items).toMatchObject([{ name: 'Thọ Phú', formerName: 'Xã Thọ Vực' }]);
  });

  it('moves a unit with all below it, and its rights with it', async () => {
    const moved = await buildPlace(app, { commune: 'Xuân Lộc', districtId: place.districtId });
    const elsewhere = await buildPlace(app, { commune: 'Hậu Lộc' });
    const reader = await buildOfficer(app, { role: 'district_officer', unitId: elsewhere.districtId });
    const read = () => app.call(routes.getUnit, { token: reader.token, params: { unitId: moved.hamletIds[0] ?? '' } });
    expect((await read()).status).toBe(403);
    const top = await buildOfficer(app, { role: 'admin', unitId: elsewhere.provinceId });
    await app.database.rows(
      sql`insert into posts (id, person_id, role, unit_id, title, validity)
        values (${randomUUID()}, ${top.id}, ${'admin'}, ${place.provinceId}, ${'Quản trị'}, ${'[2022-01-01,)'})`,
    );
    const answer = await app.call(routes.changeUnit, {
      token: top.token,
      params: { unitId: moved.communeId },
      body: { kind: 'move', parentId: elsewhere.districtId, from: '2023-01-01', basis: 'Nghị quyết' },
    });
    expect(answer.status).toBe(200);
    expect((await read()).status).toBe(200);
  });

  it('refuses a unit below itself, below a wrong kind, and a change before its beginning', async () => {
    expect(
      (await change(place.communeId, { kind: 'move', parentId: place.hamletIds[0], from: '2023-01-01', basis: 'x' }))
        .body.code,
    ).toBe('organization.wrongParentKind');
    expect(
      (await change(place.districtId, { kind: 'move', parentId: randomUUID(), from: '2023-01-01', basis: 'x' })).body,
    ).toMatchObject({ code: 'organization.parentNotFound', details: [{ path: 'parentId' }] });
    expect(
      (await change(place.communeId, { kind: 'rename', name: 'Y', from: '2021-01-01', basis: 'x' })).body,
    ).toMatchObject({
      code: 'organization.changeBeforeStart',
      details: [{ path: 'from', params: { start: '2022-01-01' } }],
    });
  });

  it('closes a unit only when nothing below is still valid, and says where it went', async () => {
    const old = await buildPlace(app, { commune: 'Thọ Dân', hamlets: 1, districtId: place.districtId });
    expect(
      (
        await change(old.communeId, {
          kind: 'close',
          to: '2025-07-01',
          basis: 'NQ 1686',
          successorIds: [place.communeId],
        })
      ).body.code,
    ).toBe('organization.stillHasUnits');
    await change(old.hamletIds[0] ?? '', {
      kind: 'close',
      to: '2025-07-01',
      basis: 'NQ 1686',
      successorIds: [place.hamletIds[0]],
    });
    const closed = await change(old.communeId, {
      kind: 'close',
      to: '2025-07-01',
      basis: 'NQ 1686',
      successorIds: [place.communeId],
    });
    expect(closed.body).toMatchObject({ validTo: '2025-07-01', successors: [{ id: place.communeId }] });
    expect((await change(old.communeId, { kind: 'rename', name: 'Z', from: '2026-01-01', basis: 'x' })).body.code).toBe(
      'organization.alreadyClosed',
    );
    const found = await asAdmin(routes.searchUnits, { query: { q: 'tho dan' } });
    expect(found.body.items[0]).toMatchObject({ name: 'Thọ Dân', successors: [{ id: place.communeId }] });
  });

  it('lets the database refuse two versions of a unit on one day', async () => {
    const overlap = app.database.rows(
      sql`insert into unit_versions (id, unit_id, name, type, validity)
        values (${randomUUID()}, ${place.communeId}, 'Trùng', 'xã', '[2022-06-01,2022-07-01)')`,
    );
    await expect(overlap).rejects.toThrow('unit_versions_one_per_day');
  });

  it('finds units without marks, by code, and within the reader’s scope only', async () => {
    const other = await buildPlace(app, { commune: 'Ngọc Lặc' });
    const search = async (token: string, q: string) =>
      (await app.call(routes.searchUnits, { token, query: { q } })).body.items.map((unit: { id: string }) => unit.id);
    expect(await search(officer.token, 'thon 10')).toEqual([place.hamletIds[9]]);
    expect(await search(officer.token, 'ngoc lac')).toEqual([]);
    const stranger = await buildOfficer(app, { role: 'committee_member', unitId: other.communeId });
    expect(await search(stranger.token, 'Ngọc Lặc')).toEqual([other.communeId]);
  });
});

describe('a new unit', () => {
  it('stands below one that its administrator may manage', async () => {
    const body = { kind: 'province', type: 'tỉnh', name: 'Nghệ An', from: '2022-01-01' };
    expect((await asAdmin(routes.createUnit, { body })).body).toMatchObject({
      code: 'organization.parentNotFound',
      details: [{ path: 'parentId' }],
    });
    const local = await buildOfficer(app, { role: 'admin', unitId: place.districtId });
    const commune = { kind: 'commune', type: 'xã', name: 'Dân Quyền', from: '2022-01-01', parentId: place.provinceId };
    expect((await app.call(routes.createUnit, { token: local.token, body: commune })).body.code).toBe(
      'platform.denied',
    );
    expect(
      (await app.call(routes.createUnit, { token: local.token, body: { ...commune, parentId: place.districtId } }))
        .status,
    ).toBe(201);
  });
});

describe('an import of units', () => {
  const list =
    'code,name,full_name,type,district_code,province_code\n15667,Thọ Sơn,Xã Thọ Sơn,xa,,\n15670,Thọ Bình,Xã Thọ Bình,xa,,\n';
  const read = (body: Buffer<ArrayBuffer>, query = {}) =>
    asAdmin(routes.readUnitList, { params: { unitId: place.districtId }, query: { kind: 'commune', ...query }, body });
  const send = async (text: string, part: object = {}, unitId = place.districtId) => {
    const { lines } = (await read(Buffer.from(text))).body;
    const body = { kind: 'commune', from: '2022-01-01', basis: 'Danh mục 2022', lines, ...part };
    return asAdmin(routes.importUnits, { params: { unitId }, body });
  };
  const write = { dryRun: false, takeProposals: true };

  it('shows first, writes then, and changes nothing the second time', async () => {
    const faulty = await read(Buffer.from(`${list}x,Sai,,xa,,\n`));
    expect(faulty.body).toMatchObject({
      lines: [{ code: '15667' }, { code: '15670' }],
      findings: [{ row: 4, column: 'code', code: 'unit.codeNotDigits' }],
    });
    expect((await send(list)).body).toMatchObject({ created: 2, changed: 0 });
    expect((await send(list, write)).body).toMatchObject({ created: 2 });
    expect((await send(list, write)).body).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  });

  it('never renames by the code alone: what is open is named, and nothing of the list is written', async () => {
    const renamed = `${list.replace('Thọ Sơn,Xã', 'Thọ Sơn Mới,Xã')}15999,Thọ Tân,,xa,,\n`;
    const dated = { from: '2024-01-01', basis: 'Nghị quyết 12' };
    expect((await send(renamed, { ...dated, dryRun: false })).body).toMatchObject({
      code: 'organization.listUnsettled',
      details: [{ params: { names: expect.stringContaining('Xã Thọ Sơn Mới (15667)') } }],
    });
    const swapped = list.replace('Thọ Sơn,Xã', 'Thọ Bình,Xã');
    expect((await send(swapped, { ...dated, ...write })).body).toMatchObject({
      code: 'organization.listUnsettled',
      details: [{ params: { count: 1 } }],
    });
    const found = async (at: string) =>
      (await asAdmin(routes.searchUnits, { query: { q: '15667', at } })).body.items[0].name;
    expect(await found('2024-01-01')).toBe('Thọ Sơn');
    expect((await send(renamed, { ...dated, ...write })).body).toMatchObject({ created: 1, changed: 1, unchanged: 1 });
    expect([await found('2023-12-31'), await found('2024-01-01')]).toEqual(['Thọ Sơn', 'Thọ Sơn Mới']);
  });

  it('ends what a code stood for when it is used again, with its hamlets, or not at all', async () => {
    const old = await buildPlace(app, { commune: 'Xuân Thịnh', hamlets: 2 });
    const admins = await buildOfficer(app, { role: 'admin', unitId: old.provinceId });
    const { code } = (await app.call(routes.getUnit, { token: admins.token, params: { unitId: old.communeId } })).body;
    const text = `code,name,type\n${code},Xuân Lộc,xã\n`;
    const dated = { from: '2025-07-01', basis: 'NQ 1686', ...write };
    const asNew = { ...dated, decisions: [{ key: 'r2', choice: 'new' }] };
    const { lines } = (await read(Buffer.from(text))).body;
    const send = (body: object) =>
      app.call(routes.importUnits, {
        token: admins.token,
        key: randomUUID(),
        params: { unitId: old.districtId },
        body: { kind: 'commune', lines, ...body },
      });
    await buildOfficer(app, { role: 'focal_officer', unitId: old.communeId });
    expect((await send(asNew)).body.code).toBe('organization.stillHasOfficers');
    await app.database.rows(
      sql`update posts set validity = daterange(lower(validity), '2025-07-01') where unit_id = ${old.communeId}`,
    );
    expect((await send(asNew)).body).toMatchObject({ created: 1, ended: 1, changed: 0 });
    const parts = await app.call(routes.unitChildren, { token: admins.token, params: { unitId: old.districtId } });
    expect(parts.body).toMatchObject([{ name: 'Xuân Lộc', code, parts: 2 }]);
    expect((await send({ ...dated, decisions: [{ key: 'r2', choice: 'here' }] })).body).toMatchObject({ unchanged: 1 });
  });

  it('refuses a file that is no such list', async () => {
    expect((await read(Buffer.from('a\n1\n'))).body).toMatchObject({
      code: 'organization.fileUnreadable',
      details: [{ path: 'file' }],
    });
    expect((await read(Buffer.from('PK\u0003\u0004'))).body.code).toBe('file.damaged');
    expect((await read(Buffer.from('a,b\nNưa,2\n'), { columns: '1,0,-,-' })).body.findings).toMatchObject([
      { column: 'type', code: 'unit.typeMissing' },
    ]);
  });

  it('reads names rightly from Windows-1258, TCVN3 and workbooks, and never takes doubtful ones', async () => {
    const rows = [
      ['code', 'name', 'full_name', 'type', 'district_code'],
      ['15701', 'Đồng Lợi', 'Xã Đồng Lợi', 'xa', ''],
      ['15702', 'Hợp Thắng', 'Xã Hợp Thắng', 'xa', ''],
    ];
    const text = rows.map((row) => row.join(';')).join('\r\n');
    for (const body of [
      inTcvn3(text),
      inWindows1258(text),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(await writeWorkbook([{ name: 'Xã', rows }])),
    ])
      expect((await read(body)).body.lines).toMatchObject([{ name: 'Đồng Lợi' }, { name: 'Hợp Thắng', type: 'xã' }]);
    // One word that reads in more than one way.
    const doubtful = Buffer.from('code,name,type\n15703,T\u00fa,xa\n', 'latin1');
    expect((await read(doubtful)).body).toMatchObject({
      code: 'organization.encodingUnsure',
      details: [{ path: 'encoding' }],
    });
  });
});

describe('directives', () => {
  const letter = {
    kind: 'official_letter',
    number: '577/STTTT-CNTT',
    issuedOn: '2022-03-28',
    issuer: 'Sở Thông tin và Truyền thông',
    abstract: 'Hướng dẫn hoạt động',
  };
  const register = (unitId: string, body: object, token = admin.token) =>
    app.call(routes.createDirective, { token, params: { unitId }, body });

  it('of a unit bind all below it, and are cited in words', async () => {
    const { body } = await register(place.provinceId, letter);
    const seen = await app.call(routes.listDirectives, { token: officer.token, params: { unitId: place.communeId } });
    expect(seen.body.items).toContainEqual(
      expect.objectContaining({ id: body.id, citation: 'Công văn 577/STTTT-CNTT ngày 28/3/2022' }),
    );
  });

  it('may rest only on one that binds the unit, cannot come from the future, and are registered once', async () => {
    const stranger = await buildPlace(app, { commune: 'Thường Xuân' });
    const foreign = await app.database.tx(async (tx) => {
      const id = randomUUID();
      await execute(
        tx,
        sql`insert into directives (id, unit_id, kind, number, issued_on, issuer, abstract, validity)
          values (${id}, ${stranger.communeId}, 'plan', '1', '2022-01-01', 'X', 'Y', '[2022-01-01,)')`,
      );
      return id;
    });
    const own = (body: object) =>
      register(place.communeId, { ...letter, number: '31/KH-UBND', ...body }, officer.token);
    expect((await own({ basisId: foreign })).body).toMatchObject({
      code: 'organization.basisNotVisible',
      details: [{ path: 'basisId' }],
    });
    expect((await own({ issuedOn: '2099-01-01' })).body.code).toBe('organization.directiveInFuture');
    expect((await own({})).status).toBe(201);
    expect((await own({})).body).toMatchObject({ code: 'organization.directiveExists', details: [{ path: 'number' }] });
  });

  it('that supersede another end it and take over its rules', async () => {
    const old = (await register(place.districtId, { ...letter, number: '1/HD' })).body.id;
    await app.database.rows(
      sql`insert into composition_rules (id, code, unit_id, subject, kind, min, directive_id, citation, validity)
        values (${randomUUID()}, 'team.min_members', ${place.districtId}, 'committee', 'min_members', 5, ${old}, 'x', '[2022-01-01,)')`,
    );
    const next = (
      await register(place.districtId, { ...letter, number: '2/HD', issuedOn: '2024-05-01', supersedesId: old })
    ).body.id;
    const [rule] = await app.database.rows<{ directive_id: string }>(
      sql`select directive_id from composition_rules where unit_id = ${place.districtId}`,
    );
    expect(rule?.directive_id).toBe(next);
    const { body } = await asAdmin(routes.listDirectives, { params: { unitId: place.districtId } });
    expect(body.items.map((directive: { id: string }) => directive.id)).not.toContain(old);
  });
});
