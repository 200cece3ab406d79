import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { readWorkbook } from '#documents';
import { sql } from '#platform/database';
import { Relay } from '#platform/outbox';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildVillage } from '../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildReform, type Reform, REFORM } from '../../../../test/support/reforms/reformed-reports.ts';
import { buildFocal, figure, onReport, openReport, send } from '../../../../test/support/reports.ts';
import { OpenReports } from '../reports/periods/open-reports.ts';
import { ReportingApi } from '../reporting.api.ts';
import { FollowUnits } from './follow-units.ts';

let app: TestApp;
let reform: Reform;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  reform = await buildReform(app);
});
afterAll(stopApps);

const restated = async (unitId: string, month = '2022-06', by = reform.admin) =>
  (await app.call(routes.restatedFigures, { token: by.token, params: { unitId }, query: { month } })).body;
interface BoardRow {
  unit: { name: string };
  whole: number;
  shares: number;
  figures: { pair: { numerator: number | null }; known: boolean }[];
  missing: { name: string }[];
  parts: { unit: { name: string }; from: string; reportId: string | null }[];
}
const boardOf = async (unitId: string, query: Record<string, string>) =>
  (
    await app.call(routes.restatedBoard, {
      token: reform.admin.token,
      params: { unitId },
      query: { month: '2022-06', ...query },
    })
  ).body;
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

  it('stand beside each other on a board whose total is that of then', async () => {
    const board = await boardOf(reform.provinceId, { codes: 'CQ02,TC01,TC02' });
    const rows = board.rows.map(({ unit, whole, shares, figures, missing }: BoardRow) => [
      unit.name,
      whole,
      shares,
      figures.map(({ pair, known }) => (known ? pair.numerator : `? ${pair.numerator}`)),
      names(missing),
    ]);
    expect(rows).toEqual([
      ['Thọ Phú', 0, 1, [5, 1, '? null'], []],
      ['Triệu Sơn', 1, 1, [37, 3, '? 2'], ['Dân Quyền']],
    ]);
    expect(board).toMatchObject({
      since: REFORM,
      sent: {
        units: 2,
        figures: [{ pair: { numerator: 42 } }, { pair: { numerator: 4 } }, { pair: { numerator: 4 } }],
      },
      undivided: { units: [{ unit: { name: 'Dân Lý' }, figures: [{ code: 'TC02', pair: { numerator: 2 } }] }] },
      differences: [],
    });
    expect(board.totals).toEqual(board.sent.figures);
    const parts = board.rows[1].parts.map(({ unit, from, reportId }: BoardRow['parts'][number]) => [
      unit.name,
      from,
      reportId === reform.sentWhole,
    ]);
    expect(parts.toSorted()).toEqual([
      ['Dân Lý', 'share', false],
      ['Minh Sơn', 'report', true],
    ]);
  });

  it('are taken along as a workbook that says by which units it adds up', async () => {
    const { status, raw } = await app.call(routes.restatedSheet, {
      token: reform.admin.token,
      params: { unitId: reform.provinceId },
      query: { month: '2022-06', codes: 'CQ02,TC02' },
    });
    expect(status).toBe(200);
    const { sheets } = await readWorkbook(raw);
    const cells = sheets[0]!.rows.map((row) => row.map((cell) => cell?.text ?? ''));
    expect(cells[1]![0]).toBe('Theo đơn vị từ 1/7/2022');
    expect(cells.slice(4, 8).map((row) => row.slice(1, 4))).toEqual([
      ['1', '5', 'chưa biết'],
      ['2', '37', 'chưa biết'],
      ['1', '0', '100'],
      ['2', '42', '100'],
    ]);
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

describe('A reform that is entered late', () => {
  it('takes along what units sent that had ended by then: all of it is in the units of today once', async () => {
    app.clock.set(new Date('2022-06-20T03:00:00Z'));
    const late = await buildReform(app, '2022-05-01');
    const by = late.admin;
    expect(figure(await restated(late.northId, '2022-06', by), 'TC02').undivided).toHaveLength(1);
    const province = await restated(late.provinceId, '2022-06', by);
    expect(figure(province, 'CQ02').pair.numerator).toBe(42);
    expect(province.parts.map(({ unit }: { unit: { name: string } }) => unit.name).toSorted()).toEqual([
      'Dân Lý',
      'Minh Sơn',
    ]);
    const board = await app.call(routes.restatedBoard, {
      token: by.token,
      params: { unitId: late.provinceId },
      query: { month: '2022-06', codes: 'CQ02,TC01,TC02' },
    });
    expect(board.body).toMatchObject({
      sent: {
        units: 2,
        figures: [{ pair: { numerator: 42 } }, { pair: { numerator: 4 } }, { pair: { numerator: 4 } }],
      },
      differences: [],
    });
    expect(board.body.totals).toEqual(board.body.sent.figures);
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
    // What was done before the reform in the month that it cut is the heirs' to report.
    const july = await restated(reform.northId, '2022-07');
    expect([july.parts.map(({ from }: { from: string }) => from), names(july.missing)]).toEqual([
      ['records', 'records', 'records'],
      ['Triệu Sơn'],
    ]);
    const own = await openReport(app, reform.north, reform.northId, '2022-07');
    expect(figure((await onReport(app, reform.north, 'readReport', own.id)).body, 'CQ02').now.numerator).toBe(4);
    const board = await boardOf(reform.provinceId, { month: '2022-07', codes: 'CQ02' });
    expect(board).toMatchObject({ sent: { units: 0 }, totals: [{ pair: { numerator: null } }], differences: [] });
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

describe('The parts of a divided unit, entered by hand', () => {
  const enter = (by: TestPerson, parts: [string, number, number][], reportId = reform.sentDivided) =>
    app.call(routes.enterParts, {
      token: by.token,
      params: { reportId },
      key: randomUUID(),
      body: {
        source: 'Biên bản bàn giao ngày 01/7',
        figures: [
          {
            code: 'TC02',
            parts: parts.map(([unitId, numerator, denominator]) => ({ unitId, numerator, denominator })),
          },
        ],
      },
    });

  it('are taken where they are all of what was sent, by whoever is above all of them', async () => {
    const officer = await buildOfficer(app, { role: 'province_officer', unitId: reform.provinceId });
    const { northId, southId } = reform;
    const refused = async (...asked: Parameters<typeof enter>) => (await enter(...asked)).body.code;
    expect(
      await refused(reform.north, [
        [northId, 1, 1],
        [southId, 1, 1],
      ]),
    ).toBe('platform.denied');
    expect(
      await refused(officer, [
        [northId, 1, 1],
        [southId, 2, 2],
      ]),
    ).toBe('report.partsDiffer');
    expect(
      await refused(officer, [
        [northId, 1, 1],
        [northId, 1, 1],
      ]),
    ).toBe('report.partsIncomplete');
    expect(
      await refused(
        officer,
        [
          [northId, 1, 1],
          [southId, 1, 1],
        ],
        reform.sentWhole,
      ),
    ).toBe('report.notDivided');
    expect(
      (
        await enter(officer, [
          [northId, 1, 1],
          [southId, 1, 1],
        ])
      ).status,
    ).toBe(204);
    const board = await boardOf(reform.provinceId, { codes: 'TC02' });
    expect(board.rows.map(({ figures }: BoardRow) => [figures[0]?.known, figures[0]?.pair.numerator])).toEqual([
      [true, 1],
      [true, 5],
    ]);
    expect(board).toMatchObject({
      undivided: { units: [] },
      differences: [],
      entered: [
        {
          unit: { name: 'Dân Lý' },
          source: 'Biên bản bàn giao ngày 01/7',
          by: { id: officer.id },
          figures: [{ code: 'TC02', pair: { numerator: 2, denominator: 2 } }],
        },
      ],
    });
    expect(figure(await restated(southId), 'TC02')).toMatchObject({ known: true, pair: { numerator: 1 } });
    expect(figure((await onReport(app, officer, 'readReport', reform.sentDivided)).body, 'TC02').now.numerator).toBe(2);
  });
});
