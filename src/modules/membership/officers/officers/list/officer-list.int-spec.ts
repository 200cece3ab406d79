/** A list of officers: read from a file, checked by row, what is right of it written once, what is not given back. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { readWorkbook, writeWorkbook } from '#documents';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { buildOfficer, signIn, type TestPerson } from '../../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../../test/support/units.ts';

const FROM = '2026-12-01';
let app: TestApp;
let admin: TestPerson;
let place: Place;
let other: Place;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-11-24T01:00:00Z' });
  place = await buildPlace(app, { commune: 'Thọ Bình', hamlets: 1 });
  other = await buildPlace(app, { commune: 'Pù Nhi', hamlets: 1, districtId: place.districtId });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
});
afterAll(stopApps);

const phone = (n: number) => `0510 ${String(100 + Math.floor(n / 1000))} ${String(n % 1000).padStart(3, '0')}`;
const line = (row: number, part: object = {}) => ({
  row,
  fullName: `Lê Văn Số ${row}`,
  phone: phone(row),
  email: '',
  post: 'Ủy viên Ban chỉ đạo',
  unit: 'Xã Thọ Bình',
  standIn: '',
  ...part,
});
const send = async (lines: object[], dryRun = false, by = admin) =>
  (
    await app.call(routes.importOfficers, {
      token: by.token,
      params: { unitId: place.provinceId },
      body: { from: FROM, dryRun, lines },
    })
  ).body;
const count = async (table: 'people' | 'posts') =>
  Number(
    (
      await app.database.one<{ n: string }>(
        table === 'people' ? sql`select count(*) as n from people` : sql`select count(*) as n from posts`,
      )
    )?.n,
  );
const codes = ({ findings }: { findings: { row: number; code: string }[] }) =>
  findings.map(({ row, code }) => `${row} ${code}`);

it('is read from the form that is given out, and from nothing that is no such list', async () => {
  const form = await app.call(routes.officerTemplate, { token: admin.token });
  const { sheets } = await readWorkbook(form.raw);
  const [, head = []] = sheets[0]?.rows ?? [];
  const heads = head.map((cell) => cell?.text ?? '');
  expect(heads.slice(0, 2)).toEqual(['Họ tên', 'Số điện thoại']);
  const read = (body: Buffer<ArrayBuffer>) =>
    app.call(routes.readOfficerList, { token: admin.token, params: { unitId: place.provinceId }, body });
  expect((await read(Buffer.from(form.raw))).body.code).toBe('officerList.empty');
  const row = ['Hà Thị Xuân', '0510000601', '', 'Cán bộ đầu mối', 'Pù Nhi', '26/12/2026'];
  const filled = await writeWorkbook([{ name: 'a', rows: [['Danh sách'], heads, row], textColumns: [1] }]);
  expect((await read(Buffer.from(filled))).body.lines).toEqual([
    { row: 3, fullName: row[0], phone: row[1], email: '', post: row[3], unit: row[4], standIn: row[5] },
  ]);
  expect((await read(Buffer.from('a,b\n1,2\n'))).body.code).toBe('officerList.noTable');
  expect((await read(Buffer.from('PK\u0003\u0004'))).body.code).toBe('file.damaged');
});

it('writes the rows that are right and keeps the others, and gives nobody anything twice', async () => {
  const lines = [
    line(2),
    line(3, { post: 'Cán bộ đầu mối' }),
    line(4, { fullName: 'Lê Văn Số 2', phone: phone(2), post: 'Cán bộ đầu mối', unit: 'Pù Nhi' }),
    line(5, { post: 'Trưởng phòng' }),
    line(6, { email: 'sau@xa.example', phone: '' }),
  ];
  const [people, posts] = [await count('people'), await count('posts')];
  expect(await send(lines, true)).toMatchObject({ ready: 3, newPeople: 3, already: 0, left: 2 });
  expect([await count('people'), await count('posts')]).toEqual([people, posts]);
  const written = await send(lines);
  expect(codes(written)).toEqual(['4 elsewhere', '5 postUnknown']);
  expect([await count('people'), await count('posts')]).toEqual([people + 3, posts + 3]);
  const [again, atOnce] = await Promise.all([send(lines), send(lines)]);
  for (const answer of [again, atOnce]) expect(answer).toMatchObject({ ready: 0, already: 3, left: 2 });
  const mended = [line(4, { ...lines[2], elsewhere: 'both' }), line(5)];
  const both = await Promise.all([send(mended), send(mended)]);
  expect(both.map(({ ready }) => ready).toSorted()).toEqual([0, 2]);
  expect([await count('people'), await count('posts')]).toEqual([people + 4, posts + 5]);
  const told = await app.database.rows(
    sql`select 1 from outbox where name = 'membership.post-given' and actor_id = ${admin.id}`,
  );
  expect(told).toHaveLength(5);
});

it('gives the rows that are left as a file that can be read again', async () => {
  const lines = [line(40), line(41, { post: 'Trưởng phòng' })];
  const { raw } = await app.call(routes.noteOfficers, {
    token: admin.token,
    params: { unitId: place.provinceId },
    body: { from: FROM, lines },
  });
  const { sheets } = await readWorkbook(raw);
  expect(sheets[0]?.rows.slice(2).map((row) => row.at(-1)?.text)).toEqual([
    'Không có chức vụ “Trưởng phòng”. Chọn một chức vụ trong danh sách.',
  ]);
  const read = await app.call(routes.readOfficerList, {
    token: admin.token,
    params: { unitId: place.provinceId },
    body: raw,
  });
  expect(read.body.lines).toEqual([{ ...lines[1], row: 3 }]);
});

it('ends a post elsewhere from the same day, with the sessions of whom it moves', async () => {
  const mover = await buildOfficer(app, {
    role: 'committee_member',
    unitId: other.communeId,
    fullName: 'Lê Quang Hải',
    phone: '+84510100771',
  });
  const row = line(50, { fullName: 'Lê Quang Hải', phone: '0510 100 771', elsewhere: 'end' });
  expect(await send([row])).toMatchObject({ ready: 1, newPeople: 0, findings: [] });
  const held = await app.database.rows(
    sql`select unit_id as "unitId", lower(validity)::text as from, upper(validity)::text as to from posts
      where person_id = ${mover.id} order by lower(validity)`,
  );
  expect(held).toMatchObject([
    { unitId: other.communeId, to: FROM },
    { unitId: place.communeId, from: FROM, to: null },
  ]);
  expect((await app.call(routes.me, { token: mover.token })).status).toBe(401);
});

it('knows nobody and names no unit outside of what the administrator covers', async () => {
  const far = await buildPlace(app, { commune: 'Nga Sơn', hamlets: 1 });
  await buildOfficer(app, {
    role: 'committee_member',
    unitId: far.communeId,
    fullName: 'Vũ Minh Châu',
    phone: '+84510100772',
  });
  const own = line(60, { fullName: 'Vũ Minh Châu', phone: '0510 100 772' });
  expect(codes(await send([line(61, { unit: 'Xã Nga Sơn' })], true))).toEqual(['61 unitUnknown']);
  expect(await send([own], true)).toMatchObject({ ready: 1, newPeople: 1, findings: [] });
  const refused = await app.call(routes.importOfficers, {
    token: admin.token,
    params: { unitId: far.communeId },
    body: { from: FROM, lines: [own] },
  });
  expect(refused.body.code).toBe('platform.denied');
});

it('asks anew who rises for their password, and leaves others theirs', async () => {
  const risen = await buildOfficer(app, {
    role: 'committee_member',
    unitId: place.communeId,
    fullName: 'Hoàng Thị Lan',
    phone: '+84510100773',
  });
  const token = await signIn(app, risen.id);
  await app.call(routes.changePassword, { token, key: randomUUID(), body: { next: 'lúa chín vàng đồng' } });
  const row = { fullName: 'Hoàng Thị Lan', phone: '0510 100 773' };
  const hasPassword = async () =>
    (
      await app.database.one<{ has: boolean }>(
        sql`select password_hash is not null as has from people where id = ${risen.id}`,
      )
    )?.has;
  await send([line(70, { ...row, post: 'Cán bộ đầu mối', unit: 'Xã Thọ Bình', standIn: '26/12/2026' })]);
  expect(await hasPassword()).toBe(true);
  await send([line(71, { ...row, post: 'Quản trị' })]);
  expect(await hasPassword()).toBe(false);
});
