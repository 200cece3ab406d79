import { marksOfPdf } from '../../../test/support/files/pdf-marks.ts';
import { textOfPdf } from '../../../test/support/files/pdf-text.ts';
import type { AttendanceSheet, PdfTemplates, PrintedCertificate } from './templates.ts';
import { renderPdf } from './render-pdf.ts';

const sheet = (people: number, changes: Partial<AttendanceSheet> = {}): AttendanceSheet => ({
  language: 'vi',
  commune: 'Xã Minh Sơn',
  provider: 'Viễn thông Thanh Hóa',
  title: 'Dịch vụ công trực tuyến',
  facts: [{ label: 'Địa điểm', value: 'Nhà văn hóa Thôn 1' }],
  groups: [
    {
      name: 'Tổ công nghệ số cộng đồng Thôn 1',
      people: Array.from({ length: people }, (_, i) => ({
        name: `Đỗ Thị Ổn ${i + 1}`,
        position: 'Tổ trưởng',
        note: 'Đã nhận chỗ',
      })),
    },
  ],
  blanks: 8,
  trainer: 'Lê Văn Ấn',
  footer: 'Dịch vụ công trực tuyến, 22/11/2022',
  mark: { code: 'TS-7F3K-22', line: 'TS-7F3K-22 · Lê Văn Ấn · 22/11/2022 08:00 · 30 người' },
  words: {
    heading: 'DANH SÁCH ĐIỂM DANH',
    columns: ['TT', 'Họ và tên', 'Chức danh', 'Chỗ ngồi', 'Ký tên'],
    walkIns: 'Người đến thêm',
    count: 'Số người có mặt:',
    signTrainer: 'GIẢNG VIÊN',
    signCommune: 'ĐẠI DIỆN XÃ',
    signHere: '(Ký, ghi rõ họ tên)',
    page: 'Trang',
  },
  ...changes,
});

const certificate: PrintedCertificate = {
  provider: 'Viễn thông Thanh Hóa',
  fullName: 'Nguyễn Thị Ổn',
  position: '',
  title: 'Thanh toán điện tử',
  details: 'Thời lượng 2,5 giờ, ngày 22/11/2022, Xã Minh Sơn',
  issued: 'Minh Sơn, ngày 04 tháng 11 năm 2022',
  code: '7K3M 9QX2 AB4T 0PYZ',
  address: 'to-so.example/app/#/chung-nhan',
  qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1h-1z"/></svg>',
  words: {
    heading: 'CHỨNG NHẬN',
    headingEn: 'Certificate of attendance',
    certifies: 'Chứng nhận Ông/Bà',
    completed: 'đã tham dự buổi tập huấn',
    check: 'Quét mã để kiểm tra:',
    revocable: 'Có thể kiểm tra, có thể bị thu hồi.',
  },
};
const wordsOf = (pages: string[]) => pages.join('\n').split('\n');

describe('the attendance sheet', () => {
  it.each([0, 7, 19, 31])('keeps every letter, also those that the file writes as brackets', async (shift) => {
    // Letters are numbered as they come up: the 40th and the 41st of a font are written as ( and ).
    const letters = [...'AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYaăâbcdđeêghiklmnoôơpqrstuưvxy0123456789'];
    const name = [...letters.slice(shift), ...letters.slice(0, shift)].join('');
    const groups = [{ name: 'Tổ 1', people: [{ name, position: '', note: '' }] }];
    const text = textOfPdf(await renderPdf('attendance-sheet', sheet(1, { groups }))).join('');
    expect(text.replaceAll(/[\n\u200b]/g, '')).toContain(name);
  });

  it('runs over pages, each with its number, the columns and the team that goes on', async () => {
    const pages = textOfPdf(await renderPdf('attendance-sheet', sheet(40)));
    expect(pages).toHaveLength(3);
    pages.forEach((page, i) => {
      expect(page.replace(/\s+/g, ' ')).toContain(`Trang ${i + 1} / 3`);
      expect(page).toContain('Họ và tên');
    });
    expect(pages[1]).toContain('Tổ công nghệ số cộng đồng Thôn 1');
    const names = wordsOf(pages).filter((line) => line.startsWith('Đỗ Thị Ổn'));
    expect(names).toEqual(Array.from({ length: 40 }, (_, i) => `Đỗ Thị Ổn ${i + 1}`));
  });

  it('shows what looks like markup letter by letter', async () => {
    const hostile = '#read("/etc/passwd") *đậm* $x$ <a> @b \\ [c]';
    const group = { name: hostile, people: [{ name: hostile, position: '', note: '' }] };
    const text = textOfPdf(await renderPdf('attendance-sheet', sheet(0, { groups: [group], title: hostile }))).join(
      '\n',
    );
    expect(text).toContain(hostile.slice(0, 30));
    expect(text).not.toContain('root:');
  });
});

describe('a certificate', () => {
  it('is one page with the name, the code and every mark of the letters', async () => {
    const pages = textOfPdf(await renderPdf('certificate', certificate));
    expect(pages).toHaveLength(1);
    expect(wordsOf(pages)).toEqual(
      expect.arrayContaining([
        'CHỨNG NHẬN',
        'Nguyễn Thị Ổn',
        'Thanh toán điện tử',
        'Thời lượng 2,5 giờ, ngày 22/11/2022, Xã Minh Sơn',
        '7K3M 9QX2 AB4T 0PYZ',
      ]),
    );
    expect(pages[0]).not.toContain('\ufffd');
  });

  it('stays on one page with the longest names and titles', async () => {
    const title = 'Kỹ năng hướng dẫn người dân sử dụng dịch vụ công trực tuyến '.repeat(3).trim().slice(0, 200);
    const fullName = 'Hoàng Nguyễn Trần Thị Thanh Phương Quỳnh Hương Ấn Ổ Ỷ '.repeat(3).trim();
    expect(textOfPdf(await renderPdf('certificate', { ...certificate, title, fullName }))).toHaveLength(1);
  });

  it('is the same file for the same data', async () => {
    const [one, other] = await Promise.all([
      renderPdf('certificate', certificate),
      renderPdf('certificate', certificate),
    ]);
    expect(one.equals(other)).toBe(true);
  });
});

it('says what does not fit, and goes on with the next document', async () => {
  await expect(renderPdf('certificate', {} as PrintedCertificate)).rejects.toThrow(/could not be set: .*key/);
  expect((await renderPdf('certificate', certificate)).subarray(0, 5).toString()).toBe('%PDF-');
});

describe('for readers who do not see the page', () => {
  const marked: PdfTemplates['text-document'] = {
    title: 'Báo cáo của UBND xã Minh Sơn',
    size: 14,
    leading: 4,
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    draft: null,
    blocks: [
      { kind: 'paragraph', heading: 1, runs: [{ text: 'I. KẾT QUẢ' }] },
      { kind: 'paragraph', heading: 2, runs: [{ text: '1. Chính quyền số' }] },
      { kind: 'paragraph', runs: [{ text: 'Hướng dẫn 25 lượt.' }] },
      {
        kind: 'table',
        widths: [100, 65],
        aligns: ['left', 'right'],
        size: 12,
        header: [[{ text: 'Chỉ tiêu' }, { text: 'Số' }]],
        groups: [[[{ text: 'Lượt hướng dẫn' }, { text: '25' }]]],
      },
    ],
  };

  it('a document has its title, its language, headings, heads of tables and the mark of PDF/UA', async () => {
    const { title, language, isUa, elements } = marksOfPdf(await renderPdf('text-document', marked));
    expect({ title, language, isUa }).toEqual({ title: 'Báo cáo của UBND xã Minh Sơn', language: 'vi', isUa: true });
    expect(Object.fromEntries(elements)).toMatchObject({ H1: 1, H2: 1, Table: 1, TH: 2, TD: 2 });
  });

  it('so have sheets and certificates', async () => {
    const sheets = marksOfPdf(await renderPdf('attendance-sheet', sheet(3)));
    expect(sheets).toMatchObject({ isUa: true, language: 'vi' });
    expect(sheets.title).not.toBe('');
    expect(sheets.elements.get('TH')).toBeGreaterThanOrEqual(5);
    expect(marksOfPdf(await renderPdf('certificate', certificate))).toMatchObject({ isUa: true, language: 'vi' });
  });

  it('a long list goes without marks, and says so by declaring nothing', async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => [{ text: `Tổ Thôn ${n} có tên dài` }, { text: '25' }]);
    const [table] = marked.blocks.filter((block) => block.kind === 'table');
    const blocks = table?.kind === 'table' ? [{ ...table, groups: rows.map((row) => [row]) }] : [];
    const { isUa, elements } = marksOfPdf(await renderPdf('text-document', { ...marked, blocks }));
    expect([isUa, elements.size]).toEqual([false, 0]);
  });
});
