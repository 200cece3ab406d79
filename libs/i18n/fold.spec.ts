import fc from 'fast-check';
import { compareNames, comparePlaces, foldLetters, foldMarks, foldTone, titleCaseName } from './fold.ts';

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵíìỉĩị ĐÐ-'.split(''),
  ),
  maxLength: 24,
});

describe('folds of Vietnamese text', () => {
  it.each([
    ['Hòa', 'Hoà'],
    ['Thúy', 'Thuý'],
    ['Thủy lợi', 'Thuỷ Lợi'],
    ['Đức', 'Ðức'],
    ['Chân Mây - Lăng Cô', 'Chân Mây-Lăng Cô'],
    ["Cư M'gar", 'Cư M’gar'],
  ])('takes %s and %s for one word', (a, b) => {
    expect(foldTone(a)).toBe(foldTone(b));
  });

  it.each([
    ['Hòa', 'Hóa'],
    ['Lý', 'Lí'],
    ['Ân', 'An'],
    ['Dũng', 'Đũng'],
    ['Thôn 1', 'Thôn 10'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(foldTone(a)).not.toBe(foldTone(b));
  });

  it('finds a name typed without marks', () => {
    expect(foldMarks('Đỗ Thị Thuý  Ường')).toBe('do thi thuy uong');
    expect(foldMarks('Hoà  Bình')).toBe(foldMarks('Hòa Bình'));
    expect(foldMarks('Ðỗ'.normalize('NFD'))).toBe('do');
  });

  it('gives the same fold for any normal form and folds nothing twice', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        for (const fold of [foldTone, foldMarks]) {
          expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
          expect(fold(fold(text))).toBe(fold(text));
        }
        expect(foldMarks(foldTone(text))).toBe(foldMarks(text));
      }),
    );
  });

  it('orders people by given name in the Vietnamese order of letters and tones', () => {
    const people = ['Lê Thị Ân', 'Bùi Văn Đạt', 'Trần An', 'Hoàng Dũng', 'Lê Ánh', 'Đỗ Văn An'];
    expect(people.sort(compareNames)).toEqual([
      'Đỗ Văn An',
      'Trần An',
      'Lê Ánh',
      'Lê Thị Ân',
      'Hoàng Dũng',
      'Bùi Văn Đạt',
    ]);
    expect(['Thôn 10', 'Thôn 2'].sort(comparePlaces)).toEqual(['Thôn 2', 'Thôn 10']);
  });

  it('writes a shouted name as a name', () => {
    expect(titleCaseName('LÊ THỊ HỢI')).toBe('Lê Thị Hợi');
    expect(titleCaseName('ĐỖ ƯỚC')).toBe('Đỗ Ước');
  });
});

it('folds letter by letter without moving any', () => {
  expect(foldLetters('Đỗ  Ðỗ–5')).toBe('do  do–5');
});
