/** The officer says which column is which, what is brought back, and which hamlets are new. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { type Commune, fileOf, Officers, tidyFile } from '../../../../../test/support/files/roster-imports.ts';
import { header, team } from '../../../../../test/support/files/rosters.ts';

let app: TestApp;
let officers: Officers;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2022-06-17T02:00:00Z'));
  officers = new Officers(app);
});
afterAll(stopApps);

interface Team {
  name: string;
  members: { fullName: string }[];
}
const heads = ['A', 'B', 'C', 'D', 'E'];
const odd = (name: string, phone: string) => [
  heads,
  ['Thôn 1', name, 'An', 'Tổ trưởng', phone],
  [null, 'Bùi Thị', 'Ổn', 'Tổ phó', '0512345612'],
  [null, 'Hà Văn', 'Sáu', 'Thành viên', '0512345613'],
];
const columns = (['team', 'name', 'given', 'position', 'phone'] as const).map((field, column) => ({ column, field }));
const say = ({ token }: Commune, importId: string, tables: object[]) =>
  app.call(routes.setRosterColumns, { token, params: { importId }, body: { tables } });

describe('columns', () => {
  it('that no head explains are said by hand, read again from the stored cells, and remembered for the commune', async () => {
    const [commune, other] = [await officers.commune(1), await officers.commune(1)];
    const { body } = await officers.upload(commune, await fileOf(odd('Lê Văn', '0512345601')));
    expect(body).toMatchObject({ tables: [], teams: [], canConfirm: false, otherSheets: [{ sheet: 'Sheet1' }] });
    expect(body.otherSheets[0].rows[1]).toEqual(['Thôn 1', 'Lê Văn', 'An', 'Tổ trưởng', '0512345601']);
    const said = await say(commune, body.id, [{ sheet: 'Sheet1', headerRow: 1, columns }]);
    expect(said.body).toMatchObject({
      canConfirm: true,
      tables: [{ source: 'hand', memberRows: 3, heads, samples: expect.arrayContaining([['An', 'Ổn', 'Sáu']]) }],
      cells: { filled: 18 },
    });
    expect(said.body.teams[0].members.map(({ fullName }: { fullName: string }) => fullName)).toEqual([
      'Lê Văn An',
      'Bùi Thị Ổn',
      'Hà Văn Sáu',
    ]);
    const next = await officers.upload(commune, await fileOf(odd('Vi Văn', '0512345699')));
    expect(next.body).toMatchObject({ canConfirm: true, tables: [{ source: 'remembered' }] });
    const elsewhere = await officers.upload(other, await fileOf(odd('Vi Văn', '0512345699')));
    expect(elsewhere.body.tables).toEqual([]);
    expect((await say(other, body.id, [])).body.code).toBe('platform.denied');
    expect((await officers.confirm(commune, next.body.id)).body).toMatchObject({ added: 3 });
    expect((await say(commune, next.body.id, [])).body.code).toBe('roster.alreadyConfirmed');
  });

  it('may part a name in three, and give each of two lists side by side its own teams', async () => {
    const commune = await officers.commune(0);
    const fields = ['team', 'name', 'given', 'given', 'phone'] as const;
    const columns = [0, 1].flatMap((person) => fields.map((field, i) => ({ column: person * 5 + i, field, person })));
    const rows = [
      ['A', 'B', 'C', 'D', 'E', 'G', 'H', 'I', 'K', 'L'],
      ['Thôn 1', 'Lê', 'Văn', 'An', '0512345601', 'Thôn 2', 'Hà', 'Thị', 'Ba', '0512345602'],
      [null, 'Bùi', 'Thị', 'Ổn', '0512345603', null, 'Vi', 'Văn', 'Sáu', '0512345604'],
    ];
    const { id } = (await officers.upload(commune, await fileOf(rows))).body;
    const { status, body } = await say(commune, id, [{ sheet: 'Sheet1', headerRow: 1, columns }]);
    expect([status, body.teams.map(({ name, members }: Team) => [name, members.map((one) => one.fullName)])]).toEqual([
      200,
      [
        ['Thôn 1', ['Lê Văn An', 'Bùi Thị Ổn']],
        ['Thôn 2', ['Hà Thị Ba', 'Vi Văn Sáu']],
      ],
    ]);
  });

  it('are refused with the place of what is wrong', async () => {
    const commune = await officers.commune(1);
    const { id } = (await officers.upload(commune, await tidyFile())).body;
    const table = { sheet: 'Sheet1', headerRow: 1, columns: [{ column: 3, field: 'name' }] };
    const cases: [string, string, object[]][] = [
      ['roster.unknownSheet', 'tables.0.sheet', [{ ...table, sheet: 'Khác' }]],
      ['roster.unknownRow', 'tables.0.headerRow', [{ ...table, headerRow: 99 }]],
      ['roster.tableTwice', 'tables.1.headerRow', [table, table]],
      ['roster.unknownColumn', 'tables.0.columns.0.column', [{ ...table, columns: [{ column: 60, field: 'name' }] }]],
      [
        'roster.columnTwice',
        'tables.0.columns.1.field',
        [{ ...table, columns: [...table.columns, { column: 4, field: 'name' }] }],
      ],
      ['roster.nameColumnMissing', 'tables.0.columns', [{ ...table, columns: [{ column: 4, field: 'phone' }] }]],
    ];
    for (const [code, path, tables] of cases)
      expect(await say(commune, id, tables)).toMatchObject({ status: 422, body: { code, details: [{ path }] } });
  });
});

describe('what is not imported', () => {
  it('is listed with the reason, counted, and brought back by a choice', async () => {
    const commune = await officers.commune(1);
    const rows = [header, ...team(), ['Tổng', 'Thôn 1', null, 'Vi Thị Ấm', 'Thành viên', '051 nhầm']];
    const { body } = await officers.upload(commune, await fileOf(rows));
    const total = body.notImported.find(({ why }: { why: string }) => why === 'total');
    expect(total).toMatchObject({ cell: 'A5', back: 'row', cells: 5, taken: false });
    const { filled, records, findings, notImported } = body.cells;
    expect(records + findings + notImported).toBe(filled);
    const back = await officers.choose(commune, body.id, [{ ...total, choice: 'take' }].map(asChoice));
    expect(back.body.teams[0].members).toHaveLength(4);
    const undone = await officers.choose(commune, body.id, [{ ...total, choice: null }].map(asChoice));
    expect(undone.body.teams[0].members).toHaveLength(3);
  });
});

const asChoice = ({ sheet, cell, code, choice }: Record<string, unknown>) => ({ sheet, cell, code, choice });

describe('a hamlet that the tree does not know', () => {
  it('stops a list where hamlets are known, and is added under the name and kind that were shown', async () => {
    const commune = await officers.commune(2);
    const { body } = await officers.upload(commune, await tidyFile({ B1: 'Bản Đồng Hưng' }));
    const doubt = body.findings.find(({ code }: { code: string }) => code === 'hamlet.unknown');
    expect(doubt).toMatchObject({
      cell: 'B2',
      severity: 'must_fix',
      params: { kind: 'bản', name: 'Bản Đồng Hưng' },
      proposed: 'Bản Đồng Hưng',
    });
    expect(body).toMatchObject({ canConfirm: false, teams: [{ newUnit: { kind: 'bản', name: 'Bản Đồng Hưng' } }] });
    const chosen = await officers.choose(commune, body.id, [{ cell: 'B2', code: 'hamlet.unknown', choice: 'take' }]);
    expect(chosen.body.canConfirm).toBe(true);
    expect((await officers.confirm(commune, body.id)).body).toMatchObject({ unitsCreated: 1 });
    expect(
      await app.database.rows(
        sql`select v.name, v.type from unit_closure c join unit_versions v on v.unit_id = c.descendant_id
          where c.ancestor_id = ${commune.communeId} and v.name like '%Hưng'`,
      ),
    ).toEqual([{ name: 'Bản Đồng Hưng', type: 'bản' }]);
  });

  it('that is nearly a known one is offered as that', async () => {
    const commune = await officers.commune(2);
    const { body } = await officers.upload(commune, await tidyFile({ B1: 'Khu phố 2' }));
    const doubt = body.findings.find(({ code }: { code: string }) => code === 'hamlet.unknown');
    expect(doubt.options).toEqual(['Thôn 2']);
    const typed = await officers.choose(commune, body.id, [
      { cell: 'B2', code: 'hamlet.unknown', choice: 'typed', value: 'Thôn 2' },
    ]);
    expect(typed.body).toMatchObject({ canConfirm: true, teams: [{ unitId: commune.hamletIds[1], isNewUnit: false }] });
  });

  it('of a commune without any is a question that does not stop', async () => {
    const commune = await officers.commune(0);
    const { body } = await officers.upload(commune, await tidyFile());
    expect(body.findings.find(({ code }: { code: string }) => code === 'hamlet.new')).toMatchObject({
      severity: 'choose',
      params: { kind: 'thôn', name: 'Thôn 1' },
    });
    expect(body.canConfirm).toBe(true);
  });
});
