import { strToU8, zipSync } from 'fflate';
import { inline, rawXls, rawXlsx, rowsXml } from '../../test/support/files/hostile-files.ts';
import { FileError, readWorkbook, writeWorkbook, type ReadLimits } from './index.ts';

const refusal = async (data: Buffer, limits: Partial<ReadLimits> = {}) => {
  const error: unknown = await readWorkbook(data, limits).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FileError);
  return error as FileError;
};
const texts = async (data: Buffer) =>
  (await readWorkbook(data)).sheets[0]!.rows.map((row) => row.map((cell) => cell?.text ?? ''));

describe('reading a workbook', () => {
  it('reads values, fonts, merges and what is hidden', async () => {
    const file = await writeWorkbook([
      {
        name: 'Tổ',
        rows: [
          ['Thôn 1', 2, true, null],
          ['TrÞnh', null, null, ''],
        ],
        merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
        fonts: [{ row: 1, column: 0, name: '.VnTime' }],
      },
    ]);
    const book = await readWorkbook(file);
    expect(book.format).toBe('xlsx');
    expect(book.sheets[0]).toMatchObject({
      name: 'Tổ',
      hidden: false,
      merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
    });
    expect(book.sheets[0]!.rows[0]!.map((cell) => cell?.text)).toEqual(['Thôn 1', '2', 'true']);
    expect(book.sheets[0]!.rows[1]![0]).toMatchObject({ text: 'TrÞnh', fontName: '.VnTime' });
  });

  it('joins rich text, keeps a formula’s result and says when there is none', async () => {
    const file = rawXlsx(
      `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>Lê </t></r><r><rPr><b/></rPr><t>Văn Thịnh</t></r></is></c>` +
        `<c r="B1" t="str"><f>"Thôn "&amp;1</f><v>Thôn 1</v></c><c r="C1"><f>D1</f></c></row></sheetData>`,
    );
    const row = (await readWorkbook(file)).sheets[0]!.rows[0]!;
    expect(row[0]).toMatchObject({ text: 'Lê Văn Thịnh', richText: true });
    expect(row[1]).toMatchObject({ text: 'Thôn 1', hasCachedResult: true });
    expect(row[2]).toMatchObject({ value: null, text: '', formula: 'D1', hasCachedResult: false });
  });

  it('takes a number’s digits, not what its format shows', async () => {
    expect(
      await texts(
        rawXlsx(
          '<sheetData><row r="1"><c r="A1"><v>512345678</v></c><c r="B1"><v>5.12345678E8</v></c></row></sheetData>',
        ),
      ),
    ).toEqual([['512345678', '512345678']]);
  });

  it('reads hidden rows, columns and sheets and says so', async () => {
    const file = rawXlsx(
      `<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData><row r="1">${inline('A1', 'a')}${inline('B1', 'b')}</row><row r="2" hidden="1">${inline('A2', 'c')}</row></sheetData>`,
    );
    expect((await readWorkbook(file)).sheets[0]).toMatchObject({ hiddenRows: [1], hiddenCols: [1] });
  });

  it('reads an old .xls with its merged cells', async () => {
    const book = await readWorkbook(
      rawXls({
        rows: [
          ['Thôn 1', 512345678],
          [null, 'Trịnh Đình Cường'],
        ],
        merges: [[0, 1, 0, 0]],
      }),
    );
    expect(book.format).toBe('xls');
    expect(book.sheets[0]!.rows.map((row) => row.map((cell) => cell?.text ?? null))).toEqual([
      ['Thôn 1', '512345678'],
      [null, 'Trịnh Đình Cường'],
    ]);
    expect(book.sheets[0]!.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }]);
  });

  it.each([
    ['utf-8', Buffer.from('\ufeffHọ tên;SĐT\r\nTrịnh Đình Cường;0512345678\r\n', 'utf8')],
    ['utf-16le', Buffer.from('\ufeffHọ tên;SĐT\r\nTrịnh Đình Cường;0512345678\r\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffHọ tên;SĐT\r\nTrịnh Đình Cường;0512345678\r\n', 'utf16le').swap16()],
    [
      'windows-1258',
      Buffer.from([
        0x48, 0x6f, 0xf2, 0x20, 0x74, 0xea, 0x6e, 0x3b, 0x53, 0xd0, 0x54, 0x0d, 0x0a, 0xd0, 0xea, 0x3b, 0x30,
      ]),
    ],
  ])('reads a csv in %s', async (encoding, data) => {
    const book = await readWorkbook(data);
    expect(book).toMatchObject({ format: 'csv', encoding });
    expect(book.sheets[0]!.rows[0]![1]!.text).toBe('SĐT');
    expect(book.sheets[0]!.rows[1]![1]!.text.startsWith('0')).toBe(true);
  });
});

describe('hostile and wrong files', () => {
  it('refuses a file above the size limit before reading it', async () => {
    expect(await refusal(Buffer.alloc(10 * 1024 * 1024 + 1))).toMatchObject({
      code: 'file.tooBig',
      params: { maxMb: 10 },
    });
  });

  it('refuses a zip bomb by its declared sizes', async () => {
    const bomb = rawXlsx('<sheetData/>', { 'xl/media/a.bin': new Uint8Array(120 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect((await refusal(bomb)).code).toBe('file.zipBomb');
  });

  it('refuses a zip bomb that lies about its size', async () => {
    const bomb = rawXlsx('<sheetData/>', { 'xl/media/a.bin': new Uint8Array(4 * 1024 * 1024) });
    for (let at = bomb.indexOf('PK\u0001\u0002'); at >= 0; at = bomb.indexOf('PK\u0001\u0002', at + 4))
      bomb.writeUInt32LE(10, at + 24);
    expect(await refusal(bomb, { maxInflatedBytes: 1024 * 1024 })).toMatchObject({
      code: 'file.unsafeArchive',
      params: { entry: '[Content_Types].xml' },
    });
  });

  it('refuses an archive of thousands of entries', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`a${i}`, new Uint8Array(1)])));
    expect(await refusal(Buffer.from(many))).toMatchObject({ code: 'file.zipBomb', params: { entries: 2_100 } });
  });

  it('refuses a phantom range of 1,048,576 by 16,384 cells', async () => {
    const file = rawXlsx(
      `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${inline('A1', 'a')}</row><row r="1048576">${inline('XFD1048576', 'b')}</row></sheetData>`,
    );
    expect(await refusal(file)).toMatchObject({
      code: 'file.tooManyRows',
      params: { max: 20_000, cell: 'XFD1048576' },
    });
  });

  it('reads a sheet that only claims such a range', async () => {
    expect(
      await texts(
        rawXlsx(`<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${inline('A1', 'a')}</row></sheetData>`),
      ),
    ).toEqual([['a']]);
  });

  it('reads a sheet that is formatted, but empty, down to row 200,000', async () => {
    const blank = Array.from(
      { length: 200_000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="0"/><c r="F${i + 2}" s="0"/></row>`,
    ).join('');
    expect(await texts(rawXlsx(`<sheetData><row r="1">${inline('A1', 'a')}</row>${blank}</sheetData>`))).toEqual([
      ['a'],
    ]);
  });

  it('reads 30,000 merges and refuses overlapping ones that cover millions of cells', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`a${i}`, '', 'c']);
    const small = Array.from(
      { length: 30_000 },
      (_, i) => `<mergeCell ref="B${(i % 20_000) + 1}:B${(i % 20_000) + 1}"/>`,
    ).join('');
    const huge = Array.from({ length: 3_000 }, () => '<mergeCell ref="A1:C20000"/>').join('');
    const data = `<sheetData>${rowsXml(rows)}</sheetData>`;
    const book = await readWorkbook(rawXlsx(`${data}<mergeCells>${small}</mergeCells>`));
    expect(book.sheets[0]!.rows).toHaveLength(20_000);
    expect((await refusal(rawXlsx(`${data}<mergeCells>${huge}</mergeCells>`))).code).toBe('file.tooManyMerges');
  });

  it('ends a parse that outlives its deadline', async () => {
    const slow = rawXlsx(
      `<sheetData>${rowsXml(Array.from({ length: 15_000 }, (_, i) => [`${i}`, 'b', 'c', 'd']))}</sheetData>`,
    );
    expect((await refusal(slow, { deadlineMs: 1 })).code).toBe('file.tooSlow');
  });

  it('refuses protected files', async () => {
    expect((await refusal(rawXls({ rows: [['a']], encrypted: true }))).code).toBe('file.encrypted');
  });

  it.each([
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6]),
      'file.notAWorkbook',
    ],
    ['a web page named .xls', Buffer.from('<html><table><tr><td>Stt</td></tr></table></html>'), 'file.saveAsXlsx'],
    ['nothing', Buffer.alloc(0), 'file.notAWorkbook'],
    ['a cut archive', rawXlsx('<sheetData/>').subarray(0, 200), 'file.damaged'],
    ['an archive without a workbook', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'file.damaged'],
  ])('refuses %s', async (_what, data, code) => {
    expect((await refusal(data)).code).toBe(code);
  });
});
