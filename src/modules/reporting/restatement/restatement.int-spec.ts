import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { Relay } from '#platform/outbox';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildFocal, buildLine, figure, onReport, openReport, send } from '../../../../test/support/reports.ts';
import { OpenReports } from '../periods/open-reports.ts';
import { ReportingApi } from '../reporting.api.ts';
import { FollowUnits } from './follow-units.ts';

/** Three communes of a district that ends: two go over whole, one is divided between the two new communes. */
interface Reform {
  whole: Village;
  divided: Village;
  late: Village;
  provinceId: string;
  sentWhole: string;
  northId: string;
  southId: string;
  north: TestPerson;
  admin: TestPerson;
}
const REFORM = '2022-07-01';
let app: TestApp;
let reform: Reform;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  reform = await buildReform();
});
afterAll(stopApps);

const line = (village: Village, team: number, value: number, happenedOn = '2022-06-01') =>
  buildLine(app, village, village.teams[team]!, { code: 'CQ02', value, happenedOn });

async function sentJune(village: Village): Promise<string> {
  const focal = await buildFocal(app, village.communeId);
  const { id } = await openReport(app, focal, village.communeId, '2022-06');
  const { status } = await send(app, focal, id);
  if (status !== 200) throw new Error('not sent');
  return id;
}

async function buildReform(): Promise<Reform> {
  const whole = await buildVillage(app, { commune: 'Minh Sơn' });
  const { districtId, provinceId } = whole;
  const divided = await buildVillage(app, { commune: 'Dân Lý', districtId });
  const late = await buildVillage(app, { commune: 'Dân Quyền', districtId });
  await line(whole, 0, 20);
  await line(whole, 1, 10);
  await line(divided, 0, 7);
  await line(divided, 1, 5);
  await line(late, 0, 3);
  // Within the month that the reform cuts.
  await line(whole, 0, 4, '2022-06-16');
  const sentWhole = await sentJune(whole);
  await sentJune(divided);
  await buildFocal(app, late.communeId);
  await app.get(OpenReports).run();
  app.clock.set(new Date('2022-07-02T03:00:00Z'));
  const admin = await buildOfficer(app, { role: 'admin', unitId: provinceId });
  const northId = await create(admin, provinceId, 'Triệu Sơn');
  const southId = await create(admin, provinceId, 'Thọ Phú');
  const go = (hamlet: string | undefined, parentId: string) =>
    change(admin, hamlet, { kind: 'move', parentId, from: REFORM });
  for (const hamlet of [...whole.hamletIds, ...late.hamletIds, divided.hamletIds[0]]) await go(hamlet, northId);
  await go(divided.hamletIds[1], southId);
  const close = async (unitId: string, successorIds: string[]) => {
    await app.database.rows(
      sql`update posts set validity = daterange(lower(validity), ${REFORM}::date) where unit_id = ${unitId}`,
    );
    await change(admin, unitId, { kind: 'close', to: REFORM, successorIds });
  };
  await close(whole.communeId, [northId]);
  await close(late.communeId, [northId]);
  await close(divided.communeId, [northId, southId]);
  await close(districtId, []);
  const north = await buildFocal(app, northId);
  return { whole, divided, late, provinceId, sentWhole, northId, southId, north, admin };
}

async function create(admin: TestPerson, parentId: string, name: string): Promise<string> {
  const { status, body } = await app.call(routes.createUnit, {
    token: admin.token,
    key: randomUUID(),
    body: { kind: 'commune', type: 'xã', name, parentId, from: REFORM },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

async function change(admin: TestPerson, unitId = '', body: Record<string, unknown> = {}): Promise<void> {
  const answer = await app.call(routes.changeUnit, {
    token: admin.token,
    params: { unitId },
    key: randomUUID(),
    body: { basis: 'Nghị quyết sắp xếp đơn vị hành chính', ...body },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

const restated = async (unitId: string, month = '2022-06', by = reform.admin) =>
  (await app.call(routes.restatedFigures, { token: by.token, params: { unitId }, query: { month } })).body;
const names = (units: { name: string }[]) => units.map(({ name }) => name).toSorted();

describe('Earlier months in the units of today', () => {
  it('add whole units and divide the others by the teams that came, so that all of it is there once', async () => {
    const [north, south] = [await restated(reform.northId), await restated(reform.southId)];
    expect(figure(north, 'CQ02').pair).toEqual({ numerator: 37, denominator: null });
    expect(figure(south, 'CQ02').pair).toEqual({ numerator: 5, denominator: null });
    const province = await restated(reform.provinceId);
    expect(figure(province, 'CQ02').pair.numerator).toBe(42);
    const from = (kind: string) =>
      names(
        north.parts.filter((part: { from: string }) => part.from === kind).map(({ unit }: { unit: object }) => unit),
      );
    expect([from('report'), from('share'), names(north.missing)]).toEqual([['Minh Sơn'], ['Dân Lý'], ['Dân Quyền']]);
  });

  it('say where nobody knows which part of a divided unit it is', async () => {
    const south = await restated(reform.southId);
    // How many teams there were comes from the register, not from lines that could be divided.
    expect(figure(south, 'TC02')).toMatchObject({
      known: false,
      pair: { numerator: null, denominator: null },
      undivided: [{ unit: { name: 'Dân Lý' }, pair: { numerator: 2 } }],
    });
    expect(figure(south, 'CQ02').undivided).toEqual([]);
    const province = await restated(reform.provinceId);
    expect(figure(province, 'TC02').known).toBe(true);
  });

  it('take what was done before the reform in its own month from the records', async () => {
    const july = await restated(reform.northId, '2022-07');
    expect(figure(july, 'CQ02').pair.numerator).toBe(4);
    expect(july.parts.map(({ from }: { from: string }) => from)).toEqual(['records', 'records', 'records']);
    expect(names(july.missing)).toEqual(['Triệu Sơn']);
  });

  it('leave the report as it was sent, and the heirs may read it', async () => {
    const { body } = await onReport(app, reform.north, 'readReport', reform.sentWhole);
    expect(body).toMatchObject({ state: 'submitted', unit: { id: reform.whole.communeId, name: 'Minh Sơn' } });
    expect(figure(body, 'CQ02').now.numerator).toBe(30);
    const stranger = await buildFocal(app, (await buildVillage(app, { commune: 'Xã khác' })).communeId);
    expect((await onReport(app, stranger, 'readReport', reform.sentWhole)).status).toBe(403);
    expect(
      (
        await app.call(routes.restatedFigures, {
          token: stranger.token,
          params: { unitId: reform.northId },
          query: { month: '2022-06' },
        })
      ).status,
    ).toBe(403);
  });
});

describe('What was owed', () => {
  const owedBy = (unitId: string) =>
    app.database.rows<{ month: string; receiver_id: string; state: string }>(
      sql`select to_char(month, 'YYYY-MM') as month, receiver_id, state from reports where unit_id = ${unitId} order by month`,
    );

  it('for the month of the reform is owed by the heirs, and an earlier one goes to the office that stands', async () => {
    expect((await owedBy(reform.late.communeId)).map(({ month }) => month)).toEqual(['2022-06', '2022-07']);
    expect(await app.get(FollowUnits).run()).toBeGreaterThanOrEqual(3);
    expect(await app.get(FollowUnits).run()).toBe(0);
    await app.get(OpenReports).run();
    expect(await owedBy(reform.late.communeId)).toEqual([
      { month: '2022-06', receiver_id: reform.provinceId, state: 'draft' },
    ]);
    expect((await owedBy(reform.northId)).map(({ month }) => month)).toEqual(['2022-07']);
    // What was sent is not touched but for who decides on it.
    expect(await owedBy(reform.whole.communeId)).toEqual([
      { month: '2022-06', receiver_id: reform.provinceId, state: 'submitted' },
    ]);
    await app.get(Relay).run();
  });

  it('and was left open is found, asked for and sent by the heirs', async () => {
    const list = await app.call(routes.listReports, {
      token: reform.north.token,
      params: { unitId: reform.northId },
    });
    const left = list.body.find(({ unit }: { unit: { name: string } }) => unit.name === 'Dân Quyền');
    expect(left).toMatchObject({ month: '2022-06', state: 'draft' });
    expect((await app.get(ReportingApi).report(left.id))?.writtenBy).toEqual([reform.northId]);
    expect((await send(app, reform.north, left.id, { lateReason: 'Sắp xếp đơn vị' })).body).toMatchObject({
      state: 'submitted',
      unit: { name: 'Dân Quyền' },
    });
    const after = await restated(reform.northId);
    expect(figure(after, 'CQ02').pair.numerator).toBe(40);
    expect(after.missing).toEqual([]);
    const province = await buildOfficer(app, { role: 'province_officer', unitId: reform.provinceId });
    expect((await onReport(app, province, 'acceptReport', left.id, { version: 1 })).body.state).toBe('accepted');
  });
});
