import { routes } from '#contracts';
import { readWorkbook } from '#documents';
import { execute, sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildCountry } from '../../../../test/support/units.ts';
import { tableOfDocx } from '../../../../test/support/files/docx-text.ts';
import { textOfPdf } from '../../../../test/support/files/pdf-text.ts';
import { act, buildDirective, buildVillage, issueOrder, part, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildLine } from '../../../../test/support/reports.ts';

let app: TestApp;
let village: Village;
let admin: TestPerson;
let resolution: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  village = await buildVillage(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  resolution = await buildDirective(app, village.provinceId, '26/2022/NQ-HĐND');
});

const team = (i = 0) => village.teams[i]!;
const worked = (day: string, more: { confirmed?: number | null; value?: number } = {}, i = 0) =>
  buildLine(app, village, team(i), { code: 'CQ02', value: 3, happenedOn: day, ...more });
const setRule = (body: object, by = admin, unitId = village.provinceId) =>
  app.call(routes.setAllowanceRule, {
    token: by.token,
    params: { unitId },
    body: { basis: 'day', amount: 60_000, from: '2022-01-01', directiveId: resolution, ...body },
  });
const mine = async (who = team().leader, query = { month: '2022-06' }) =>
  (await app.call(routes.myServiceDays, { token: who.token, params: { teamId: team().id }, query })).body;
const ofCommune = async (query = { month: '2022-06' }) =>
  (await app.call(routes.serviceDays, { token: village.officer.token, params: { unitId: village.communeId }, query }))
    .body;
const sheet = (format: string) =>
  app.call(routes.serviceDaysSheet, {
    token: village.officer.token,
    params: { unitId: village.communeId },
    query: { format, month: '2022-06' },
  });

describe('My days of service', () => {
  it('counts a day once, in the month of its day, and shows what was done and what waits', async () => {
    await worked('2022-05-14');
    await worked('2022-05-15');
    await worked('2022-06-14');
    await worked('2022-06-14', { value: 5 });
    await worked('2022-06-10', { confirmed: null });
    await worked('2022-06-11', { confirmed: 0 });
    await worked('2022-06-15');
    const days = await mine();
    expect(days).toMatchObject({ month: '2022-06', startsOn: '2022-05-15', endsOn: '2022-06-14' });
    expect([days.confirmed, days.waiting, days.pay]).toEqual([2, 1, null]);
    expect(days.days.map(({ day, isConfirmed }: { day: string; isConfirmed: boolean }) => [day, isConfirmed])).toEqual([
      ['2022-06-14', true],
      ['2022-06-10', false],
      ['2022-05-15', true],
    ]);
    expect(days.days[0].works.map(({ value }: { value: number }) => value)).toEqual([3, 5]);
    expect(days.days[0].works[0]).toMatchObject({ unit: 'hồ sơ', minutes: 0 });
    expect(await mine(team().member)).toMatchObject({ confirmed: 0, waiting: 0, days: [] });
    expect(await mine(team().leader, { month: '2022-07' })).toMatchObject({ confirmed: 1 });
  });

  it('stays with whoever did the work when the leader puts the number right, and goes when nobody will confirm it', async () => {
    const july = (who = team().leader) => mine(who, { month: '2022-07' });
    const { id, taskIds } = await issueOrder(app, village);
    const body = part(2, { happenedOn: '2022-06-20' });
    await act(app, team().member, 'acceptTask', taskIds[0]!);
    const answer = await act(app, team().member, 'reportProgress', taskIds[0]!, body);
    expect(answer.status).toBe(200);
    const [entry] = await app.database.rows<{ id: string }>(
      sql`select id from progress_entries where task_id = ${taskIds[0]}`,
    );
    const corrected = await app.call(routes.correctProgress, {
      token: team().leader.token,
      params: { entryId: entry!.id },
      body: { ...body, value: 3 },
    });
    expect(corrected.status).toBe(200);
    expect(await july(team().member)).toMatchObject({
      waiting: 1,
      days: [{ day: '2022-06-20', works: [{ title: 'Giúp bà con nộp hồ sơ trực tuyến', value: 3 }] }],
    });
    expect(await july()).toMatchObject({ waiting: 0 });
    await app.database.tx((tx) => execute(tx, sql`update tasks set state = 'cancelled' where assignment_id = ${id}`));
    expect(await july(team().member)).toMatchObject({ waiting: 0, days: [] });
  });

  it('comes to a sum by the rule of the province, a day by the amount of that day', async () => {
    for (const day of ['2022-05-15', '2022-06-01', '2022-06-14']) await worked(day);
    expect((await setRule({})).status).toBe(201);
    expect((await mine()).pay).toEqual({
      basis: 'day',
      from: '2022-01-01',
      parts: [{ days: 3, amount: 60_000 }],
      sum: 180_000,
    });
    await setRule({ amount: 80_000, from: '2022-06-01' });
    expect((await mine()).pay).toMatchObject({ from: '2022-06-01', sum: 220_000 });
    await setRule({ basis: 'team', amount: 600_000, from: '2022-06-10' });
    expect((await mine()).pay).toMatchObject({ basis: 'team', parts: [], sum: null });
    await setRule({ basis: 'none', amount: 0, from: '2022-06-14' });
    expect((await mine()).pay).toBeNull();
  });
});

describe('A rule', () => {
  const list = async () =>
    (await app.call(routes.allowanceRules, { token: admin.token, params: { unitId: village.communeId } })).body.map(
      ({ amount, from, until }: { amount: number; from: string; until: string | null }) => [amount, from, until],
    );

  it('ends the one before, is ended by the one after, and is put right by giving it again for its day', async () => {
    await setRule({ from: '2022-06-01' });
    await setRule({ amount: 50_000, from: '2022-01-01' });
    await setRule({ amount: 70_000, from: '2022-06-01' });
    await setRule({ amount: 55_000, from: '2022-03-01' });
    expect(await list()).toEqual([
      [70_000, '2022-06-01', null],
      [55_000, '2022-03-01', '2022-06-01'],
      [50_000, '2022-01-01', '2022-03-01'],
    ]);
  });

  it('is seen by who set it for a province below, with the province, and by no other province', async () => {
    const rootId = await buildCountry(app, village.provinceId);
    const top = await buildOfficer(app, { role: 'admin', unitId: rootId });
    expect((await setRule({}, top)).status).toBe(201);
    const seen = async (by: TestPerson, unitId: string) =>
      (await app.call(routes.allowanceRules, { token: by.token, params: { unitId } })).body.map(
        ({ unit }: { unit: { id: string } }) => unit.id,
      );
    expect(await seen(top, rootId)).toEqual([village.provinceId]);
    const other = await buildVillage(app);
    expect(await seen(await buildOfficer(app, { role: 'admin', unitId: other.provinceId }), other.provinceId)).toEqual(
      [],
    );
  });

  it("is a province's, stands on a directive that binds it, and is set by an administrator", async () => {
    const codes = await Promise.all([
      setRule({}, admin, village.communeId),
      setRule({ directiveId: village.directiveId }),
      setRule({ amount: 0 }),
      setRule({}, await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId })),
    ]);
    expect(codes.map(({ body }) => body.code)).toEqual([
      'allowance.notProvince',
      'allowance.directiveUnknown',
      'input.invalid',
      'platform.denied',
    ]);
  });
});

describe("A commune's sheet", () => {
  it('lists the teams with all members, what each day comes to, and who left, as three files that say the same', async () => {
    await worked('2022-06-01');
    await worked('2022-06-02');
    await worked('2022-06-02', { confirmed: null }, 1);
    await setRule({});
    await app.database.tx((tx) =>
      execute(
        tx,
        sql`update team_members set validity = daterange(lower(validity), '2022-06-10')
          where team_id = ${team().id} and person_id = ${team().leader.id}`,
      ),
    );
    const days = await ofCommune();
    expect(days).toMatchObject({ confirmed: 2, waiting: 1, sum: 120_000, rules: [{ basis: 'day', until: null }] });
    expect(days.teams.map((one: { people: object[] }) => one.people.length)).toEqual([3, 3]);
    expect(days.teams[0].people.at(-1)).toMatchObject({
      person: { id: team().leader.id },
      role: null,
      confirmed: 2,
      sum: 120_000,
    });
    const [xlsx, docx, pdf] = await Promise.all(['xlsx', 'docx', 'pdf'].map(sheet));
    expect([xlsx, docx, pdf].map((answer) => answer!.status)).toEqual([200, 200, 200]);
    const rows = (await readWorkbook(xlsx!.raw)).sheets[0]!.rows.map((row) => row.map((cell) => cell?.text ?? ''));
    expect(rows.flat()).toEqual(
      expect.arrayContaining([
        'BẢNG NGÀY CÔNG THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG',
        'Mức hỗ trợ 60.000 đồng/ngày từ 1/1/2022 (Kế hoạch 26/2022/NQ-HĐND ngày 15/4/2022).',
        'Còn 1 ngày chờ xác nhận, chưa tính.',
        '120000',
      ]),
    );
    const table = tableOfDocx(docx!.raw);
    expect(table.at(-1)).toEqual(expect.arrayContaining(['Cộng', '2', '120.000']));
    expect(table.flat()).toEqual(expect.arrayContaining([team().leader.fullName, 'Đã rời Tổ']));
    expect(textOfPdf(pdf!.raw).join('\n')).toContain('120.000');
  });

  it('has a part for each leader, who sees the own team and nobody else', async () => {
    await worked('2022-06-01');
    await setRule({});
    const ofTeam = (person: { token: string }) =>
      app.call(routes.teamServiceDaysSheet, { token: person.token, params: { teamId: team().id }, query: {} });
    const { status, raw } = await ofTeam(team().leader);
    const text = textOfPdf(raw).join('\n');
    expect([status, text.includes(team().leader.fullName), text.includes('60.000')]).toEqual([200, true, true]);
    expect(text).not.toContain(village.teams[1]!.leader.fullName);
    expect([(await ofTeam(team().member)).status, (await ofTeam(village.teams[1]!.leader)).status]).toEqual([403, 403]);
  });

  it('pays teams, persons or nobody as the rule says, and is of communes only', async () => {
    await worked('2022-06-01');
    expect(await ofCommune()).toMatchObject({ sum: null, teams: [{ sum: null }, { sum: null }] });
    await setRule({ basis: 'team', amount: 600_000 });
    expect(await ofCommune()).toMatchObject({ sum: 600_000, teams: [{ sum: 600_000 }, { sum: 0 }] });
    await setRule({ basis: 'person', amount: 300_000 });
    expect(await ofCommune()).toMatchObject({ sum: 300_000, teams: [{ sum: null }, { sum: null }] });
    const above = { token: admin.token, params: { unitId: village.provinceId }, query: {} };
    expect((await app.call(routes.serviceDays, above)).body.code).toBe('allowance.communeOnly');
  });
});
