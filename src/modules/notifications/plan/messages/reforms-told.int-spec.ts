/** Reforms are told once: to officers before the day and when they are taken back, to members on it, to the province of hamlets. */
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { scheduleMerger } from '../../../../../test/support/reforms/mergers.ts';
import { issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;
const village = (at: 0 | 1 | 2): Village => district.communes[at];

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  app.clock.set(new Date(`${TODAY}T03:00:00Z`));
  district = await buildDistrict(app);
  reform = new Reforming(app, district, LATER);
});
afterAll(stopApps);

const inboxOf = async ({ token }: TestPerson): Promise<{ kind: string; title: string; body: string }[]> =>
  (await app.call(routes.inbox, { token })).body.items;
const kindsOf = async (person: TestPerson): Promise<string[]> =>
  (await inboxOf(person)).map(({ kind }) => kind).filter((kind) => /^(reform|unit|merger)/.test(kind));

it('tells the officers of every unit that it takes hold of, and the same people when it is taken back', async () => {
  const elsewhere = await buildOfficer(app, {
    role: 'committee_member',
    unitId: (await buildDistrict(app)).communes[0].communeId,
  });
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await app.drain();
  for (const { officer } of district.communes) expect(await kindsOf(officer)).toEqual(['reformScheduled']);
  expect(await kindsOf(elsewhere)).toEqual([]);
  expect(await kindsOf(village(0).teams[0]!.leader)).toEqual([]);
  expect((await reform.call(routes.reformTold)).body).toEqual({ officers: 3 });
  // Who comes after it was told hears nothing of its end.
  const later = await buildOfficer(app, { role: 'committee_member', unitId: village(0).communeId });
  const body = { version: reform.version, reason: 'Chờ nghị quyết mới' };
  expect((await reform.call(routes.revokeReform, { body })).body.state).toBe('revoked');
  await app.drain();
  for (const { officer } of district.communes)
    expect(await kindsOf(officer)).toEqual(['reformRevoked', 'reformScheduled']);
  expect((await inboxOf(village(0).officer))[0]?.body).toContain('Lý do: Chờ nghị quyết mới');
  expect(await kindsOf(later)).toEqual([]);
});

it('tells each member whose commune changed once on the day, with the old, the new and whom to ask', async () => {
  const [first, second, third] = district.communes;
  const [both] = [second.teams[0]!.member];
  await app.database.rows(
    sql`insert into team_members (id, team_id, person_id, role, affiliation, validity)
      values (gen_random_uuid(), ${first.teams[0]!.id}, ${both.id}, 'member', 'other', '[2022-01-01,)')`,
  );
  const { taskIds } = await issueOrder(app, first);
  await reform.draft();
  const { merged } = await reform.settle();
  const post = { do: 'post', title: 'Công chức Văn phòng', intoPosition: merged };
  await reform.edit({ ...post, personId: first.officer.id, role: 'focal_officer' });
  await reform.schedule();
  await reformDay(app, '2022-06-30');
  expect(await kindsOf(first.teams[0]!.leader)).toEqual([]);
  await reformDay(app, LATER);
  await app.drain();
  const [told] = (await inboxOf(first.teams[0]!.leader)).filter(({ kind }) => kind === 'unitMoved');
  expect(told?.title).toBe('Từ ngày 1/7, Tổ của bạn thuộc Xã Triệu Sơn');
  for (const words of ['Trước: Xã Minh Sơn. Nay: Xã Triệu Sơn.', first.officer.fullName, '1686/NQ-UBTVQH15'])
    expect(told?.body).toContain(words);
  const [rest] = await inboxOf(third.teams[1]!.leader);
  expect(rest?.title).toBe('Từ ngày 1/7, Tổ của bạn thuộc Xã Hợp Tiến');
  expect(rest?.body).toContain('Xã chưa có người nhận, Sở đã biết.');
  expect(await kindsOf(both)).toEqual(['unitMoved']);
  const [count] = await app.database.rows(
    sql`select count(*)::int as n, count(distinct n.person_id)::int as people from notifications n
      join messages m on m.id = n.message_id where m.subject = ${`reform ${reform.id} day`}`,
  );
  expect(count).toEqual({ n: 18, people: 18 });
  // The line on the task: whose order it was, who confirms now, and why.
  const task = await app.call(routes.getTask, {
    token: first.teams[0]!.leader.token,
    params: { taskId: taskIds[0]! },
  });
  expect(task.body.moved).toMatchObject({
    from: { fullName: 'Xã Minh Sơn' },
    to: { fullName: 'Xã Triệu Sơn' },
    on: LATER,
    ended: true,
    issued: true,
    citation: expect.stringContaining('1686/NQ-UBTVQH15'),
  });
});

it('tells of another name as what it is, and nobody else', async () => {
  const [first, second] = district.communes;
  await reform.create();
  await reform.edit({ do: 'unit', type: 'phường', name: 'Minh Sơn', unitId: first.communeId });
  await reform.schedule();
  await reformDay(app, LATER);
  await app.drain();
  expect((await inboxOf(first.teams[0]!.leader))[0]).toMatchObject({
    kind: 'unitRenamed',
    title: 'Xã Minh Sơn nay là Phường Minh Sơn',
  });
  expect(await kindsOf(second.teams[0]!.leader)).toEqual([]);
});

it('tells the administrator above what a commune schedules for its own hamlets, and members in the commune nothing yet', async () => {
  const id = await scheduleMerger(app, village(0), LATER);
  await app.drain();
  expect(await kindsOf(district.admin)).toEqual(['mergerNews']);
  const [news] = await inboxOf(district.admin);
  expect(news?.title).toBe('Xã Minh Sơn: lên lịch Nhập Thôn 1 và Thôn 2 thành Thôn Tân Minh');
  expect(await kindsOf(village(0).officer)).toEqual([]);
  expect(await kindsOf(village(0).teams[0]!.leader)).toEqual([]);
  const body = { version: 1, reason: 'Chưa đủ hồ sơ' };
  const params = { reorganisationId: id };
  await app.call(routes.revokeReorganisation, { token: village(0).officer.token, params, body });
  await app.drain();
  expect((await inboxOf(district.admin))[0]?.title).toContain('thu hồi Nhập Thôn 1');
});
