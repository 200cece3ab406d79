/** Kinds of file as offices have them, and every cell of them as it stands. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { inline, rawXlsx } from '../../test/support/files/hostile-files.ts';
import { inTcvn3, inWindows1258 } from '../../test/support/files/old-encodings.ts';
import { FileError, readWorkbook, writeWorkbook } from './index.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const fonts = `<?xml version="1.0"?><styleSheet xmlns="${main}"><fonts count="2"><font><name val="Times New Roman"/></font><font><strike/><name val="Times New Roman"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;
const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
const styled = (sheetXml: string) =>
  rawXlsx(sheetXml, { 'xl/styles.xml': strToU8(fonts), 'xl/_rels/workbook.xml.rels': strToU8(rels) });

const ods = (content: string, styles = '') =>
  Buffer.from(
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': strToU8(
        `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
      ),
    }),
  );
const codeOf = (data: Buffer) =>
  readWorkbook(data).then(
    () => 'read',
    (error: unknown) => (error as FileError).code,
  );

describe('what is struck through or hidden', () => {
  it('is read and marked, in a cell and in a part of its text', async () => {
    const rich = `<c r="C1" t="inlineStr"><is><r><rPr><strike/></rPr><t>0512345601</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 0512345602</t></r></is></c>`;
    const file = styled(
      `<sheetData><row r="1">${inline('A1', 'ở lại')}<c r="B1" s="1" t="inlineStr"><is><t>đã nghỉ</t></is></c>${rich}</row><row r="2" hidden="1">${inline('A2', 'ẩn')}</row></sheetData>`,
    );
    const [sheet] = (await readWorkbook(file)).sheets;
    expect(sheet?.rows[0]?.[0]).not.toHaveProperty('struck');
    expect(sheet?.rows[0]?.[1]).toMatchObject({ text: 'đã nghỉ', struck: true });
    expect(sheet?.rows[0]?.[2]).toMatchObject({ text: '0512345601 0512345602', struckParts: ['0512345601'] });
    expect(sheet?.rows[1]?.[0]).toMatchObject({ text: 'ẩn', hidden: true });
  });
});

describe('an .ods', () => {
  const strike = `<style:style style:name="s" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>`;
  const text = (value: string, more = '') =>
    `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`;

  it('is read with lines, merges, repeats, numbers, and what is struck or hidden', async () => {
    const file = ods(
      `<table:table table:name="Tổ"><table:table-column/><table:table-column table:visibility="collapse"/>` +
        `<table:table-row>${text('Thôn 1', ' table:number-rows-spanned="2"')}${text('Lê<text:s text:c="2"/>Thịnh</text:p><text:p>Phó')}<table:table-cell office:value-type="float" office:value="512345601"><text:p>5,1E+08</text:p></table:table-cell></table:table-row>` +
        `<table:table-row><table:covered-table-cell/>${text('x', ' table:style-name="s" table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16381"/></table:table-row>` +
        `<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
      strike,
    );
    const book = await readWorkbook(file);
    expect(book.format).toBe('ods');
    expect(book.sheets[0]).toMatchObject({
      name: 'Tổ',
      merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
      hiddenCols: [1],
    });
    expect(book.sheets[0]?.rows.map((row) => row.map((cell) => cell?.text ?? null))).toEqual([
      ['Thôn 1', 'Lê  Thịnh\nPhó', '512345601'],
      [null, 'x', 'x'],
    ]);
    expect(book.sheets[0]?.rows[1]?.[2]).toMatchObject({ struck: true });
  });

  it('that repeats a filled row a million times is refused with the cell', async () => {
    const row = `<table:table-row table:number-rows-repeated="1048576">${text('a')}</table:table-row>`;
    expect(await codeOf(ods(`<table:table table:name="S">${row}</table:table>`))).toBe('file.tooManyRows');
    const wide = `<table:table-row>${text('a', ' table:number-columns-repeated="16384"')}</table:table-row>`;
    expect(await codeOf(ods(`<table:table table:name="S">${wide}</table:table>`))).toBe('file.tooManyColumns');
  });
});

describe('a sheet with one styled cell at its far end', () => {
  it('is as large as what is filled in', async () => {
    const file = rawXlsx(
      `<sheetData><row r="1">${inline('A1', 'Stt')}</row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>`,
    );
    expect((await readWorkbook(file)).sheets[0]?.rows).toHaveLength(1);
  });
});

describe('a cell longer than any cell of a list', () => {
  it('is cut and says how long it was', async () => {
    const file = rawXlsx(`<sheetData><row r="1">${inline('A1', 'a'.repeat(9_000))}</row></sheetData>`);
    const cell = (await readWorkbook(file)).sheets[0]?.rows[0]?.[0];
    expect(cell).toMatchObject({ cutFrom: 9_000 });
    expect(cell?.text).toHaveLength(2_000);
  });
});

describe('files that have to be saved as .xlsx first', () => {
  it.each([
    ['.xlsb', Buffer.from(zipSync({ 'xl/workbook.bin': strToU8('a') }))],
    ['.pdf', Buffer.from('%PDF-1.7\n')],
    ['.html', Buffer.from('<html><table><tr><td>Stt</td></tr></table></html>')],
    ['.xls (Excel 2.0-4.0)', Buffer.from([9, 4, 6, 0, 0, 0, 0x10, 0, 0, 0])],
  ])('%s', async (kind, data) => {
    await expect(readWorkbook(data)).rejects.toMatchObject({ code: 'file.saveAsXlsx', params: { kind } });
  });
});

it('a document of Word is told apart: its table is copied into a sheet', async () => {
  const docx = Buffer.from(zipSync({ 'word/document.xml': strToU8('a') }));
  await expect(readWorkbook(docx)).rejects.toMatchObject({ code: 'file.wordDocument', params: { kind: '.docx' } });
});

describe('a .csv', () => {
  const names = ['Trịnh Đình Cường', 'Lê Thị Hợi', 'Nguyễn Văn Đức', 'Hoàng Thị Thủy', 'Lữ Quỳnh Như'];
  const text = (separator: string) =>
    names.map((name, i) => [i + 1, name, `051234560${i}`].join(separator)).join('\r\n');

  it.each([
    ['utf-8', (all: string) => Buffer.from(all)],
    ['utf-8', (all: string) => Buffer.from(`\ufeff${all}`)],
    ['utf-16le', (all: string) => Buffer.from(`\ufeff${all}`, 'utf16le')],
    ['utf-16be', (all: string) => Buffer.from(`\ufeff${all}`, 'utf16le').swap16()],
    ['windows-1258', inWindows1258],
    ['tcvn3', inTcvn3],
  ])('in %s gives every name with its marks, whatever separates the cells', async (encoding, write) => {
    for (const separator of [',', ';', '\t']) {
      const book = await readWorkbook(write(text(separator)));
      expect(book.encoding).toBe(encoding);
      expect(book.encodingDoubt).toBeUndefined();
      expect(book.sheets[0]?.rows.map((row) => row[1]?.text)).toEqual(names);
    }
  });

  it('whose bytes make no more sense in one encoding than in another says so', async () => {
    const book = await readWorkbook(Buffer.from('1,T\u00fa,0512345601\n', 'latin1'));
    expect(book.encodingDoubt?.length).toBeGreaterThan(1);
    const broken = await readWorkbook(Buffer.from('1,Nguy\ufffdn Th\ufffd H\ufffdi,0512345601\n'));
    expect(broken.encodingDoubt?.map(({ encoding }) => encoding)).toEqual(['utf-8']);
  });
});

describe('any workbook', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 10 ** 12 }),
    fc.string({ unit: fc.constantFrom(...'aăâđêôơưáàảãạ ệ\n<>&"\''), minLength: 1, maxLength: 30 }),
  );
  const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 12 });
  const grid = (texts: (string | null)[][]) => {
    const trimmed = texts.map((row) => {
      let end = row.length;
      while (end > 0 && (row[end - 1] ?? '').trim() === '') end--;
      return row.slice(0, end);
    });
    while (trimmed.at(-1)?.length === 0) trimmed.pop();
    return trimmed;
  };

  it('is read back cell by cell as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const file = await writeWorkbook([{ name: 'S', rows: written }]);
        const read =
          (await readWorkbook(file)).sheets[0]?.rows.map((row) => row.map((cell) => cell?.text ?? null)) ?? [];
        const meant = written.map((row) => row.map((one) => (one === null ? null : String(one))));
        expect(grid(read)).toEqual(grid(meant));
      }),
      { numRuns: 60 },
    );
  });

  it('typed by hand as XML is read back cell by cell, gaps and empty styled cells between', async () => {
    const escape = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(3), async (written, gap) => {
        const xml = written.map((row, r) => {
          const at = (c: number) => `${String.fromCharCode(65 + c)}${r * (gap + 1) + 1}`;
          const cells = row.map((one, c) =>
            one === null
              ? `<c r="${at(c)}" s="0"/>`
              : typeof one === 'number'
                ? `<c r="${at(c)}"><v>${one}</v></c>`
                : inline(at(c), escape(one)),
          );
          return `<row r="${r * (gap + 1) + 1}" spans="1:9">${cells.join('')}<c r="Z${r * (gap + 1) + 1}" s="0"></c></row>`;
        });
        const read = (await readWorkbook(rawXlsx(`<sheetData>${xml.join('\n')}</sheetData>`))).sheets[0]?.rows ?? [];
        const meant = written.flatMap((row) => [
          row.map((one) => (one === null ? null : String(one))),
          ...Array.from({ length: gap }, () => []),
        ]);
        expect(grid(read.map((row) => row.map((cell) => cell?.text ?? null)))).toEqual(grid(meant));
      }),
      { numRuns: 60 },
    );
  });
});
