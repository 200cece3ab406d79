import fc from 'fast-check';
import { communeKey, hamletKey, readHamletName, sameCommune } from './unit-names.ts';

describe('names of hamlets', () => {
  it.each([
    'Thôn 1',
    'Thôn1',
    'T1',
    'T.1',
    'thôn 01',
    'Thôn Một',
    'THÔN 1',
    'thon 1',
    'Thôn số 1',
    'Thôn: 1',
    'Tổ công nghệ số cộng đồng Thôn 1',
    'Tổ CNSCĐ thôn 1',
    'Tổ CNS - Thôn 1',
    'Thôn I',
    'Thôn 1 (5 người)',
  ])('takes %s for Thôn 1', (text) => {
    expect(readHamletName(text)).toMatchObject({ type: 'thon', name: 'Thôn 1', key: 'thon:1' });
  });

  it.each([
    ['KP 3', 'Khu phố 3'],
    ['kp3', 'Khu phố 3'],
    ['Khu phố Ba', 'Khu phố 3'],
    ['Phố Giắt', 'Phố Giắt'],
    ['phố giắt', 'Phố Giắt'],
    ['PHỐ GIẮT', 'Phố Giắt'],
    ['TDP 5', 'Tổ dân phố 5'],
    ['Bản Bon', 'Bản Bon'],
    ['Thôn Hoà Bình', 'Thôn Hoà Bình'],
    ['Xóm 12a', 'Xóm 12A'],
    ['Thôn Mười Hai', 'Thôn 12'],
    ['Thôn 1.', 'Thôn 1'],
  ])('spells %s as %s', (text, name) => {
    expect(readHamletName(text)?.name).toBe(name);
  });

  it.each(['Thôn....', 'Thôn', '', 'Minh Sơn', 'Tổng cộng', 'Trưởng thôn', 'Trần Văn A', 'P. Bí thư', 'T. Hương'])(
    'finds no hamlet in %j',
    (text) => {
      expect(readHamletName(text)).toBeNull();
    },
  );

  it('keeps the former commune in the key, since each had its Thôn 1', () => {
    expect(hamletKey('Thôn 1 (xã Minh Sơn cũ)')).toBe('thon:1@minh sơn');
    for (const text of ['Thôn 1 - Minh Sơn', 'Thôn 1, xã Minh Sơn', 'Thôn 1 xã Minh Sơn'])
      expect(readHamletName(text)?.formerCommune).toBe('Minh Sơn');
    expect(readHamletName('Thôn 1 (Minh Sơn cũ, Triệu Sơn)')?.formerCommune).toBe('Minh Sơn, Triệu Sơn');
    expect(hamletKey('Thôn 1 (Dân Lực)')).not.toBe(hamletKey('Thôn 1 (Minh Sơn)'));
  });

  it('folds tone placement but not the tone', () => {
    expect(hamletKey('Thôn Hòa Bình')).toBe(hamletKey('thôn Hoà bình'));
    expect(hamletKey('Thôn Hòa Bình')).not.toBe(hamletKey('Thôn Hóa Bình'));
    expect(hamletKey('Phố 1')).not.toBe(hamletKey('Khu phố 1'));
  });

  it('gives its own spelling the same key and name again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Thôn', 'T', 'thôn ', 'KP', 'Khu phố ', 'TDP ', 'Bản '),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('', '0', ' ', ' 0'),
        (word, number, zero) => {
          const read = readHamletName(`${word}${zero}${number}`);
          expect(read).not.toBeNull();
          expect(readHamletName(read!.name)).toEqual(read);
          expect(read!.key.endsWith(`:${number}`)).toBe(true);
        },
      ),
    );
  });

  it('compares communes without their kind', () => {
    expect(communeKey('Tên đơn vị: UBND xã Minh Sơn')).toBe(communeKey('Minh Sơn'));
    expect(sameCommune('UBND thị trấn Nưa', 'thị trấn Nưa')).toBe(true);
    expect(sameCommune('UBND xã Thái Hoà', 'xã Thái Hòa')).toBe(true);
    expect(sameCommune('UBND xa Minh Son', 'xã Minh Sơn')).toBe(true);
    expect(sameCommune('xã Dân Lực', 'xã Minh Sơn')).toBe(false);
    expect(communeKey('Tên đơn vị: UBND xã.....')).toBe('');
  });
});
