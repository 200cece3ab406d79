import { linesOfDocx, partOf, tableOfDocx } from '../../test/support/files/docx-text.ts';
import { textOfPdf } from '../../test/support/files/pdf-text.ts';
import { type Appendix1, appendixDocument, appendixSheet, type AppendixTeam, appendixTemplate } from './appendix-1.ts';
import { readWorkbook, renderPdf, writeDocx, writeLongWorkbook, writeWorkbook } from './index.ts';

const member = (fullName: string, post = 'Thành viên', phone = '0512 345 601') => ({ fullName, post, phone });
const team = (name: string, people: number): AppendixTeam => ({
  name,
  members: Array.from({ length: people }, (_, i) => member(`Đỗ Thị Ổn ${i + 1}`)),
});
const form: Appendix1 = {
  unitName: 'UBND xã Minh Sơn',
  directive: '1029/UBND-VHTT ngày 22/4/2022',
  groups: [
    {
      name: null,
      teams: [
        {
          name: 'Thôn 1',
          members: [
            member('Lê Văn Thịnh', 'Tổ trưởng - Bí thư chi bộ - Trưởng thôn'),
            member('Nguyễn Thị Hương', 'Tổ phó - Bí thư Đoàn', '0512 345 602'),
            member('Bùi Thị Ổn', 'Thành viên', ''),
          ],
        },
        team('Thôn 2', 1),
      ],
    },
  ],
};
/** The form, word for word. */
const head = [
  'PHỤ LỤC 1',
  'Tên đơn vị: UBND xã Minh Sơn',
  'BÁO CÁO',
  'Danh sách Tổ công nghệ số cộng đồng',
  'Thực hiện công văn số: 1029/UBND-VHTT ngày 22/4/2022',
  'Tổng số Tổ công nghệ số trên địa bàn: 2',
  'Tổng số thành viên các tổ: 4',
  'Danh sách các tổ kèm theo:',
];
const header = [
  'Stt',
  'Tên Tổ công nghệ số cộng đồng',
  'Số lượng thành viên của tổ',
  'Họ tên',
  'Chức vụ',
  'Số điện thoại (Bắt buộc)',
];
const rows = [
  ['1', 'Thôn 1', '3', 'Lê Văn Thịnh', 'Tổ trưởng - Bí thư chi bộ - Trưởng thôn', '0512 345 601'],
  ['', '', '', 'Nguyễn Thị Hương', 'Tổ phó - Bí thư Đoàn', '0512 345 602'],
  ['', '', '', 'Bùi Thị Ổn', 'Thành viên', ''],
  ['2', 'Thôn 2', '1', 'Đỗ Thị Ổn 1', 'Thành viên', '0512 345 601'],
];

it('is the form of 2022', () => expect(appendixTemplate).toBe('PL1-2022'));

describe('as a sheet', () => {
  it('has the words, totals that were counted, and team cells over their rows', async () => {
    const sheet = (await readWorkbook(await writeWorkbook([appendixSheet(form)]))).sheets[0]!;
    const texts = sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''));
    expect(texts.slice(0, 8).map(([first]) => first)).toEqual(head);
    expect(texts[8]).toEqual(header);
    expect(texts.slice(9).map((row) => [...row, '', ''].slice(0, 6))).toEqual(rows);
    const down = sheet.merges.filter(({ top, bottom }) => bottom > top);
    expect(down).toEqual([0, 1, 2].map((left) => ({ top: 9, bottom: 11, left, right: left })));
    expect(sheet.rows[9]![5]!.value).toBe('0512 345 601');
  });

  it('is the same from a process of its own', async () => {
    const [here, there] = await Promise.all([
      writeWorkbook([appendixSheet(form)]),
      writeLongWorkbook([appendixSheet(form)]),
    ]);
    const cells = async (file: Buffer) => JSON.stringify((await readWorkbook(file)).sheets);
    expect(await cells(there)).toBe(await cells(here));
  });

  it('names each commune above its teams, which are counted through', async () => {
    const wide = {
      unitName: 'UBND huyện Triệu Sơn',
      groups: [
        { name: 'Xã Dân Lý', teams: [team('Thôn 1', 1)] },
        { name: 'Xã Minh Sơn', teams: [team('Thôn 1', 1)] },
      ],
    };
    const sheet = appendixSheet(wide);
    expect(sheet.rows.slice(9).map((row) => row.slice(0, 2))).toEqual([
      ['Xã Dân Lý'],
      [1, 'Thôn 1'],
      ['Xã Minh Sơn'],
      [2, 'Thôn 1'],
    ]);
  });
});

describe('as .docx', () => {
  it('has the words of the form and its rows', async () => {
    const docx = await writeDocx(appendixDocument(form));
    expect(linesOfDocx(docx).slice(0, 8)).toEqual(head);
    expect(tableOfDocx(docx)).toEqual([header, ...rows]);
    expect(linesOfDocx(docx, 'word/header1.xml')).toEqual(['2']);
    expect(linesOfDocx(docx, 'word/header2.xml')).toEqual([]);
  });

  it('keeps a team whole: no row is split, each is tied to the next but the last, the head is repeated', async () => {
    const xml = partOf(await writeDocx(appendixDocument(form)), 'word/document.xml');
    const trs = xml.match(/<w:tr>.*?<\/w:tr>/gs)!;
    expect(trs.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(trs.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false, false]);
    expect(trs.map((row) => row.includes('<w:keepNext/>'))).toEqual([true, true, true, false, false]);
    expect(trs.map((row) => row.match(/<w:vMerge w:val="restart"\/>|<w:vMerge\/>/g)?.length ?? 0)).toEqual([
      0, 3, 3, 3, 0,
    ]);
    expect(xml).toContain('<w:titlePg/>');
    expect(xml).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
  });

  it('carries the code of who took it among its properties, and at the foot of each page unless it goes on to be signed', async () => {
    const line = 'TS-7F3K-22 · Phạm Thị Thu Hà · 23/11/2022 16:42 · Nộp báo cáo · 168 người';
    const trace = (onPages: boolean) => ({ trace: { code: 'TS-7F3K-22', line, onPages } });
    const taken = await writeDocx({ ...appendixDocument(form), ...trace(true) });
    expect(linesOfDocx(taken, 'word/footer1.xml')).toEqual([line]);
    expect(partOf(taken, 'word/document.xml').match(/<w:footerReference /g)).toHaveLength(2);
    const signed = await writeDocx({ ...appendixDocument(form), ...trace(false) });
    expect([taken, signed].map((docx) => partOf(docx, 'docProps/core.xml').includes('>TS-7F3K-22<'))).toEqual([
      true,
      true,
    ]);
    expect(partOf(signed, 'docProps/core.xml')).toContain(`>${line}<`);
    expect(partOf(signed, 'word/document.xml')).not.toContain('footerReference');
    const pdf = await renderPdf('text-document', { ...appendixDocument(form), ...trace(true) });
    expect(textOfPdf(pdf).join('\n')).toContain(line);
  });

  it('is the same file for the same list, and takes any letters', async () => {
    const hostile = { ...form, unitName: 'UBND </w:t> & "xã" \u0007 <b>' };
    const [one, other] = await Promise.all([
      writeDocx(appendixDocument(hostile)),
      writeDocx(appendixDocument(hostile)),
    ]);
    expect(one.equals(other)).toBe(true);
    expect(linesOfDocx(one)[1]).toBe('Tên đơn vị: UBND </w:t> & "xã"  <b>');
  });
});

describe('as PDF', () => {
  it('has the words, repeats the head, and counts pages from the second on', async () => {
    const long = {
      ...form,
      groups: [{ name: null, teams: Array.from({ length: 30 }, (_, i) => team(`Thôn ${i + 1}`, 4)) }],
    };
    const pages = textOfPdf(await renderPdf('text-document', appendixDocument(long)));
    const words = (page: string) => page.split('\n');
    expect(words(pages[0]!)).toEqual(expect.arrayContaining(['PHỤ LỤC 1', 'Tổng số thành viên các tổ: 120']));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, i) => {
      expect(page).toContain('Họ tên');
      expect(words(page).includes(String(i + 1)) || i === 0).toBe(true);
      // Teams of four are never parted.
      expect(words(page).filter((line) => /^Đỗ Thị Ổn/.test(line)).length % 4).toBe(0);
    });
  });
});
