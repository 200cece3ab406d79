import type { UnitKind } from '#contracts/enums';
import { readUnitTable as read } from './unit-table.ts';

const readUnitTable = (text: string, kind: UnitKind) =>
  read(
    text.split(/\r?\n/).map((line) => line.split(',')),
    kind,
  );

const header = 'code,name,full_name,type,district_code,province_code';

describe('readUnitTable', () => {
  it('reads a list as the statistics office publishes it', () => {
    const table = readUnitTable(
      `${header}\r\n15691,Minh Sơn,Xã Minh Sơn,xa,397,38\r\n15664,Triệu Sơn (cũ),Thị trấn,thi_tran,397,38\r\n`,
      'commune',
    );
    expect(table?.lines).toEqual([
      { row: 2, code: '15691', name: 'Minh Sơn', type: 'xã', parentCode: '397' },
      { row: 3, code: '15664', name: 'Triệu Sơn (cũ)', type: 'thị trấn', parentCode: '397' },
    ]);
    expect(table?.findings).toEqual([]);
  });

  it('names the row and column of every cell that it cannot use, and keeps the others', () => {
    const table = readUnitTable(
      `${header}\nX1,A,,xa,397,38\n15691,,,xa,397,38\n15692,B,,,397,38\n15693,C,,xa,397,38\n15693,D,,xa,397,38`,
      'commune',
    );
    expect(table?.findings.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'code', 'unit.codeNotDigits'],
      [3, 'name', 'unit.nameMissing'],
      [4, 'type', 'unit.typeMissing'],
    ]);
    expect(table?.lines.map(({ code }) => code)).toEqual(['15693', '15693']);
  });

  it('keeps leading zeros and composes decomposed names', () => {
    const table = readUnitTable(`${header}\n00123,${'Hòa'.normalize('NFD')},,xa,397,38`, 'commune');
    expect(table?.lines[0]).toMatchObject({ code: '00123', name: 'Hòa'.normalize('NFC') });
  });

  it('finds its columns by Vietnamese headings, in any order, and the type in the name', () => {
    const table = readUnitTable(
      'STT,Mã huyện,Tên đơn vị,Mã\n1,397,Thị trấn Nưa,15676\n2,397,Xã Thọ Dân,15688',
      'commune',
    );
    expect(table).toMatchObject({
      columns: { code: 3, name: 2, type: null, parent: 1 },
      lines: [
        { code: '15676', name: 'Nưa', type: 'thị trấn', parentCode: '397' },
        { code: '15688', name: 'Thọ Dân', type: 'xã' },
      ],
    });
  });

  it('takes the columns that it is told, and leaves a hamlet its word', () => {
    const rows = [
      ['a', 'b'],
      ['Thôn 1', '77'],
    ];
    const columns = { code: 1, name: 0, type: null, parent: null };
    expect(read(rows, 'hamlet', { columns })?.lines).toEqual([
      { row: 2, code: '77', name: 'Thôn 1', type: 'thôn', parentCode: '' },
    ]);
  });

  it('says nothing of a file that is no table', () => {
    expect(readUnitTable('a;b;c\n1;2;3', 'commune')).toBeUndefined();
  });

  it('finds its heads below titles, and numbers lines as the sheet does', () => {
    expect(readUnitTable('DANH MỤC ĐƠN VỊ\n\nSố TT,Mã,Tên\n1,15676,Thị trấn Nưa', 'commune')).toMatchObject({
      headerRow: 3,
      columns: { code: 1, name: 2 },
      lines: [{ row: 4, code: '15676', name: 'Nưa', type: 'thị trấn' }],
    });
  });

  it('takes no column that no head explains, and shows what stands in each so that somebody can say', () => {
    const text = 'Ký hiệu,Địa danh\n15676,Thị trấn Nưa\n15688,Xã Thọ Dân';
    expect(readUnitTable(text, 'commune')).toEqual({
      headerRow: 1,
      header: ['Ký hiệu', 'Địa danh'],
      samples: [
        ['15676', '15688'],
        ['Thị trấn Nưa', 'Xã Thọ Dân'],
      ],
      columns: { code: null, name: null, type: null, parent: null },
      lines: [],
      findings: [],
    });
    const rows = text.split('\n').map((line) => line.split(','));
    const columns = { code: 0, name: 1, type: null, parent: null };
    expect(read(rows, 'commune', { columns, headerRow: 1 })?.lines.map(({ name }) => name)).toEqual(['Nưa', 'Thọ Dân']);
  });

  it('takes the parent of the line from the column of its kind', () => {
    expect(
      readUnitTable('code,name,type,province_code\n397,Triệu Sơn,huyen,38', 'district')?.lines[0]?.parentCode,
    ).toBe('38');
  });
});
