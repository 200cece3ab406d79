import { nameOf, type ReformUnit } from '../lines/reform-lines.ts';
import { isSameName } from '../lines/same-name.ts';
import { parentsUnknown } from './match-list.ts';
import { readReformTable } from './reform-table.ts';

const table = (text: string) => readReformTable(text.split('\n').map((line) => line.split(',')));
const problems = (text: string) =>
  table(text)?.problems.map(({ row, column, code }) => `${row} ${column} ${code}`) ?? 'no table';
const head = 'old_code,old_full_name,new_code,new_full_name,relation,share';

it('finds the head below the title, with Vietnamese names in another order', () => {
  const read = table(
    [
      'UBND TỈNH THANH HÓA,,,,',
      'Danh sách kèm Nghị quyết,,,,',
      ',,,,',
      'Tên đơn vị mới,Mã mới,STT,Tên đơn vị cũ,Mã cũ,Toàn bộ hay một phần',
      'Xã Triệu Sơn,15664,1,Thị trấn Triệu Sơn,15664,Toàn bộ',
      'Xã Thọ Ngọc,15754,2,Xã Thọ Cường,15754,một phần',
      'Xã Thọ Bình,15667,3,Xã Thọ Cường,15754,một phần',
    ].join('\n'),
  );
  expect(read?.head).toBe(4);
  expect(read?.problems).toEqual([]);
  expect(read?.rows.slice(0, 2)).toMatchObject([
    {
      row: 5,
      oldCode: '15664',
      oldType: 'thị trấn',
      oldName: 'Triệu Sơn',
      newType: 'xã',
      newName: 'Triệu Sơn',
      relation: 'whole',
    },
    { row: 6, oldName: 'Thọ Cường', newName: 'Thọ Ngọc', relation: 'part' },
  ]);
});

it('is no list without the four columns', () => {
  expect(problems('code,name,type\n15664,Triệu Sơn,xã')).toBe('no table');
});

it('names every wrong row by its column', () => {
  expect(
    problems(
      [
        head,
        'X1,Xã Hợp Lý,15682,Xã Hợp Tiến,whole,',
        '15676,,15682,Xã Hợp Tiến,whole,',
        '15679,Xã Hợp Tiến,15682,Hợp Tiến,whole,',
        '15685,Xã Hợp Thành,15682,Xã Hợp Tiến,nửa,',
        '15688,Xã Hợp Thắng,15682,Xã Hợp Tiến,part,120',
      ].join('\n'),
    ),
  ).toEqual([
    '2 oldCode unit.codeNotDigits',
    '3 oldName unit.nameMissing',
    '4 newName unit.typeMissing',
    '5 relation reform.relationUnknown',
    '6 share reform.shareWrong',
  ]);
});

it('names what only shows when rows stand beside each other', () => {
  expect(
    problems(
      [
        head,
        '1,Xã A,9,Xã M,whole,',
        '1,Xã A,8,Xã N,whole,',
        '2,Xã B,9,Xã M,part,60',
        '2,Xã B,8,Xã N,part,30',
        '3,Xã C,9,Xã Mới,whole,',
        '4,Xã D,9,Xã M,part,',
        '4,Xã D,9,Xã M,part,',
      ].join('\n'),
    ),
  ).toEqual([
    '3 oldCode reform.oldCodeTwice',
    '5 share reform.sharesNot100',
    '6 newName reform.newNameDiffers',
    '8 oldCode reform.oldCodeTwice',
  ]);
});

it('keeps a name that begins with the word for its kind, as the full name says it twice', () => {
  const read = table(`${head}\n19789,Phường Phường Đúc,19774,Phường Thuận Hóa,whole,`);
  expect(read?.rows).toMatchObject([{ oldType: 'phường', oldName: 'Phường Phường Đúc', newName: 'Thuận Hóa' }]);
  const ward = { type: 'phường', name: 'Phường Phường Đúc' };
  expect(nameOf(ward)).toBe('Phường Phường Đúc');
  expect(isSameName(ward, 'Phường Phường Đúc')).toBe(true);
  expect(isSameName({ type: 'phường', name: 'Đúc' }, 'Phường Phường Đúc')).toBe(false);
});

it('names rows whose unit above nobody knows and the list does not make', () => {
  const rows = table(
    `${head},new_parent_code\n1,Xã A,9,Xã B,whole,,38\n2,Xã C,9,Xã B,whole,,83\n3,Xã D,9,Xã B,whole,,\n4,Huyện E,77,Tỉnh F,whole,,\n5,Xã G,8,Xã H,whole,,77`,
  )?.rows;
  const province = { id: 'p', kind: 'province' as const, code: '38' };
  const commune = { id: 'c', kind: 'commune' as const, code: '83' };
  expect(parentsUnknown(rows ?? [], [province, commune] as ReformUnit[])).toEqual([
    { row: 3, column: 'parentCode', code: 'reform.parentUnknown', params: { value: '83' } },
  ]);
});
