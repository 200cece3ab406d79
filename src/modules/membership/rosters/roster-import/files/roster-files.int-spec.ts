/** Files on their way in: once each, without what may not be stored, at most seven days, and the hostile ones not at all. */
import { sql } from '#platform/database';
import { EraseOld } from '#platform/retention';
import { writeWorkbook } from '#documents';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { inline, rawXls, rawXlsx, rowsXml } from '../../../../../../test/support/files/hostile-files.ts';
import { fileOf, Officers, tidyFile } from '../../../../../../test/support/files/roster-imports.ts';
import { header, sheetOf, team } from '../../../../../../test/support/files/rosters.ts';

let app: TestApp;
let officers: Officers;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2022-06-17T02:00:00Z'));
  officers = new Officers(app);
});
afterAll(stopApps);

describe('the file', () => {
  it('meets the import that is still open, also when it comes twice at once', async () => {
    const commune = await officers.commune(1);
    const file = await tidyFile();
    const [a, b] = await Promise.all([officers.upload(commune, file), officers.upload(commune, file)]);
    expect(a.status).toBe(201);
    expect(b.body.id).toBe(a.body.id);
    expect((await officers.upload(commune, file)).body.id).toBe(a.body.id);
  });

  it('is stored without what the form does not ask for', async () => {
    const commune = await officers.commune(1);
    const secret = '038000000000';
    const rows = [[...header, 'CCCD'], ...team().map((row) => [...row, secret])];
    const { body } = await officers.upload(
      commune,
      await writeWorkbook([sheetOf(rows), { name: 'Khác', rows: [['Ghi chú riêng', secret]] }]),
    );
    expect(body.droppedColumns).toEqual(['CCCD']);
    const [stored] = await app.database.rows<{ text: string }>(
      sql`select workbook::text as text from roster_imports where id = ${body.id}`,
    );
    expect(stored?.text).toContain('Lê Văn Thịnh');
    expect(stored?.text).not.toContain(secret);
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('is forgotten when discarded, and seven days after it came', async () => {
    const commune = await officers.commune(1);
    const discarded = (await officers.upload(commune, await tidyFile())).body.id;
    expect((await officers.discard(commune, discarded)).status).toBe(204);
    expect((await officers.look(commune, discarded)).body.code).toBe('roster.notFound');
    const staged = (await officers.upload(commune, await tidyFile({ F1: '0512345688' }))).body.id;
    const confirmed = (await officers.upload(commune, await tidyFile())).body.id;
    await officers.confirm(commune, confirmed);
    app.clock.advance(7 * 86_400_000 - 60_000);
    await app.get(EraseOld).run();
    expect((await officers.look(commune, staged)).status).toBe(200);
    app.clock.advance(60_000 + 60_000);
    await app.get(EraseOld).run();
    expect((await officers.look(commune, staged)).body.code).toBe('roster.notFound');
    expect((await officers.look(commune, confirmed)).body.code).toBe('roster.erased');
    expect((await officers.confirm(commune, confirmed)).body).toMatchObject({ added: 3 });
    app.clock.set(new Date('2022-06-17T02:00:00Z'));
  });

  it('cannot be discarded or chosen in once it is confirmed', async () => {
    const commune = await officers.commune(1);
    const { id } = (await officers.upload(commune, await tidyFile())).body;
    await officers.confirm(commune, id);
    expect((await officers.discard(commune, id)).body.code).toBe('roster.alreadyConfirmed');
    expect((await officers.choose(commune, id, [{ cell: 'D2', code: 'name.allCaps', choice: 'take' }])).body.code).toBe(
      'roster.alreadyConfirmed',
    );
  });

  it('is given back as it came to who sent it, until the import is confirmed', async () => {
    const commune = await officers.commune(1);
    const file = await tidyFile();
    const { id } = (await officers.upload(commune, file)).body;
    const back = await officers.original(commune, id);
    expect([back.status, back.raw.equals(file)]).toEqual([200, true]);
    expect((await officers.look(commune, id)).body.original).toEqual({ bytes: file.length });
    const colleague = { ...commune, token: await officers.colleague(commune) };
    expect((await officers.original(colleague, id)).body.code).toBe('roster.notYours');
    expect((await officers.look(colleague, id)).body.original).toBeNull();
    await officers.confirm(commune, id);
    expect((await officers.original(commune, id)).body.code).toBe('roster.erased');
    expect(await app.database.rows(sql`select 1 from roster_import_files where import_id = ${id}`)).toEqual([]);
  });

  it('in an encoding that is in doubt blocks until somebody says how it reads', async () => {
    const commune = await officers.commune(1);
    const rows = [
      ['Stt', 'Ten to', 'Ho ten', 'Dien thoai'],
      ['1', 'Thon 1', 'Bui T\u00fa', '0512345601'],
    ];
    const csv = Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
    const staged = (await officers.upload(commune, csv, 'to.csv')).body;
    const doubt = staged.findings.find(({ code }: { code: string }) => code === 'file.encodingUnsure');
    expect(doubt).toMatchObject({ severity: 'must_fix', settled: false });
    expect(staged.canConfirm).toBe(false);
    expect(doubt.options).toContain('TCVN3 (ABC): Tỳ');
    const choose = (value: string) =>
      officers.choose(commune, staged.id, [
        { cell: doubt.cell, sheet: doubt.sheet, code: doubt.code, choice: 'typed', value },
      ]);
    const tcvn3 = (await choose('TCVN3 (ABC): Tỳ')).body;
    expect(tcvn3.teams[0].members[0].fullName).toBe('Bui Tỳ');
    expect(tcvn3.canConfirm).toBe(true);
    expect((await choose('Windows-1258')).body.teams[0].members[0].fullName).toBe('Bui Tú');
  });

  it('of 5,000 rows is read and written', async () => {
    const commune = await officers.commune(0);
    const rows = Array.from({ length: 5_000 }, (_, i) => [
      i % 5 === 0 ? i / 5 + 1 : null,
      i % 5 === 0 ? `Thôn ${i / 5 + 1}` : null,
      i % 5 === 0 ? 5 : null,
      `${i % 2 ? 'Lê' : 'Bùi'} Văn Số ${i}`,
      ['Tổ trưởng', 'Tổ phó', 'Thành viên'][Math.min(2, i % 5)],
      `0512${String(i).padStart(6, '0')}`,
    ]);
    const { status, body } = await officers.upload(commune, await fileOf([header, ...rows]));
    expect(status).toBe(201);
    expect((await officers.activate(commune, body.id)).body).toMatchObject({
      teamsCreated: 1_000,
      unitsCreated: 1_000,
      added: 5_000,
      activated: 1_000,
    });
  });
});

describe('a hostile file is refused with what is wrong', () => {
  const bomb = () =>
    rawXlsx(`<sheetData>${rowsXml([header])}</sheetData>`, { 'xl/media/big.bin': new Uint8Array(200 * 1024 * 1024) });
  const cases: [what: string, code: string, file: () => Buffer | Promise<Buffer>][] = [
    ['a picture', 'file.notAWorkbook', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4])],
    ['a web page', 'file.saveAsXlsx', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an archive cut short', 'file.damaged', async () => (await tidyFile()).subarray(0, 900)],
    ['a zip bomb', 'file.zipBomb', bomb],
    ['a protected .xls', 'file.encrypted', () => rawXls({ rows: [['Stt']], encrypted: true })],
    ['more than 10 MB', 'file.tooBig', () => Buffer.alloc(10 * 1024 * 1024 + 1, 'a')],
    ['no list at all', 'roster.noTable', () => writeWorkbook([{ name: 'S', rows: [['Giá điện', 'Tháng 6']] }])],
  ];

  it.each(cases)('%s', async (_what, code, file) => {
    const commune = await officers.commune(1);
    const answer = await officers.upload(commune, await file());
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(answer.body.details[0]).toMatchObject({ path: 'file' });
    expect(await app.database.rows(sql`select 1 from roster_imports where unit_id = ${commune.communeId}`)).toEqual([]);
  });

  it('above 12 MB at the door', async () => {
    expect((await officers.upload(await officers.commune(1), Buffer.alloc(13 * 1024 * 1024, 'a'))).status).toBe(413);
  });

  it('but one with characters that no database takes is read without them', async () => {
    const commune = await officers.commune(1);
    const cells = `<row r="2">${inline('A2', '1')}${inline('B2', 'Thôn 1')}${inline('D2', 'Lê _x0000_Văn Thịnh')}${inline('E2', 'Tổ trưởng')}${inline('F2', '0512345601')}</row>`;
    const xlsx = rawXlsx(`<sheetData>${rowsXml([header])}${cells}</sheetData>`);
    expect((await officers.upload(commune, xlsx)).status).toBe(201);
    const csv = Buffer.from(
      `${header.join(';')}\r\n1;Thôn 1;1;Lê\u0001 Văn\u0000 Thịnh;Tổ trưởng;0512345601`,
      'utf16le',
    );
    const answer = await officers.upload(commune, Buffer.concat([Buffer.from([0xff, 0xfe]), csv]));
    expect(answer.status).toBe(201);
    expect((await officers.confirm(commune, answer.body.id)).body).toMatchObject({ added: 1 });
  });
});
