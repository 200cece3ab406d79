import { parseWhole, pasteTargets } from './paste-targets.ts';

const places = [
  { id: 'ms', name: 'Xã Minh Sơn' },
  { id: 'dl', name: 'Xã Dân Lý' },
  { id: 'dli', name: 'Xã Dân Lỵ' },
  { id: 'tt', name: 'Thị trấn Triệu Sơn' },
  { id: 'p1', name: 'Phường 1' },
];
const paste = (text: string, start = 0) => pasteTargets(places, start, text);
const kinds = (text: string) => paste(text).findings.map(({ row, kind }) => [row, kind]);

describe('a whole number as people write it', () => {
  it.each([
    ['1200', 1200],
    ['1.200', 1200],
    ['1,200', 1200],
    ['1 200', 1200],
    ['1.200,0', 1200],
    ['12.345.678', 12_345_678],
    [' 0 ', 0],
  ])('%s', (text, value) => {
    expect(parseWhole(text)).toBe(value);
  });

  it.each(['', 'abc', '12,5', '1.20', '-3', '12 hồ sơ', '999999999'])('not %s', (text) => {
    expect(parseWhole(text)).toBeUndefined();
  });
});

describe('numbers pasted from a sheet', () => {
  it('fill a column from the cell on, and what is left over is named', () => {
    expect(paste('10\n\n30', 1).values).toEqual({ dl: 10, tt: 30 });
    expect(paste('1\n2\n3\n4\n5\n6').findings).toMatchObject([{ row: 6, text: '6', kind: 'unknown' }]);
  });

  it('go by the names beside them, in any order, with or without marks and "xã"', () => {
    expect(paste('minh son\t1.200\nTriệu Sơn\t30\nphuong 1\t7').values).toEqual({ ms: 1200, tt: 30, p1: 7 });
    expect(paste('1.200\tXã Minh Sơn\n30\tTT Triệu Sơn').values).toEqual({ ms: 1200, tt: 30 });
    expect(paste('Xã Minh Sơn 1.200\nPhường 1: 5\nx. Dân Lý - 40').values).toEqual({ ms: 1200, p1: 5, dl: 40 });
  });

  it('leave out a first column that counts the rows', () => {
    expect(paste('TT\tXã\tChỉ tiêu\n1\tMinh Sơn\t120\n2\tDân Lý\t80')).toMatchObject({
      values: { ms: 120, dl: 80 },
      findings: [{ row: 1 }],
    });
  });

  it('name by row what fits no place, two places, one twice, and what has no number or two', () => {
    expect(kinds('Minh Sơn\t10\nMinh Xuân\t20\nDan Ly\t30\nMinh Son\t40\nTriệu Sơn\nPhường 1\t5\t6')).toEqual([
      [2, 'unknown'],
      [3, 'ambiguous'],
      [4, 'twice'],
      [5, 'noNumber'],
      [6, 'manyNumbers'],
    ]);
    expect(paste('Dan Ly\t30\nMinh Sơn\t1').findings[0]).toEqual({
      row: 1,
      text: 'Dan Ly 30',
      kind: 'ambiguous',
      names: ['Xã Dân Lý', 'Xã Dân Lỵ'],
    });
  });
});
