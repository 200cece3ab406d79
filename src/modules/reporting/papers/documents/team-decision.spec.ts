/** The whole text of a decision, as .docx and as PDF: what a chair signs is read here line by line. */
import { renderPdf, writeDocx } from '#documents';
import { linesOfDocx, tableOfDocx } from '../../../../../test/support/files/docx-text.ts';
import { marksOfPdf } from '../../../../../test/support/files/pdf-marks.ts';
import { textOfPdf } from '../../../../../test/support/files/pdf-text.ts';
import { type TeamDecisionPaper, teamDecision } from './team-decision.ts';

const team = (name: string, groupName: string | null = `CNS-${name}-Xã Minh Sơn`) => ({
  name,
  groupName,
  members: [
    { fullName: 'Phạm Bá Quý', position: 'Trưởng thôn', role: 'leader' as const },
    { fullName: 'Lê Thị Thắm', position: 'Bí thư Chi đoàn', role: 'deputy' as const },
    { fullName: 'Trịnh Đình Cường', position: null, role: 'member' as const },
  ],
});
const paper: TeamDecisionPaper = {
  unit: { name: 'Minh Sơn', fullName: 'Xã Minh Sơn' },
  issuedOn: '2022-04',
  office: {
    symbol: 'BC-UBND',
    capacity: 'KT',
    signerPost: 'Phó Chủ tịch',
    signer: 'Lê Văn Hùng',
    place: null,
    recipients: ['UBND huyện (để b/c)'],
    drafter: 'VHXH',
  },
  bases: [
    'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
    'Công văn số 577/STTTT-CNTT ngày 28 tháng 3 năm 2022 của Sở Thông tin và Truyền thông về việc thành lập Tổ công nghệ số cộng đồng',
  ],
  proposer: 'Công chức Văn hóa - Xã hội',
  teams: [team('Thôn 1'), team('Khu phố Tân Phong')],
};

it('reads as a decision by decree 30: heading, bases, articles, signature, list', async () => {
  const docx = await writeDocx(teamDecision(paper));
  const lines = linesOfDocx(docx)
    .map((text) => text.trim())
    .filter(Boolean);
  expect(lines.slice(0, lines.indexOf('Phụ lục'))).toEqual([
    'ỦY BAN NHÂN DÂN',
    'XÃ MINH SƠN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    expect.stringMatching(/^Số: +\/QĐ-UBND$/),
    expect.stringMatching(/^Minh Sơn, ngày +tháng 4 năm 2022$/),
    'QUYẾT ĐỊNH',
    'Về việc thành lập các Tổ công nghệ số cộng đồng trên địa bàn xã Minh Sơn',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH SƠN',
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
    expect.stringMatching(/^Căn cứ Công văn số 577.*cộng đồng;$/),
    'Theo đề nghị của Công chức Văn hóa - Xã hội.',
    'QUYẾT ĐỊNH:',
    'Điều 1. Thành lập 02 Tổ công nghệ số cộng đồng trên địa bàn xã Minh Sơn, với 06 thành viên có tên trong danh sách kèm theo Quyết định này.',
    expect.stringMatching(/^Điều 2\. Các Tổ công nghệ số cộng đồng tuyên truyền .* đặt tên như trong danh sách\.$/),
    'Điều 3. Quyết định này có hiệu lực kể từ ngày ký.',
    expect.stringMatching(/^Điều 4\. Văn phòng .* chịu trách nhiệm thi hành Quyết định này\.\/\.$/),
    'Nơi nhận:',
    '- Như Điều 4;',
    '- UBND huyện (để b/c);',
    '- Lưu: VT, VHXH.',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Lê Văn Hùng',
  ]);
  expect(tableOfDocx(docx).map((row) => row.filter(Boolean))).toEqual([
    ['TT', 'Họ và tên', 'Chức vụ, đơn vị', 'Nhiệm vụ trong Tổ'],
    ['I', 'Tổ công nghệ số cộng đồng thôn 1 (03 người; tên nhóm: CNS-Thôn 1-Xã Minh Sơn)'],
    ['1', 'Phạm Bá Quý', 'Trưởng thôn', 'Tổ trưởng'],
    ['2', 'Lê Thị Thắm', 'Bí thư Chi đoàn', 'Tổ phó'],
    ['3', 'Trịnh Đình Cường', 'Thành viên'],
    ['II', 'Tổ công nghệ số cộng đồng khu phố Tân Phong (03 người; tên nhóm: CNS-Khu phố Tân Phong-Xã Minh Sơn)'],
    ['1', 'Phạm Bá Quý', 'Trưởng thôn', 'Tổ trưởng'],
    ['2', 'Lê Thị Thắm', 'Bí thư Chi đoàn', 'Tổ phó'],
    ['3', 'Trịnh Đình Cường', 'Thành viên'],
  ]);
});

it('names one team by itself, leaves open what nobody has said, and is the same as PDF', async () => {
  const one = teamDecision({
    ...paper,
    bases: paper.bases.slice(0, 1),
    proposer: null,
    office: { ...paper.office, capacity: 'TM', signerPost: 'Chủ tịch', signer: null },
    teams: [team('Thôn 1', null)],
  });
  const pages = textOfPdf(await renderPdf('text-document', one));
  const text = pages.join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('Về việc thành lập Tổ công nghệ số cộng đồng thôn 1, xã Minh Sơn');
  expect(text).toContain('Thành lập Tổ công nghệ số cộng đồng thôn 1, xã Minh Sơn, gồm 03 thành viên có tên');
  expect(text).toMatch(/Căn cứ …+; Theo đề nghị của …+\./);
  expect(text).not.toContain('đặt tên như');
  const lines = linesOfDocx(await writeDocx(one)).map((each) => each.trim());
  expect(lines).toContain('CHỦ TỊCH');
  expect(lines).not.toContain('TM. ỦY BAN NHÂN DÂN');
  expect(text).toContain('(Kèm theo Quyết định số');
});

it('is called in its metadata as on the page: names keep their capitals', async () => {
  const title = 'Quyết định về việc thành lập các Tổ công nghệ số cộng đồng trên địa bàn xã Minh Sơn';
  expect(teamDecision(paper).title).toBe(title);
  expect(marksOfPdf(await renderPdf('text-document', teamDecision(paper)))).toMatchObject({ title, isUa: true });
});
