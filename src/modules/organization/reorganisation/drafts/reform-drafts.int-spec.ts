/** A reform of communes is written: lists in, answers, hamlets one by one; what is wrong is named and nothing is half written. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T03:00:00Z' });
});
beforeEach(async () => {
  district = await buildDistrict(app);
  reform = new Reforming(app, district, LATER);
});
afterAll(stopApps);

const written = async (): Promise<number> =>
  (await app.database.rows(sql`select 1 from reorganisation_lines where reorganisation_id = ${reform.id}`)).length;

it('becomes lines, questions and hamlets to divide, and is settled by answers', async () => {
  await reform.draft();
  const { body } = await reform.call(routes.getReform);
  expect(body).toMatchObject({ version: 2, counts: { old: 3, new: 2, kept: 0, whole: 2, divided: 1, hamlets: 0 } });
  expect(await reform.blocks()).toEqual(['codeReused', 'notAllotted']);
  const unitId = district.communes[2].communeId;
  const lines = await reform.call(routes.reformLines, { query: { limit: '10' } });
  expect(lines.body.items[0]).toMatchObject({ kind: 'create', stands: null });
  expect(lines.body.items[2]).toMatchObject({
    unit: { name: 'Minh Sơn' },
    stands: { id: district.districtId },
    standsIn: 'Tỉnh Thanh Hóa',
  });
  const division = () =>
    app.call(routes.reformDivision, {
      token: district.admin.token,
      params: { reformId: reform.id, dividedId: unitId },
    });
  expect((await division()).body).toMatchObject({
    unit: { name: 'Hợp Thắng' },
    heirs: [{ fullName: 'Xã Triệu Sơn' }, { fullName: 'Xã Hợp Tiến' }],
    hamlets: [{ unit: { name: 'Thôn 1' }, intoPosition: null }, { unit: { name: 'Thôn 2' } }],
  });
  const { rest } = await reform.settle();
  expect(await reform.blocks()).toEqual([]);
  expect((await division()).body.hamlets[1].intoPosition).toBe(rest);
  // The same list again with one row put right keeps what was divided by hand.
  const [a, b, c] = district.codes;
  await reform.load([
    `${a},Xã Minh Sơn,${a},Xã Triệu Sơn,whole`,
    `${b},Xã Hợp Lý,${a},Xã Triệu Sơn,whole`,
    `${c},Xã Hợp Thắng,${a},Xã Triệu Sơn,part`,
    `${c},Xã Hợp Thắng,${reform.newCode},Xã Hợp Tiến Mới,part`,
  ]);
  expect(await reform.blocks()).toEqual(['codeReused']);
});

it('is read in the encoding that the officer names, as older offices write it', async () => {
  await reform.create();
  const [a] = district.codes;
  // Windows-1258 writes marks of tone after their letter.
  const text = `Ma cu,Ten cu,Ma moi,Ten moi\n${a},XaÞ Minh Sõn,9,XaÞ Triêòu Sõn\n`;
  const body = Buffer.from(text, 'latin1');
  const read = await reform.call(routes.loadReformList, { body, query: { version: '1', encoding: 'windows-1258' } });
  expect(read).toMatchObject({ status: 200, body: { counts: { old: 1, new: 1 } } });
  expect(await reform.at('Triệu Sơn')).toBe(1);
});

it('names wrong rows by row and field, and writes nothing of them', async () => {
  await reform.create();
  const [a, b] = district.codes;
  const { status, body } = await reform.load([
    `${a},Xã Minh Sơn,9,Xã Triệu Sơn,whole`,
    `${a},Xã Minh Sơn,8,Xã Thọ Bình,whole`,
    `${b}x,Xã Hợp Lý,9,Xã Triệu Sơn,whole`,
  ]);
  expect(status).toBe(422);
  expect(body.code).toBe('organization.reformListWrong');
  expect(body.details.slice(1)).toMatchObject([
    { path: 'file.3.oldCode', code: 'reform.oldCodeTwice' },
    { path: 'file.4.oldCode', code: 'unit.codeNotDigits' },
  ]);
  expect(await written()).toBe(0);
  const withDay = Buffer.from(`old_code,old_name,new_code,new_name,on_date\n${a},Xã Minh Sơn,9,Xã X,01/8/2022`);
  const other = await reform.call(routes.loadReformList, { body: withDay, query: { version: '1' } });
  expect(other.body.details[1]).toMatchObject({ code: 'reform.dayDiffers', params: { day: '2022-08-01', row: 2 } });
  const withParent = Buffer.from(`old_code,old_name,new_code,new_name,Mã cấp trên mới\n${a},Xã Minh Sơn,9,Xã X,99999`);
  const astray = await reform.call(routes.loadReformList, { body: withParent, query: { version: '1' } });
  expect(astray.body.details[1]).toMatchObject({ path: 'file.2.parentCode', code: 'reform.parentUnknown' });
  expect(await written()).toBe(0);
  const noTable = await reform.call(routes.loadReformList, { body: Buffer.from('a,b\n1,2'), query: { version: '1' } });
  expect(noTable.body.code).toBe('organization.fileUnreadable');
  const large = await reform.call(routes.loadReformList, {
    body: Buffer.alloc(40_000_000, 'a'),
    query: { version: '1' },
  });
  expect(large.status).toBe(413);
});

it('allots hamlets by a list, in old encodings too, and names wrong rows; what it leaves out is still told', async () => {
  await reform.draft();
  const dividedId = district.communes[2].communeId;
  const load = (rows: string[], query: Record<string, string> = {}, head = 'Thôn,Đơn vị mới') =>
    app.call(routes.loadReformHamlets, {
      token: district.admin.token,
      params: { reformId: reform.id, dividedId },
      body: Buffer.from([head, ...rows].join('\n'), query['encoding'] ? 'latin1' : 'utf8'),
      query: { version: String(reform.version), ...query },
    });
  const wrong = await load(['Thôn 1,Xã Triệu Sơn', 'Thôn 1,Xã Hợp Tiến', 'Thôn 7,Xã Hợp Tiến', 'Thôn 2,']);
  expect(wrong.status).toBe(422);
  expect(wrong.body.details.slice(1)).toMatchObject([
    { path: 'file.3.hamlet', code: 'allot.hamletTwice', params: { row: 3, first: 2 } },
    { path: 'file.4.hamlet', code: 'allot.hamletUnknown' },
    { path: 'file.5.unit', code: 'allot.unitMissing' },
  ]);
  expect((await load(['1,2'], {}, 'a,b')).body.code).toBe('organization.fileUnreadable');
  // Windows-1258 writes marks of tone after their letter.
  const old = await load(['Thôn 1,XaÞ Triêòu Sõn'], { encoding: 'windows-1258' }, 'Thon,Xa moi');
  expect(old.body).toMatchObject({ version: 3, counts: { hamlets: 1 } });
  reform.version = 3;
  expect(await reform.blocks()).toEqual(['codeReused', 'notAllotted']);
  const all = await load(['Xã Hợp Thắng,Thôn 2,Xã Hợp Tiến', ',Thôn 1,Xã Hợp Tiến'], {}, 'Xã cũ,Thôn,Đơn vị mới');
  expect(all.body).toMatchObject({ version: 4, counts: { hamlets: 2 } });
  const large = await app.call(routes.loadReformHamlets, {
    token: district.admin.token,
    params: { reformId: reform.id, dividedId },
    body: Buffer.alloc(40_000_000, 'a'),
    query: { version: '4' },
  });
  expect(large).toMatchObject({ status: 413, body: { code: 'platform.tooLarge' } });
});

it('refuses edits that name what is not there, by edit and field, all together', async () => {
  await reform.draft();
  const at = await reform.at('Hợp Tiến');
  const before = reform.version;
  const path = async (...edits: object[]) => (await reform.edit(...edits)).body.details?.[0]?.path;
  const part = { do: 'part', unitId: randomUUID(), intoPosition: at };
  const office = { do: 'office', unitId: district.communes[0].communeId, intoPosition: at };
  expect(await path(office, part)).toBe('edits.1.unitId');
  expect(await path({ ...office, intoPosition: 900 })).toBe('edits.0.intoPosition');
  const [elsewhere] = district.communes[0].hamletIds;
  expect(await path({ do: 'allot', hamletIds: [elsewhere], intoPosition: at })).toBe('edits.0.hamletIds');
  const [hamlet] = district.communes[2].hamletIds;
  expect(await path({ do: 'allot', hamletIds: [hamlet, hamlet], intoPosition: at })).toBe('edits.0.hamletIds');
  const post = { do: 'post', role: 'focal_officer', title: 'Văn phòng', intoPosition: at };
  expect(await path({ ...post, personId: randomUUID() })).toBe('edits.0.personId');
  expect(reform.version).toBe(before);
  // Shares that are no whole are a finding of the draft, as parts are entered one after the other.
  const [a] = district.communes;
  await reform.edit({ do: 'part', unitId: a.communeId, intoPosition: at, whole: false, share: 40 });
  expect(await reform.blocks()).toEqual(expect.arrayContaining(['sharesNot100', 'unitTwice']));
});

it('goes to the second of two organisers as changed, and keeps foreign and unknown papers out', async () => {
  await reform.create();
  const body = { title: 'Sắp xếp xã, sửa', onDate: LATER, directiveId: district.directiveId, version: 1 };
  expect((await reform.call(routes.changeReform, { body })).body).toMatchObject({ version: 2, state: 'draft' });
  expect((await reform.call(routes.changeReform, { body })).body.code).toBe('organization.reformChanged');
  const unknown = await reform.call(routes.changeReform, { body: { ...body, version: 2, directiveId: randomUUID() } });
  expect(unknown.body).toMatchObject({ code: 'organization.basisNotVisible', details: [{ path: 'directiveId' }] });
  const ofDistrict = await app.call(routes.createReform, {
    token: district.admin.token,
    params: { unitId: district.districtId },
    body: { title: 'Cấp huyện', onDate: LATER },
    key: randomUUID(),
  });
  expect(ofDistrict.body.code).toBe('organization.reformOfWhole');
});

it('is scheduled when nothing stands against it, and two that take hold of one unit are not', async () => {
  await reform.draft();
  expect((await reform.schedule()).body).toMatchObject({
    code: 'organization.reformBlocked',
    details: [{ params: { count: 2, first: 'codeReused' } }],
  });
  await reform.settle();
  expect((await reform.schedule()).body).toMatchObject({ state: 'scheduled', blocks: 0 });
  const second = new Reforming(app, district, '2022-07-05');
  await second.draft();
  await second.settle();
  // By its day they have ended.
  expect(await second.blocks()).toEqual(expect.arrayContaining(['unitEnded', 'unitEnded', 'unitEnded']));
  const same = new Reforming(app, district, LATER);
  await same.draft();
  await same.settle();
  expect(await same.blocks()).toEqual(['otherReform']);
  const revoked = await reform.call(routes.revokeReform, { body: { version: reform.version, reason: 'Hoãn' } });
  expect(revoked.body).toMatchObject({ state: 'revoked', revokeReason: 'Hoãn' });
  // It was read when the first would have made these two.
  expect(await second.blocks()).toEqual(expect.arrayContaining(['unitNotYet', 'unitNotYet']));
  expect((await reform.call(routes.discardReform)).body.code).toBe('organization.reformSettled');
  expect((await second.call(routes.discardReform)).status).toBe(204);
});

it('is for the organiser of the province alone', async () => {
  await reform.draft();
  const ask = async (role: 'district_officer' | 'province_officer', unitId: string) =>
    (
      await app.call(routes.getReform, {
        token: (await buildOfficer(app, { role, unitId })).token,
        params: { reformId: reform.id },
      })
    ).status;
  expect(await ask('province_officer', district.provinceId)).toBe(200);
  expect(await ask('district_officer', district.districtId)).toBe(403);
});

describe('two that stand on each other', () => {
  const NEXT = '2022-07-05';
  let second: Reforming;
  /** The first makes Triệu Sơn; the second takes it together with Hợp Tiến, which the first makes too. */
  const listOfSecond = () => {
    const [a] = district.codes;
    const { newCode } = second;
    return second.load([
      `${a},Xã Triệu Sơn,${newCode},Xã Tân Triệu,Toàn bộ`,
      `${reform.newCode},Xã Hợp Tiến,${newCode},Xã Tân Triệu,Toàn bộ`,
    ]);
  };

  beforeEach(async () => {
    second = new Reforming(app, district, NEXT);
    await reform.draft();
    await reform.settle();
  });

  it('knows the units of the first once that is scheduled, also in a list that was read before', async () => {
    await second.create();
    await listOfSecond();
    expect(await second.blocks()).toEqual(['unknownUnit', 'unknownUnit']);
    await reform.schedule();
    expect(await second.blocks()).toEqual([]);
    const { body } = await second.call(routes.reformLines, { query: { limit: '10', kind: 'merge' } });
    const { districtId: id } = district;
    expect(body.items).toMatchObject([
      { unit: { fullName: 'Xã Triệu Sơn' }, stands: { id } },
      { unit: { fullName: 'Xã Hợp Tiến' }, stands: { id } },
    ]);
    const { numbers } = (await second.call(routes.rehearseReform)).body;
    expect(numbers).toMatchObject({ endingUnits: 2, newUnits: 1, movedUnits: 6, teams: 6, members: 18 });
    expect((await second.schedule()).body.state).toBe('scheduled');
  });

  it('goes back to a draft with the first, and stands again when that is scheduled anew', async () => {
    await reform.schedule();
    await second.create();
    await listOfSecond();
    await second.schedule();
    const back = { body: { version: reform.version, reason: 'Hoãn' } };
    expect((await reform.call(routes.revokeReform, back)).body.state).toBe('revoked');
    expect((await second.call(routes.getReform)).body.state).toBe('draft');
    expect(await second.blocks()).toEqual(['unitNotYet', 'unitNotYet']);
    await reform.schedule();
    expect(await second.blocks()).toEqual([]);
    await second.schedule();
    // A change makes a draft of the first, and so of the second.
    const code = reform.newCode;
    await reform.edit({ do: 'unit', position: await reform.at('Hợp Tiến'), type: 'xã', name: 'Hợp Tiến', code });
    expect((await second.call(routes.getReform)).body.state).toBe('draft');
  });
});
