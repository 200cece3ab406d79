/** What people ask about their data: a case with a clock, an owner, and an answer with its reason. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { textOfPdf } from '../../../../../test/support/files/pdf-text.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildMember, buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { OwnRecords } from '../own-data/own-records.ts';
import { headOf } from './copy/cell-words.ts';
import { DataRequestDeadlines } from './data-request-deadlines.ts';

let app: TestApp;
let village: Village;
let focal: TestPerson;
let admin: TestPerson;
/** A Wednesday morning; the Thursday after is a holiday. */
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-22T03:00:00Z' });
  await app.database.rows(
    sql`insert into holidays (on_date, name, kind) values ('2022-06-23', 'Ngày nghỉ', 'holiday')`,
  );
  village = await buildVillage(app);
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
});
afterAll(stopApps);

const call = (route: RouteId, by: TestPerson, params: Record<string, string> = {}, body?: object) =>
  app.call(routes[route], {
    token: by.token,
    params,
    ...(routes[route].method !== 'GET' && { key: randomUUID() }),
    ...(body && { body }),
  });
const member = (changes: object = {}) => buildMember(app, { teamId: village.teams[0]!.id, ...changes });
const file = async (by: TestPerson, body: object) => (await call('fileDataRequest', by, {}, body)).body;
const one = async (requestId: string) => (await call('readDataRequest', focal, { requestId })).body;
async function kinds(person: TestPerson): Promise<string[]> {
  await app.drain();
  return (await call('inbox', person)).body.items.map(({ kind }: { kind: string }) => kind);
}

it('is filed with a number and the second working day, and told to the focal officer, who alone sees it in the commune', async () => {
  const asker = await member();
  const filed = await file(asker, { kind: 'view' });
  expect(filed).toMatchObject({ code: 'YC-0001', dueOn: '2022-06-27', unit: 'Xã Minh Sơn', outcome: null });
  expect((await call('fileDataRequest', asker, {}, { kind: 'view' })).body.code).toBe('dataRequest.openAlready');
  expect((await call('fileDataRequest', asker, {}, { kind: 'object' })).body.details).toMatchObject([
    { path: 'words' },
  ]);
  expect(await kinds(focal)).toContain('dataRequestFiled');

  const params = { unitId: village.communeId };
  const list = (await call('listDataRequests', focal, params)).body;
  expect(list).toMatchObject({
    items: [{ id: filed.id, daysLeft: 2, verified: false, owner: { id: focal.id }, source: 'app' }],
    counts: { open: 1, answered: 0, late: 0, lateThisYear: 0 },
  });
  expect((await call('listDataRequests', village.officer, params)).status).toBe(403);
  const elsewhere = await buildVillage(app, { commune: 'Dân Lý', hamlets: 1 });
  const other = await buildOfficer(app, { role: 'focal_officer', unitId: elsewhere.communeId });
  expect((await call('readDataRequest', other, { requestId: filed.id })).status).toBe(403);
  expect((await call('myDataRequests', asker)).body).toMatchObject([{ id: filed.id }]);
  expect((await call('myDataRequests', other)).body).toEqual([]);

  const answer = 'Xem đủ ở mục Dữ liệu của tôi.';
  const answered = await call('answerDataRequest', focal, { requestId: filed.id }, { answer });
  expect(answered.body).toMatchObject({ outcome: 'answered', answer, answeredBy: { id: focal.id } });
  expect(await kinds(asker)).toContain('dataRequestAnswered');
  expect((await call('myDataRequests', asker)).body).toMatchObject([{ outcome: 'answered', answer }]);
  expect((await call('refuseDataRequest', focal, { requestId: filed.id }, { reason: 'Thôi' })).body.code).toBe(
    'dataRequest.notOpen',
  );
});

it('corrects by the rules of any change, once it is sure who asks', async () => {
  const asker = await member({ phone: '+84512111222' });
  const { id: requestId } = await file(asker, { kind: 'correct', fullName: 'Lê Thị Đúng', phone: '0512 333 444' });
  const body = { answer: 'Đã sửa.', apply: true };
  expect((await call('answerDataRequest', focal, { requestId }, body)).body.code).toBe('dataRequest.unverified');
  expect((await call('verifyRequester', focal, { requestId }, { how: 'called' })).body).toMatchObject({
    verification: { how: 'called', by: { id: focal.id } },
    phoneEnd: '222',
    wish: { fullName: 'Lê Thị Đúng', phone: '0512 333 444' },
  });
  expect((await call('answerDataRequest', focal, { requestId }, body)).status).toBe(200);
  expect(
    await app.database.rows(
      sql`select p.full_name as name, f.e164 from people p join phones f on f.person_id = p.id and f.is_primary where p.id = ${asker.id}`,
    ),
  ).toEqual([{ name: 'Lê Thị Đúng', e164: '+84512333444' }]);
});

it('stops what the objection was granted for: messages outside of the app, the photo on the card', async () => {
  const asker = await member();
  await app.database.rows(
    sql`insert into card_photos (person_id, content_hash, at) values (${asker.id}, ${v7()}, ${app.clock.now()})`,
  );
  const { id: requestId } = await file(asker, { kind: 'object', words: 'Đừng nhắn Zalo, bỏ ảnh trên thẻ' });
  const stops = ['messages', 'cardPhoto'];
  await call('answerDataRequest', focal, { requestId }, { answer: 'Đã dừng cả hai.', stops });
  await app.drain();
  const preferences = (await call('getPreferences', asker)).body;
  expect(preferences.email.on).toBe(false);
  expect(await app.database.rows(sql`select 1 from card_photos where person_id = ${asker.id}`)).toEqual([]);
  expect((await call('myDataRequests', asker)).body).toMatchObject([{ kind: 'object', stops }]);
});

it('is entered from paper with the day on which it came, passed on, and refused with a reason', async () => {
  const asker = await member({ signedIn: false });
  const paper = (receivedOn: string) =>
    call('recordDataRequest', focal, { personId: asker.id }, { kind: 'looks', receivedOn });
  expect((await paper('2022-06-24')).body.code).toBe('dataRequest.dayPast');
  const { body } = await paper('2022-06-20');
  expect(body).toMatchObject({ source: 'paper', dueOn: '2022-06-22', daysLeft: 0, verified: false });
  const requestId = body.id;
  expect((await call('dataRequestOfficers', focal, { requestId })).body).toMatchObject([{ id: admin.id }]);
  expect((await call('passOnDataRequest', focal, { requestId }, { personId: village.officer.id })).body.code).toBe(
    'dataRequest.notAnOfficer',
  );
  expect((await call('passOnDataRequest', focal, { requestId }, { personId: admin.id })).body.owner.id).toBe(admin.id);
  expect(await kinds(admin)).toContain('dataRequestPassedOn');
  const reason = 'Phiếu không ghi họ tên';
  expect((await call('refuseDataRequest', admin, { requestId }, { reason })).body).toMatchObject({
    outcome: 'refused',
    answer: reason,
  });
});

it('goes up when its day is over, once', async () => {
  const { id } = await file(await member(), { kind: 'looks' });
  app.clock.set(new Date('2022-06-28T01:00:00Z'));
  expect(await app.get(DataRequestDeadlines).run()).toBe(1);
  expect(await app.get(DataRequestDeadlines).run()).toBe(0);
  expect(await one(id)).toMatchObject({ escalatedAt: expect.any(String), daysLeft: -1 });
  expect(await kinds(admin)).toContain('dataRequestLate');
  expect(await kinds(focal)).toContain('dataRequestLate');
  expect((await call('listDataRequests', admin, { unitId: village.provinceId })).body.counts.late).toBe(1);
});

it('erases nobody who is not known to ask, holds a post, or stands elsewhere too; and nobody decides about themselves', async () => {
  const asker = await member();
  const { id: requestId } = await file(asker, { kind: 'erase' });
  const erase = (by: TestPerson, id = requestId) =>
    call('eraseOnRequest', by, { requestId: id }, { answer: 'Đã xóa.' });
  expect((await erase(focal)).body.code).toBe('dataRequest.unverified');
  await call('verifyRequester', focal, { requestId }, { how: 'met' });
  const answer = { answer: 'Xong' };
  expect((await call('answerDataRequest', focal, { requestId }, answer)).body.code).toBe('dataRequest.erasesByItself');

  const elsewhere = await buildVillage(app, { commune: 'Thọ Thế', hamlets: 1, districtId: village.districtId });
  await buildMember(app, { teamId: elsewhere.teams[0]!.id, personId: asker.id });
  expect((await one(requestId)).erasing).toBe('elsewhere');
  expect((await erase(focal)).body.code).toBe('dataRequest.elsewhere');
  await app.database.rows(
    sql`insert into posts (id, person_id, role, unit_id, title, affiliation, validity)
      values (${v7()}, ${asker.id}, 'committee_member', ${village.communeId}, 'Ủy viên', 'other', '[2022-01-01,)')`,
  );
  expect((await erase(admin)).body.code).toBe('dataRequest.holdsPost');
  await app.database.rows(sql`delete from posts where person_id = ${asker.id}`);
  await app.database.rows(
    sql`insert into retention_holds (id, kind, unit_id, reason, held_by, held_at)
      values (${v7()}, 'keepPhotos', ${village.communeId}, 'Đang thanh tra', ${admin.id}, ${app.clock.now()})`,
  );
  expect((await erase(admin)).body.code).toBe('dataRequest.held');
  await app.database.rows(sql`delete from retention_holds`);
  // An officer said that it is they: a second one has to say so too.
  expect((await erase(admin)).body).toMatchObject({
    outcome: null,
    planned: { by: { id: admin.id }, second: null, seconds: [{ id: focal.id }] },
  });

  const own = await file(focal, { kind: 'view' });
  expect(await one(own.id)).toMatchObject({ isOwn: true, owner: { id: admin.id } });
  expect((await call('answerDataRequest', focal, { requestId: own.id }, answer)).body.code).toBe('dataRequest.own');
});

it('prints what is held for whoever asks to see it, once it is sure who asks: in words, marked, and in the log', async () => {
  const asker = await member({ fullName: 'Lê Thị #[Thắm] *Đo*', phone: '+84512111333' });
  const view = (await file(asker, { kind: 'view', words: 'Cho tôi xem' })).id;
  const looks = (await file(asker, { kind: 'looks' })).id;
  const copy = (requestId: string, by = focal) => call('dataRequestCopy', by, { requestId });
  expect((await copy(view)).body.code).toBe('dataRequest.unverified');
  for (const requestId of [view, looks]) await call('verifyRequester', focal, { requestId }, { how: 'met' });
  expect((await copy(view, village.officer)).status).toBe(403);

  const { status, raw, headers } = await copy(view);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  const text = textOfPdf(raw).join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('Bản dữ liệu đang giữ về ông/bà Lê Thị #[Thắm] *Đo*');
  expect(text).toMatch(/Số điện thoại, thư điện tử \(1 bản ghi\).*Giữ bao lâu: .*0512 111 333/);
  expect(text).toMatch(/Yêu cầu về dữ liệu đã gửi \(2 bản ghi\).*xem dữ liệu.*Cho tôi xem/);
  expect(text).toMatch(new RegExp(`Ai Làm gì Để làm gì.*${focal.fullName}.*Trả lời người dân về dữ liệu`));
  const act = sql`select a.what, a.people, a.purpose, a.trace from access_acts a join access_log l on l.act_id = a.id
    where l.subject_id = ${asker.id} order by a.at, a.id limit 1`;
  const [logged] = await app.database.rows<{ trace: string }>(act);
  expect(logged).toMatchObject({ what: 'data_request.copy', people: 1, purpose: 'own_data' });
  expect(text).toContain(`${logged?.trace} · ${focal.fullName}`);

  const told = textOfPdf((await copy(looks)).raw).join(' ');
  expect(told).toContain('Ai đã xem số điện thoại');
  expect(told).not.toContain('0512');
  expect((await call('ownLooks', asker)).body).toMatchObject({ total: 2, items: [{ purpose: 'own_data' }, {}] });
  await call('answerDataRequest', focal, { requestId: view }, { answer: 'Đã đưa bản in.' });
  expect((await copy(view)).body.code).toBe('dataRequest.notOpen');
  const { id: other } = await file(asker, { kind: 'object', words: 'Thôi' });
  expect((await copy(other)).body.code).toBe('dataRequest.notSeeing');
  const { id: own } = await file(focal, { kind: 'looks' });
  expect((await copy(own)).body.code).toBe('dataRequest.own');
});

it('has a word in both languages for each column of what is held', async () => {
  const nobody = v7();
  const keys = new Set(['fullName', 'role', 'of', 'from', 'to']);
  for (const { records } of app.get(OwnRecords).sources) {
    const row = await app.database.one<object>(
      sql`select r.* from (select 1) one left join (${records(nobody)}) r on true`,
    );
    for (const key of Object.keys(row ?? {})) keys.add(key);
  }
  expect(keys.size).toBeGreaterThan(60);
  for (const lang of ['vi', 'en'] as const)
    expect([...keys].filter((key) => headOf(key, lang) === undefined)).toEqual([]);
});
