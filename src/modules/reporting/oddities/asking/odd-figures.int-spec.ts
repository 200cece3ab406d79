// @everyday
import { randomUUID } from 'node:crypto';
import { type RouteAnswer, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildSentMonth, buildUsualYear } from '../../../../../test/support/figures/sent-months.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, onReport } from '../../../../../test/support/reports.ts';
import { LookForOddities } from '../finding/look-for-oddities.ts';

type List = RouteAnswer<typeof routes.oddFigures>;
type Odd = List['items'][number];
type Act = 'askOddFigure' | 'answerOddFigure' | 'dismissOddFigure';

let app: TestApp;
let village: Village;
let focal: TestPerson;
let district: TestPerson;
let province: TestPerson;
let provinceId: string;
let sent: { unitId: string; receiverId: string; by: TestPerson };

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: '2024-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2024-06-20');
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  const row = await app.database.one<{ id: string }>(
    sql`select ancestor_id as id from unit_closure where descendant_id = ${village.communeId} and ancestor_kind = 'province'`,
  );
  provinceId = row?.id ?? village.districtId;
  province = row ? await buildOfficer(app, { role: 'province_officer', unitId: provinceId }) : district;
  sent = { unitId: village.communeId, receiverId: village.districtId, by: focal };
});

async function list(person: TestPerson, unitId: string): Promise<List> {
  const { status, body } = await app.call(routes.oddFigures, {
    token: person.token,
    params: { unitId },
    query: { month: '2024-06' },
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as List;
}
const act = (person: TestPerson, route: Act, oddFigureId: string, body: Record<string, string>) =>
  app.call(routes[route], { token: person.token, key: randomUUID(), params: { oddFigureId }, body });
const besideReport = async (person: TestPerson, reportId: string): Promise<Odd[]> =>
  (await app.call(routes.reportOddFigures, { token: person.token, params: { reportId } })).body as Odd[];
async function found(value = 2_340): Promise<{ odd: Odd; reportId: string }> {
  await buildUsualYear(app, sent, '2024-06', 'CQ02');
  const reportId = await buildSentMonth(app, sent, '2024-06', { CQ02: value, TC01: 3 });
  const { items } = await list(district, village.districtId);
  expect(items).toHaveLength(1);
  return { odd: items[0] as Odd, reportId };
}
async function inbox(person: TestPerson) {
  await app.drain();
  const { body } = await app.call(routes.inbox, { token: person.token });
  return body.items as { kind: string; title: string; body: string; reportId: string; mandatory: boolean }[];
}

describe('An odd figure', () => {
  it('is found when the month is opened, with what it does to the sum', async () => {
    const { odd, reportId } = await found();
    expect(odd).toMatchObject({
      reportId,
      unit: { id: village.communeId },
      indicator: { code: 'CQ02' },
      value: 2_340,
      usual: { low: 218, high: 247 },
      state: 'open',
      reasons: [{ check: 'ownPast', reason: 'ownPast.tenfold', params: { times: 10, months: 12, middle: 234 } }],
      effect: { difference: 2_106, total: 2_340 },
      may: { decide: true, answer: false },
    });
    const { counts, looked } = await list(province, provinceId);
    expect(counts).toEqual({ open: 1, asked: 0, answered: 0, dismissed: 0 });
    expect(looked).toMatchObject({ communes: 1, figures: 2 });
    const { body } = await app.call(routes.readOddFigure, { token: focal.token, params: { oddFigureId: odd.id } });
    expect(body.past.map(({ value }: { value: number }) => value)).toEqual([
      230, 241, 225, 234, 262, 218, 210, 247, 239, 234, 228, 236,
    ]);
  });

  it('is asked about, answered by whoever wrote it, and the answer is seen by the level above', async () => {
    const { odd, reportId } = await found();
    const question = 'Hồ sơ nộp tháng 6 là 2.340, có thừa một số 0 không?';
    expect((await act(district, 'askOddFigure', odd.id, { question })).body).toMatchObject({
      state: 'asked',
      asked: { by: { id: district.id }, question },
    });
    expect((await inbox(focal))[0]).toMatchObject({
      kind: 'oddFigureAsked',
      title: expect.stringMatching(/^Huyện Triệu Sơn hỏi lại số CQ02 /) as string,
      body: expect.stringContaining(question) as string,
      reportId,
      mandatory: true,
    });
    expect((await besideReport(focal, reportId))[0]).toMatchObject({ may: { decide: false, answer: true } });
    expect((await act(district, 'answerOddFigure', odd.id, { answer: 'x' })).status).toBe(403);
    const answer = 'Đúng 2.340: điểm lưu động của bưu điện.';
    expect((await act(focal, 'answerOddFigure', odd.id, { answer })).body.state).toBe('answered');
    expect((await inbox(district))[0]).toMatchObject({
      kind: 'oddFigureAnswered',
      body: expect.stringContaining(answer) as string,
    });
    for (const [person, unitId] of [
      [district, village.districtId],
      [province, provinceId],
    ] as const)
      expect((await list(person, unitId)).items[0]).toMatchObject({
        state: 'answered',
        answered: { by: { id: focal.id }, answer },
      });
    expect((await besideReport(province, reportId))[0]?.answered?.answer).toBe(answer);
    expect((await act(focal, 'answerOddFigure', odd.id, { answer })).body.code).toBe('oddFigure.answered');
  });

  it('is asked about once, whoever asks and however often it is found', async () => {
    const { odd } = await found();
    const question = 'Có thừa một số 0 không?';
    const tries = await Promise.all([1, 2, 3].map(() => act(district, 'askOddFigure', odd.id, { question })));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(tries.find(({ status }) => status === 409)?.body.code).toBe('oddFigure.asked');
    on('2024-06-21');
    await app.get(LookForOddities).refresh({ unitId: provinceId, month: '2024-06' });
    await app.get(LookForOddities).run();
    const again = await list(district, village.districtId);
    expect(again.items.map(({ id, state }) => [id, state])).toEqual([[odd.id, 'asked']]);
    expect((await act(district, 'askOddFigure', odd.id, { question })).body.code).toBe('oddFigure.asked');
    expect((await inbox(focal)).filter(({ kind }) => kind === 'oddFigureAsked')).toHaveLength(1);
  });

  it('that somebody left as it is stays so, until another check finds it', async () => {
    const { odd } = await found();
    const missing = await act(district, 'dismissOddFigure', odd.id, { reason: ' ' });
    expect(missing).toMatchObject({ status: 422, body: { details: [{ path: 'reason' }] } });
    const { body } = await act(district, 'dismissOddFigure', odd.id, { reason: 'Có điểm lưu động' });
    expect(body).toMatchObject({
      state: 'dismissed',
      dismissed: { reason: 'Có điểm lưu động' },
      may: { decide: false },
    });
    await app.get(LookForOddities).run();
    const { counts, items } = await list(district, village.districtId);
    expect(counts).toEqual({ open: 0, asked: 0, answered: 0, dismissed: 1 });
    expect(items[0]?.state).toBe('dismissed');
    const question = 'Có thừa một số 0 không?';
    expect((await act(district, 'askOddFigure', odd.id, { question })).body.code).toBe('oddFigure.dismissed');
    await app.database.rows(sql`update odd_figures set checks = '{copied}' where id = ${odd.id}`);
    await app.database.rows(sql`delete from odd_looks`);
    expect((await list(district, village.districtId)).items[0]?.state).toBe('open');
  });

  it('goes when the commune sends another figure, and the answer stays beside it', async () => {
    const { odd, reportId } = await found();
    await act(district, 'askOddFigure', odd.id, { question: 'Thừa số 0?' });
    await act(focal, 'answerOddFigure', odd.id, { answer: 'Nhầm, là 234. Xin sửa.' });
    await onReport(app, district, 'returnReport', reportId, {
      version: 1,
      comments: [{ cell: 'CQ02', comment: 'Sửa lại 234' }],
    });
    // While it is given back nothing is judged of it.
    expect((await list(district, village.districtId)).items).toHaveLength(1);
    await app.database.rows(sql`update reports set state = 'submitted', version = 2 where id = ${reportId}`);
    await app.database.rows(
      sql`insert into report_versions (report_id, version, submitted_at, submitted_by, days_late, content, content_hash)
        values (${reportId}, 2, '2024-06-21T00:00:00Z', ${focal.id}, 0, '{}', 'x')`,
    );
    await app.database.rows(
      sql`insert into report_figures (report_id, version, code, numerator, records, late, is_typed)
        values (${reportId}, 2, 'CQ02', 234, 0, 0, false)`,
    );
    on('2024-06-22');
    expect((await list(district, village.districtId)).items).toEqual([]);
    expect(await besideReport(district, reportId)).toMatchObject([{ state: 'answered', may: { decide: false } }]);
    expect((await act(district, 'dismissOddFigure', odd.id, { reason: 'Được' })).body.code).toBe('oddFigure.closed');
  });

  it('is seen and asked about within the right alone', async () => {
    const { odd } = await found();
    const other = await buildVillage(app);
    const stranger = await buildOfficer(app, { role: 'district_officer', unitId: other.districtId });
    const read = await app.call(routes.readOddFigure, { token: stranger.token, params: { oddFigureId: odd.id } });
    expect(read.status).toBe(403);
    expect((await act(stranger, 'askOddFigure', odd.id, { question: 'Sao vậy?' })).status).toBe(403);
    expect((await act(focal, 'askOddFigure', odd.id, { question: 'Sao vậy?' })).status).toBe(403);
    expect((await act(district, 'askOddFigure', randomUUID(), { question: 'Sao vậy?' })).body.code).toBe(
      'oddFigure.notFound',
    );
    expect((await list(stranger, other.districtId)).items).toEqual([]);
  });
});

describe('After a reform', () => {
  it('a commune has the past of those that it was made of, whole ones alone', async () => {
    await buildUsualYear(app, sent, '2024-06', 'CQ02');
    const next = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
    const other = { ...sent, unitId: next.communeId };
    await buildUsualYear(app, other, '2024-06', 'CQ02');
    const made = await buildVillage(app, { commune: 'Minh Lý', districtId: village.districtId });
    for (const from of [village.communeId, next.communeId]) {
      await app.database.rows(
        sql`update units set validity = daterange(lower(validity), '2024-05-20') where id = ${from}`,
      );
      await app.database.rows(
        sql`insert into unit_successors (from_unit_id, to_unit_id, on_date) values (${from}, ${made.communeId}, '2024-05-20')`,
      );
    }
    // Twice the year of one is usual for both together.
    await buildSentMonth(app, { ...sent, unitId: made.communeId }, '2024-06', { CQ02: 4_680, TC01: 3 });
    const { items } = await list(district, village.districtId);
    expect(items).toMatchObject([
      { unit: { id: made.communeId }, reasons: [{ reason: 'ownPast.tenfold', params: { middle: 468, times: 10 } }] },
    ]);
    const third = await buildVillage(app, { commune: 'Thọ Lý', districtId: village.districtId });
    await app.database.rows(
      sql`insert into unit_successors (from_unit_id, to_unit_id, on_date) values (${next.communeId}, ${third.communeId}, '2024-05-20')`,
    );
    // Divided between two: nobody can say what of its past is here, and only places of like size are compared.
    await app.database.rows(sql`delete from odd_looks`);
    expect((await list(district, village.districtId)).items).toEqual([]);
  });
});

describe('Each night', () => {
  it('looks through provinces that were not looked through since, once, whoever runs it', async () => {
    await found();
    await app.database.rows(sql`delete from odd_figures`);
    await app.database.rows(sql`delete from odd_looks`);
    const looking = app.get(LookForOddities);
    on('2024-06-21');
    while ((await looking.run()) > 0);
    const rows = await app.database.rows<{ n: number }>(
      sql`select count(*)::int as n from odd_figures where unit_id = ${village.communeId}`,
    );
    expect(rows).toEqual([{ n: provinceId === village.districtId ? 0 : 1 }]);
    app.clock.set(new Date('2024-06-21T18:00:00Z'));
    expect(await looking.run()).toBe(0);
  });
});
