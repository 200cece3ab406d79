import fc from 'fast-check';
import { foldMarks } from './fold.ts';
import { finds, searchPattern } from './spoken.ts';

describe('searching as north, centre and south write and say it', () => {
  it.each([
    ['Võ Thị Hoa', 'Vũ Thị Huê'],
    ['hoang van phuc', 'Huỳnh Văn Phước'],
    ['Nhơn', 'Trần Đình Nhân'],
    ['Lí', 'Lê Thị Lý'],
    ['quy', 'Nguyễn Quí'],
    ['bắp', 'Cách trồng ngô'],
    ['ngo', 'Giống bắp lai'],
    ['đậu phộng', 'Giá lạc'],
    ['khoai mi', 'Thu hoạch sắn'],
    ['bánh tráng', 'Bánh đa nem Thôn 3'],
    ['không vô được', 'Không vào được tài khoản'],
    ['gởi hồ sơ', 'Gửi hồ sơ ở đâu'],
    ['dak lak', 'Đắc Lắc'],
    ['răng không nộp được', 'Sao không nộp được hồ sơ'],
    ['bác sỹ', 'Đặt lịch bác sĩ'],
    ['nguyen van xinh', 'Nguyễn Văn Sinh'],
    ['le thi nan', 'Lê Thị Lan'],
    ['tran thi lan', 'Trần Thị Lang'],
    ['tran quoc viec', 'Trần Quốc Việt'],
    ['chan van rung', 'Trần Văn Dũng'],
    ['chan may - lang co', 'Chân Mây-Lăng Cô'],
  ])('finds by %s what is written %s', (query, text) => {
    expect(finds(query)(text)).toBe(true);
  });

  it.each([
    // With its marks a word means that form alone.
    ['Vợ', 'Vũ Thị Hoa'],
    ['Hoàn', 'Huỳnh Văn Phúc'],
    // Other forms are whole words, and a word alone has no sounds beside it.
    ['vu', 'Voi'],
    ['rang', 'Sao'],
    ['lan', 'Nan Hồng'],
    ['Thôn 1', 'Thôn 2'],
    ['a.b', 'axb'],
  ])('does not find by %s what is written %s', (query, text) => {
    expect(finds(query)(text)).toBe(false);
  });

  it('finds whatever holds the words as they are typed, in any letters', () => {
    const letters = fc.constantFrom(...'aăâbcđeêghiklmnoôơqrstuưvxyáàảãạấềốửíy 019.-()*+?[]\\/%_'.split(''));
    const text = fc.string({ unit: letters, maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (before, query, after) => {
        expect(finds(query)(`${before}${query}${after}`)).toBe(true);
        expect(finds(foldMarks(query))(`${before} ${query} ${after}`)).toBe(true);
      }),
    );
  });

  it('finds everything by nothing, and bounds what it asks for', () => {
    expect([searchPattern('  '), finds('')('Thôn 1')]).toEqual(['', true]);
    expect(searchPattern('hoang '.repeat(17)).length).toBeLessThan(2_000);
  });
});
