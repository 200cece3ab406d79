/** The whole text of a report, as .docx and as PDF: what a chair signs is read here line by line. */
import { renderPdf, writeDocx } from '#documents';
import { linesOfDocx, partOf, tableOfDocx } from '../../../../../test/support/files/docx-text.ts';
import { textOfPdf } from '../../../../../test/support/files/pdf-text.ts';
import { reportSheets } from './figure-tables.ts';
import type { PrintedFigure } from '../../reports/report/report-figures.ts';
import { fileTitle, reportDocument } from './report-document.ts';
import type { ReportDocument } from '../../reports/report/report-document.types.ts';

const absent = { numerator: null, denominator: null };
const figure = (changes: Partial<PrintedFigure>): PrintedFigure => ({
  code: 'CQ02',
  name: 'Hồ sơ DVCTT nộp có tổ hỗ trợ',
  unit: 'hồ sơ',
  pillar: 'digital_government',
  aggregation: 'sum',
  before: { numerator: 900, denominator: null },
  now: { numerator: 1234, denominator: null },
  year: { numerator: 5678, denominator: null },
  plan: 10_000,
  percent: 57,
  source: null,
  isTyped: false,
  note: null,
  late: 0,
  ...changes,
});
const share = figure({
  code: 'CQ03',
  name: 'Tỷ lệ hồ sơ nộp trực tuyến của xã',
  unit: '%',
  aggregation: 'ratio',
  before: absent,
  now: { numerator: 1, denominator: 3 },
  year: { numerator: 1, denominator: 3 },
  plan: null,
  percent: null,
  isTyped: true,
  source: 'Bộ phận Một cửa, 14/6',
});
const teams = figure({
  code: 'TC01',
  name: 'Số tổ đã thành lập',
  unit: 'tổ',
  pillar: 'organization',
  aggregation: 'last',
  before: { numerator: 0, denominator: null },
  now: { numerator: 12, denominator: null },
  year: { numerator: 12, denominator: null },
  plan: null,
  percent: null,
});

const june: ReportDocument = {
  unit: { name: 'Minh Sơn', fullName: 'Xã Minh Sơn' },
  receiver: 'Huyện Triệu Sơn',
  month: '2022-06',
  campaign: null,
  issuedOn: '2022-06',
  number: undefined,
  office: {
    symbol: 'BC-UBND',
    capacity: 'KT',
    signerPost: 'Phó Chủ tịch',
    signer: 'Lê Thị Ấn',
    place: null,
    recipients: ['Chủ tịch, các PCT UBND (để b/c)'],
  },
  draft: null,
  sections: [
    { key: 'opening', text: 'Thực hiện Công văn số 1029/UBND-VHTT, UBND xã Minh Sơn báo cáo như sau:' },
    { key: 'organization', text: '- Toàn xã có {{TC01.now}} Tổ.' },
    {
      key: 'digital_government',
      text: '- {{CQ02.now}} hồ sơ; lũy kế {{CQ02.year}}.\n- Tỷ lệ: {{CQ03.now}}%.\n- Chưa có: {{TT01.now}}.',
    },
    { key: 'strengths', text: '' },
    { key: 'difficulties', text: 'Sóng yếu.' },
    { key: 'proposals', text: 'Đề nghị UBND huyện hỗ trợ.' },
  ],
  figures: [share, figure({ late: 30 }), teams],
  silent: [
    { name: 'Thôn 5', reason: 'mùa gặt' },
    { name: 'Thôn 7', reason: null },
  ],
  difficulties: [{ text: 'Máy cũ\nhay treo', team: 'Thôn 2', answer: null }],
  units: null,
};

it('is a commune’s report line by line, with nothing but what was written', async () => {
  expect(linesOfDocx(await writeDocx(reportDocument(june))).slice(0, 37)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'XÃ MINH SƠN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số:        /BC-UBND',
    'Minh Sơn, ngày        tháng 6 năm 2022',
    'BÁO CÁO',
    'Kết quả hoạt động của Tổ công nghệ số cộng đồng tháng 6 năm 2022',
    'Kính gửi: UBND huyện Triệu Sơn.',
    'Thực hiện Công văn số 1029/UBND-VHTT, UBND xã Minh Sơn báo cáo như sau:',
    'I. CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC',
    '- Toàn xã có 12 Tổ.',
    '- Tổ chưa có hoạt động được xác nhận trong kỳ (2): Thôn 5 (mùa gặt); Thôn 7.',
    'II. KẾT QUẢ',
    '1. Chính quyền số',
    '- 1.234 hồ sơ; lũy kế 5.678.',
    '- Tỷ lệ: 33,3%*.',
    '- Chưa có: –.',
    'III. ĐÁNH GIÁ',
    '1. Khó khăn, vướng mắc',
    'Sóng yếu.',
    '- Khó khăn các Tổ phản ánh trong kỳ:',
    '+ Thôn 2: Máy cũ hay treo',
    'IV. KIẾN NGHỊ, ĐỀ XUẤT',
    'Đề nghị UBND huyện hỗ trợ./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Chủ tịch, các PCT UBND (để b/c);',
    '- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Lê Thị Ấn',
    'Phụ lục',
    'BIỂU SỐ LIỆU',
    '(Kèm theo Báo cáo số        /BC-UBND ngày        tháng 6 năm 2022 của UBND xã Minh Sơn)',
    'TT',
  ]);
});

it('has the table of indicators: previous, now, year, plan, percent and notes', async () => {
  expect(tableOfDocx(await writeDocx(reportDocument(june)))).toEqual([
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Kỳ trước', 'Trong kỳ', 'Luỹ kế năm', 'Kế hoạch năm', '%', 'Ghi chú'],
    ['Tổ chức'],
    ['1', 'Số tổ đã thành lập', 'tổ', '0', '12', '12', '', '', ''],
    ['Chính quyền số'],
    [
      '2',
      'Hồ sơ DVCTT nộp có tổ hỗ trợ',
      'hồ sơ',
      '900',
      '1.234',
      '5.678',
      '10.000',
      '57',
      'Gồm 30 hồ sơ của kỳ trước, xác nhận muộn',
    ],
    ['3', 'Tỷ lệ hồ sơ nộp trực tuyến của xã', '%', '–', '33,3*', '33,3', '', '', ''],
  ]);
  const [sheet] = reportSheets(june);
  expect(sheet!.rows.at(-1)).toEqual([
    3,
    share.name,
    '%',
    '–',
    33.3,
    33.3,
    null,
    null,
    'Số nhập tay: Bộ phận Một cửa, 14/6',
  ]);
});

it('of days of a campaign bears its name and has neither a period before nor a year nor a plan', async () => {
  const campaign = 'Kết quả 20 ngày cao điểm, 01/10 đến 20/10';
  const sections = [...june.sections, { key: 'next_month' as const, text: 'Duy trì tổ trực.' }];
  const paper = reportDocument({ ...june, campaign, sections });
  const lines = linesOfDocx(await writeDocx(paper));
  expect(lines.slice(lines.indexOf('BÁO CÁO')).slice(0, 2)).toEqual(['BÁO CÁO', campaign]);
  expect(lines).toContain('IV. NHIỆM VỤ THỜI GIAN TỚI');
  expect(paper.title).toBe(`${campaign} - Xã Minh Sơn`);
  expect(tableOfDocx(await writeDocx(reportDocument({ ...june, campaign, figures: [share, teams] })))).toEqual([
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả', 'Ghi chú'],
    ['Tổ chức'],
    ['1', 'Số tổ đã thành lập', 'tổ', '12', ''],
    ['Chính quyền số'],
    ['2', 'Tỷ lệ hồ sơ nộp trực tuyến của xã', '%', '33,3*', ''],
  ]);
  const [sheet] = reportSheets({ ...june, campaign });
  expect(sheet!.rows.at(-1)).toEqual([3, share.name, '%', 33.3, 'Số nhập tay: Bộ phận Một cửa, 14/6']);
  expect(fileTitle({ month: '2022-06', campaign })).toBe('Kết quả 20 ngày cao điểm, 01-10 đến 20-10');
});

it('lays pages out by the decree: A4, margins, Times New Roman 14, numbers on top from the second page', async () => {
  const docx = await writeDocx(reportDocument(june));
  const xml = partOf(docx, 'word/document.xml');
  expect(xml.match(/<w:pgSz w:w="11906" w:h="16838"\/>/g)).toHaveLength(2);
  expect(xml.match(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/g)).toHaveLength(2);
  expect(xml.match(/<w:pgNumType w:start="1"\/><w:titlePg\/>/g)).toHaveLength(2);
  expect(partOf(docx, 'word/styles.xml')).toContain('w:ascii="Times New Roman"');
  expect(partOf(docx, 'word/styles.xml')).toContain('<w:sz w:val="28"/>');
  expect(partOf(docx, 'word/header1.xml')).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="26"\/>.* PAGE /s);
  const text = xml.split('</w:p>').find((one) => one.includes('Toàn xã có'))!;
  expect(text).toContain('<w:spacing w:before="120"');
  expect(text).toContain('<w:ind w:firstLine="720"/><w:jc w:val="both"/>');
  const line = Number(/w:line="(\d+)"/.exec(text)?.[1]) / 240;
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(1.5);
});

it('says the same as PDF, each appendix counted from 1 anew', async () => {
  const many = Array.from({ length: 60 }, (_, i) => figure({ code: `CQ${10 + i}`, name: `Chỉ tiêu số ${i}` }));
  const pages = textOfPdf(
    await renderPdf('text-document', reportDocument({ ...june, figures: [...june.figures, ...many] })),
  );
  const lines = pages.map((page) => page.split('\n'));
  expect(lines[0]).toEqual(expect.arrayContaining(['XÃ MINH SƠN', 'Kính gửi: UBND huyện Triệu Sơn.']));
  const appendix = lines.findIndex((page) => page.includes('BIỂU SỐ LIỆU'));
  expect(lines[appendix]![0]).toBe('Phụ lục');
  expect(lines[appendix + 1]![0]).toBe('2');
  expect(pages.join('')).not.toContain('\ufffd');
});

it('shows in a draft what nobody has written yet, and never in what was sent', async () => {
  const draft = linesOfDocx(await writeDocx(reportDocument({ ...june, draft: 'BẢN NHÁP' })));
  expect(draft.slice(draft.indexOf('III. ĐÁNH GIÁ')).slice(0, 3)).toEqual(['III. ĐÁNH GIÁ', '1. Mặt được', '…']);
});

it('goes to nobody from the top: no "Kính gửi", no "Như trên"', async () => {
  const lines = linesOfDocx(await writeDocx(reportDocument({ ...june, receiver: null })));
  expect(lines.filter((line) => /Kính gửi|Như trên/.test(line))).toEqual([]);
});

it('takes words with marks of formats letter by letter', async () => {
  const hostile = '#read("/etc/passwd") </w:t><w:p> *đậm* $x$ & {{TC99.now}}';
  const sections = [{ key: 'strengths' as const, text: hostile }];
  const paper = reportDocument({ ...june, sections });
  const printed = hostile.replace('{{TC99.now}}', '–');
  expect(linesOfDocx(await writeDocx(paper)).some((line) => line.includes(printed))).toBe(true);
  expect(textOfPdf(await renderPdf('text-document', paper)).join('\n')).not.toContain('root:');
});

it('names the number and the day of the report below the title of each appendix', async () => {
  const lines = linesOfDocx(await writeDocx(reportDocument({ ...june, number: 5, issuedOn: '2022-06-09', units: [] })));
  expect(lines.filter((one) => one.startsWith('(Kèm theo'))).toEqual(
    Array.from({ length: 2 }, () => '(Kèm theo Báo cáo số 05/BC-UBND ngày 09 tháng 6 năm 2022 của UBND xã Minh Sơn)'),
  );
});

it('says "chưa có số liệu" where a share is not known, never "–%"', async () => {
  const sections = [{ key: 'strengths' as const, text: 'Tỷ lệ {{CQ09.now}}%; {{CQ09.year}} %; tăng {{CQ03.now}}%.' }];
  const lines = linesOfDocx(await writeDocx(reportDocument({ ...june, sections })));
  expect(lines).toContain('Tỷ lệ chưa có số liệu; chưa có số liệu; tăng 33,3%*.');
});

describe('the signature', () => {
  const bodyOf = (count: number) => [
    { key: 'strengths' as const, text: Array.from({ length: count }, (_, i) => `Dòng ${i + 1}`).join('\n') },
  ];

  it('never stands on a page without two lines of the text before it, wherever the text ends', async () => {
    for (let count = 12; count < 30; count++) {
      const paper = reportDocument({ ...june, sections: bodyOf(count), silent: [], difficulties: [], figures: [] });
      const pages = textOfPdf(await renderPdf('text-document', paper)).map((page) => page.split('\n'));
      const page = pages.find((lines) => lines.includes('KT. CHỦ TỊCH'));
      expect(page?.filter((one) => one.startsWith('Dòng ')).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('is tied to the last two lines in .docx as well', async () => {
    const xml = partOf(await writeDocx(reportDocument({ ...june, sections: bodyOf(5) })), 'word/document.xml');
    const tied = xml.split('</w:p>').filter((one) => one.includes('<w:keepNext/>'));
    expect(tied.some((one) => one.includes('máy cũ') || one.includes('Máy cũ'))).toBe(true);
    expect(xml.split('</w:p>').find((one) => one.includes('Dòng 1<'))).not.toContain('<w:keepNext/>');
  });
});
