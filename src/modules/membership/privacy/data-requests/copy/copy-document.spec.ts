/** The copy on paper as its reader has it: words for codes, days as people write them, nothing that is empty. */
import { roles, accountProofs, accountSpaces, channelIds, phonePurposes } from '#contracts/enums';
import { exportPurposes, paperPurposes } from '#contracts/access/log-kinds';
import { dataRequestKinds } from '#contracts/privacy/request-kinds';
import { invitationStates } from '#contracts/training/training-states';
import type { Block, Table } from '#documents';
import { cellOf, copyWords } from './cell-words.ts';
import { copyDocument, copyName, MOST_PRINTED, type OwnCopy } from './copy-document.ts';

const copy = (part: Partial<OwnCopy> = {}): OwnCopy => ({
  kind: 'view',
  lang: 'vi',
  name: 'Lê Thị Thắm',
  code: 'YC-0031',
  unit: 'Xã Minh Sơn',
  receivedAt: '2022-06-21T20:00:00Z',
  today: '2022-06-23',
  counts: [
    { kind: 'identity', count: 1 },
    { kind: 'papers', count: 2 },
  ],
  tables: [
    { kind: 'identity', rows: [{ fullName: 'Lê Thị Thắm' }] },
    { kind: 'photos', rows: [] },
  ],
  ...part,
});
const said = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text) : []));
const tables = (blocks: readonly Block[]) => blocks.filter((block): block is Table => block.kind === 'table');
const cells = ({ groups }: Table) => groups.map((group) => group[0]?.map((cell) => cell?.text));

describe('the copy of what is held', () => {
  it('says what for, on what ground, how long and who sees it; what stands in papers, and of what there is nothing', () => {
    const { title, blocks } = copyDocument(copy());
    expect(title).toBe('Bản dữ liệu đang giữ về ông/bà Lê Thị Thắm');
    expect(copyName(copy())).toBe('Bản dữ liệu - Lê Thị Thắm - YC-0031');
    const lines = said(blocks);
    expect(lines[1]).toBe('Yêu cầu YC-0031, nhận ngày 22/6/2022. Bản này lập ngày 23/6/2022. Nơi giữ: Xã Minh Sơn.');
    expect(lines.slice(3, 8)).toEqual([
      '1. Họ tên (1 bản ghi)',
      'Để làm gì: Để xã và tổ biết ai là ai trong danh sách và văn bản.',
      'Căn cứ: nhiệm vụ được giao.',
      'Giữ bao lâu: đến khi xin xóa; số đã báo cáo ở lại, tên thì bỏ.',
      'Ai xem được: tổ, cán bộ của xã và cấp trên.',
    ]);
    expect(lines).toContain('2. Tên trong văn bản, quyết định (2 bản ghi)');
    expect(lines.at(-2)).toBe('Không giữ gì về: Ảnh đã gửi.');
    expect(tables(blocks).map(cells)).toEqual([[['Lê Thị Thắm']]]);
  });

  it('leaves empty columns out, and of very many rows prints the newest', () => {
    const rows = Array.from({ length: MOST_PRINTED + 5 }, (_, i) => ({ number: '+84512111333', replacedAt: null, i }));
    const { blocks } = copyDocument(
      copy({ counts: [{ kind: 'contact', count: rows.length }], tables: [{ kind: 'contact', rows }], lang: 'en' }),
    );
    const [table] = tables(blocks);
    expect(table?.header[0]?.map((cell) => cell?.text)).toEqual(['Phone number', 'i']);
    expect(cells(table as Table)[1]).toEqual(['0512 111 333', '1']);
    expect(cells(table as Table)).toHaveLength(MOST_PRINTED);
    expect(said(blocks).some((text) => text.startsWith('5 older records are not printed'))).toBe(true);
  });

  it('of who looked has that alone, also when nobody has', () => {
    const { blocks } = copyDocument(copy({ kind: 'looks' }));
    expect(said(blocks)[3]).toBe('1. Nhật ký ai xem số, ai lấy danh sách (0 bản ghi)');
    expect(said(blocks).at(-1)).toBe('Chưa có ai xem số hoặc lấy danh sách có số của ông/bà.');
    expect(tables(blocks)).toEqual([]);
  });
});

describe('a cell', () => {
  it('has days, times and several things as people write them', () => {
    expect(cellOf('at', '2022-06-22T20:05:09.123+00:00', 'vi')).toBe('23/6/2022 03:05');
    expect(cellOf('happenedOn', '2022-06-22', 'en')).toBe('22 Jun 2022');
    expect(cellOf('quietFrom', '21:00:00', 'vi')).toBe('21:00');
    expect(cellOf('numbers', [3, 1200.5], 'vi')).toBe('3; 1.200,5');
    expect(cellOf('isMain', true, 'vi')).toBe('có');
    expect(cellOf('note', null, 'vi')).toBe('');
    expect(cellOf('words', 'leader', 'vi')).toBe('leader');
    expect(cellOf('kind', 'taskAssigned', 'vi')).toBe('Việc mới: …');
    expect(cellOf('kind', 'constructor', 'vi')).toBe('constructor');
  });

  it('has words for every code of the contract', () => {
    const codes = {
      role: [...roles, 'supporter'],
      space: accountSpaces,
      proof: accountProofs,
      kind: dataRequestKinds,
      state: [...invitationStates, 'accepted', 'refused'],
      offChannels: channelIds,
      purpose: [...exportPurposes, ...paperPurposes, ...phonePurposes],
    };
    for (const lang of ['vi', 'en'] as const)
      for (const [key, values] of Object.entries(codes))
        for (const value of values) {
          const said = cellOf(key, value, lang);
          expect([key, value, said, /[_]|^$/.test(said)]).toEqual([key, value, said, false]);
          expect(key === 'purpose' || `value.${key}.${value}` in copyWords[lang]).toBe(true);
        }
  });
});
