/** Past figures from a workbook: looked at, written whole, read beside the reports and never within their sums, taken back whole. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { type CellValue, readWorkbook, writeWorkbook } from '#documents';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildReform, type Reform } from '../../../../test/support/reforms/reformed-reports.ts';

let app: TestApp;
let reform: Reform;
let officer: TestPerson;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  reform = await buildReform(app);
  officer = await buildOfficer(app, { role: 'province_officer', unitId: reform.provinceId });
});
afterEach(() => app.database.rows(sql`update past_figures set counts = false`));
afterAll(stopApps);

const HEADS = ['Đơn vị', 'Kỳ', 'CQ02', 'TC05', 'TC05 (trên tổng)', 'Xếp loại'];
const workbook = (rows: CellValue[][], more: object = {}) =>
  writeWorkbook([{ name: 'Năm 2021', rows: [['Tổng hợp'], HEADS, ...rows], ...more }]);
const ask = (unitId = reform.provinceId, { token } = officer) => ({ token, params: { unitId } });
const readFile = async (body: Buffer, query: Record<string, string> = {}) =>
  app.call(routes.readPastFigures, { ...ask(), query, body });
const send = (file: { columns: object[]; lines: object[] }, more: object = {}, at = ask()) =>
  app.call(routes.importPastFigures, {
    ...at,
    key: randomUUID(),
    body: { fileName: 'tong-hop-2021.xlsx', period: null, columns: file.columns, lines: file.lines, ...more },
  });
const write = async (rows: CellValue[][], more: object = {}) => {
  const { body } = await readFile(await workbook(rows));
  return send(body, { dryRun: false, source: 'Báo cáo 88/BC-STTTT', ...more });
};
const yearAgo = async (unitId: string, month = '2022-06', query: object = {}) =>
  (await app.call(routes.yearAgo, { ...ask(unitId), query: { month, ...query } })).body;
const imports = async (unitId = reform.provinceId) =>
  (await app.call(routes.pastImports, { ...ask(unitId), query: {} })).body.items;
const pairOf = (ago: { figures: { code: string; pair: { numerator: number } }[] } | null, code: string) =>
  ago?.figures.find((one) => one.code === code)?.pair.numerator;

it('reads a workbook, says which column is which, and names each doubt by its cell', async () => {
  const { body } = await readFile(
    await workbook([
      ['Xã Minh Sơn', '6/2021', 20, 3, 4, 'Tốt'],
      ['Xã Dân Lý', '6/2021', '1.204', 5, null, 'Khá'],
      ['Xã Dân Quyền', '2023', -4, null, null, null],
      ['Xã Đà Lạt', '6/2021', 1, null, null, null],
      ['Tỉnh Thanh Hóa', '6/2021', 7, null, null, null],
      ['Cộng', '6/2021', 1221, null, null, null],
    ]),
  );
  expect(body.columns.map(({ at, code, part }: Record<string, string>) => [at, code, part])).toEqual([
    ['C', 'CQ02', 'count'],
    ['D', 'TC05', 'count'],
    ['E', 'TC05', 'whole'],
    ['F', null, 'count'],
  ]);
  const report = (await send(body)).body;
  const said = report.findings.map(({ row, field, code, open }: Record<string, unknown>) => [row, field, code, open]);
  expect(said).toEqual(
    expect.arrayContaining([
      [4, 'E', 'wholeMissing', true],
      [4, 'C', 'numberAsText', false],
      [5, 'period', 'periodAhead', true],
      [5, 'C', 'negative', true],
      [6, 'unit', 'unitUnknown', true],
    ]),
  );
  expect(report).toMatchObject({ importId: null });
  expect((await send(body, { dryRun: false, source: 'Báo cáo 1' })).body.code).toBe('report.pastUnsettled');
  expect(await app.database.rows(sql`select 1 from past_figures where counts`)).toEqual([]);
});

it('is read in the units of today, with what nobody can divide left out and said', async () => {
  const { status, body } = await write([
    ['Xã Minh Sơn', '6/2021', 20, null, null, null],
    ['Xã Dân Lý', '6/2021', 12, null, null, null],
    ['Xã Dân Quyền', '6/2021', 3, null, null, null],
    ['Cộng', '6/2021', 35, null, null, null],
  ]);
  expect([status, body.figures, body.units, body.periods]).toEqual([200, 3, 3, ['2021-06']]);
  const province = await yearAgo(reform.provinceId);
  expect(province.months).toMatchObject([
    {
      month: '2022-06',
      before: '2021-06',
      ago: { from: 'imported', known: 3, of: 3, sources: [{ source: 'Báo cáo 88/BC-STTTT' }] },
    },
  ]);
  expect(pairOf(province.months[0].ago, 'CQ02')).toBe(35);
  const north = (await yearAgo(reform.northId)).months[0].ago;
  // Dân Lý was divided: it is one of three of then, and in no part.
  expect([pairOf(north, 'CQ02'), north.known, north.of]).toEqual([23, 2, 3]);
  expect((await yearAgo(reform.southId)).months[0].ago).toBeNull();
  const { body: rows } = await app.call(routes.pastImportFigures, {
    token: officer.token,
    params: { unitId: reform.provinceId, importId: body.importId },
    query: {},
  });
  const shown = rows.items.map(({ unit, heirs }: { unit: { name: string }; heirs: { name: string }[] }) => [
    unit.name,
    heirs.map(({ name }) => name).toSorted(),
  ]);
  expect(shown.toSorted()).toEqual([
    ['Dân Lý', ['Thọ Phú', 'Triệu Sơn']],
    ['Dân Quyền', ['Triệu Sơn']],
    ['Minh Sơn', ['Triệu Sơn']],
  ]);
});

it('never changes what records say, and what reports have is read from them alone', async () => {
  const sums = async () => {
    const at = { ...ask(), query: { month: '2022-06' } };
    const [board, months] = await Promise.all([app.call(routes.restatedBoard, at), app.call(routes.dashboard, at)]);
    return [board.body.totals, board.body.sent, months.body.months];
  };
  const before = await sums();
  const { status } = await write([
    ['Xã Minh Sơn', '6/2021', 900, null, null, null],
    ['Xã Dân Quyền', '6/2022', 900, null, null, null],
    ['Xã Minh Sơn', '5/2022', 900, null, null, null],
  ]);
  expect(status).toBe(200);
  expect(await sums()).toEqual(before);
  const refused = await readFile(await workbook([['Xã Minh Sơn', '6/2022', 1, null, null, null]]));
  expect((await send(refused.body)).body.findings).toMatchObject([{ code: 'periodRecorded', row: 3, open: true }]);
  // June 2022 is of the records where two communes sent it, whatever the third has in a file.
  const ago = (await yearAgo(reform.provinceId, '2023-06')).months[0].ago;
  expect([ago.from, pairOf(ago, 'CQ02'), ago.known]).toEqual(['records', 42, 2]);
});

it('is written once, and taken back whole, and kept', async () => {
  const rows: CellValue[][] = [['Xã Minh Sơn', '2021', 20, null, null, null]];
  const first = await write(rows);
  expect(first.status).toBe(200);
  expect((await yearAgo(reform.provinceId)).year).toMatchObject({
    year: '2021',
    ago: { from: 'imported', known: 1, of: 3 },
  });
  const again = await readFile(await workbook(rows));
  expect((await send(again.body)).body.findings).toMatchObject([
    { code: 'alreadyImported', params: { file: 'tong-hop-2021.xlsx' } },
  ]);
  const back = (reason: object) =>
    app.call(routes.takeBackPastImport, {
      token: officer.token,
      key: randomUUID(),
      params: { unitId: reform.provinceId, importId: first.body.importId },
      body: reason,
    });
  expect((await back({})).status).toBe(422);
  expect((await back({ reason: 'Nhầm bản chưa ký' })).body).toEqual({ figures: 1 });
  expect((await back({ reason: 'Nhầm' })).body.code).toBe('report.pastImportTakenBack');
  expect((await yearAgo(reform.provinceId)).year).toBeNull();
  expect((await imports()).find(({ id }: { id: string }) => id === first.body.importId)).toMatchObject({
    fileName: 'tong-hop-2021.xlsx',
    source: 'Báo cáo 88/BC-STTTT',
    figures: 1,
    by: { fullName: expect.any(String) },
    takenBack: { reason: 'Nhầm bản chưa ký' },
  });
  expect((await write(rows)).status).toBe(200);
});

it('needs its paper, known columns each once, and figures', async () => {
  const { body } = await readFile(await workbook([['Xã Minh Sơn', '2021', 20, null, null, null]]));
  const of = async (more: object, file = body) =>
    (await send(file, { dryRun: false, source: 'BC 1', ...more })).body.code;
  expect(await of({ source: '' })).toBe('report.sourceMissing');
  const renamed = (code: string) =>
    body.columns.map((column: { at: string }) => (column.at === 'F' ? { ...column, code } : column));
  expect(await of({ columns: renamed('XX99') })).toBe('report.indicatorUnknown');
  expect(await of({ columns: renamed('CQ02') })).toBe('report.pastColumnTwice');
  expect(await of({}, { ...body, lines: [{ ...body.lines[0], cells: [] }] })).toBe('report.pastNothing');
});

it('names what is no table, which tables there are, and what it never runs', async () => {
  const two = await writeWorkbook([
    { name: 'A', rows: [HEADS, ['Minh Sơn', '2021', 1, null, null, null]] },
    {
      name: 'B',
      rows: [
        ['Xã', 'CQ02'],
        ['Dân Lý', 2],
      ],
    },
  ]);
  const first = (await readFile(two)).body;
  expect(first.tables).toEqual([
    { sheet: 'A', headRow: 1 },
    { sheet: 'B', headRow: 1 },
  ]);
  expect((await readFile(two, { table: '1' })).body.lines).toMatchObject([{ unit: 'Dân Lý', cells: ['2'] }]);
  expect((await readFile(two, { table: '2' })).body.code).toBe('report.pastTableUnknown');
  expect((await readFile(await writeWorkbook([{ name: 'A', rows: [['Họ tên'], ['A']] }]))).body.code).toBe(
    'report.pastFileUnreadable',
  );
  expect((await readFile(Buffer.from('%PDF-1.7'))).body.code).toBe('file.saveAsXlsx');
});

it('gives a workbook with the communes of then, which is read as it is', async () => {
  const { status, raw } = await app.call(routes.pastFigureForm, { ...ask(), query: { period: '2021-06' } });
  expect(status).toBe(200);
  const sheet = (await readWorkbook(raw)).sheets[0];
  expect(sheet?.rows.slice(1).map((row) => row[1]?.text)).toEqual(['Xã Dân Lý', 'Xã Dân Quyền', 'Xã Minh Sơn']);
  expect((await readFile(raw)).body.code).toBe('report.pastNothing');
  const [heads = [], ...rows] = sheet?.rows.map((row) => row.map((cell) => cell?.text ?? null)) ?? [];
  const filled = rows.map((row) => heads.map((_, column) => row[column] ?? 5));
  const file = (await readFile(await writeWorkbook([{ name: 'A', rows: [heads, ...filled] }]))).body;
  expect(file.columns.every(({ code }: { code: string | null }) => code !== null)).toBe(true);
  expect((await send(file)).body).toMatchObject({ open: 0, units: 3, periods: ['2021-06'] });
});

it('a commune imports its own and reads no more than that', async () => {
  const { body } = await readFile(await workbook([['Xã Dân Quyền', '2021', 4, null, null, null]]));
  const own = ask(reform.northId, reform.north);
  expect((await send(body, { dryRun: false, source: 'BC 2' }, own)).status).toBe(200);
  const outside = await readFile(await workbook([['Xã Dân Lý', '2021', 4, null, null, null]]));
  expect((await send(outside.body, {}, ask(reform.southId, reform.north))).body.code).toBe('platform.denied');
  await write([['Xã Minh Sơn', '2021', 20, null, null, null]]);
  const listed = await app.call(routes.pastImports, { ...own, query: {} });
  expect(listed.body.items.map(({ unit }: { unit: { id: string } }) => unit.id)).toEqual([reform.northId]);
  expect((await imports()).length).toBeGreaterThan(1);
});
