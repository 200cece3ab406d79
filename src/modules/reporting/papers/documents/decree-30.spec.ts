import {
  addressLines,
  appendixTitle,
  issuerLines,
  letterhead,
  numberLine,
  pointLetter,
  recipientLines,
  roman,
  signatureLines,
  signingBlock,
  titleBlock,
} from './decree-30.ts';
import { placeAndDate } from '#i18n/decree-dates';

describe('numbers and dates of a letterhead', () => {
  it.each([
    ['2022-01-05', 'Minh Sơn, ngày 05 tháng 01 năm 2022'],
    ['2022-02-28', 'Minh Sơn, ngày 28 tháng 02 năm 2022'],
    ['2022-03-01', 'Minh Sơn, ngày 01 tháng 3 năm 2022'],
    ['2022-06-29', 'Minh Sơn, ngày 29 tháng 6 năm 2022'],
    ['2022-10-09', 'Minh Sơn, ngày 09 tháng 10 năm 2022'],
    ['2026-11-04', 'Minh Sơn, ngày 04 tháng 11 năm 2026'],
    ['2022-12-10', 'Minh Sơn, ngày 10 tháng 12 năm 2022'],
  ])('%s: a 0 before days below 10 and before the first two months only', (on, text) => {
    expect(placeAndDate('Minh Sơn', on)).toBe(text);
  });

  it('leaves the day and the number to the registry', () => {
    expect(placeAndDate('Minh Sơn', '2022-02')).toMatch(/^Minh Sơn, ngày\s{4,}tháng 02 năm 2022$/);
    expect(numberLine(undefined, 'BC-UBND')).toMatch(/^Số:\s{4,}\/BC-UBND$/);
  });

  it.each([
    [1, 'Số: 01/BC-UBND'],
    [9, 'Số: 09/BC-UBND'],
    [10, 'Số: 10/BC-UBND'],
    [115, 'Số: 115/BC-UBND'],
  ])('number %i gets a 0 below 10', (number, text) => expect(numberLine(number, 'BC-UBND')).toBe(text));
});

describe('letters and numbers of parts', () => {
  it('are a, b, c, d, đ, e: the Vietnamese alphabet', () => {
    expect(Array.from({ length: 9 }, (_, i) => pointLetter(i)).join(' ')).toBe('a) b) c) d) đ) e) g) h) i)');
    expect(() => pointLetter(40)).toThrow(RangeError);
  });

  it('are Roman for parts, and for appendices where there are two or more', () => {
    expect([1, 2, 3, 4, 5, 6, 9, 10, 14].map(roman)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'IX', 'X', 'XIV']);
    expect(appendixTitle(0, 1)).toBe('Phụ lục');
    expect([0, 1].map((i) => appendixTitle(i, 2))).toEqual(['Phụ lục I', 'Phụ lục II']);
  });
});

it.each([
  ['none', ['CHỦ TỊCH']],
  ['TM', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  ['KT', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ['TL', ['TL. CHỦ TỊCH', 'TRƯỞNG PHÒNG']],
  ['TUQ', ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG']],
  ['Q', ['Q. CHỦ TỊCH']],
] as const)('signs as %s', (capacity, lines) => {
  const post = { KT: 'Phó Chủ tịch', TL: 'Trưởng phòng', TUQ: 'Trưởng phòng' }[capacity as string] ?? 'Chủ tịch';
  expect(signatureLines(capacity, post)).toEqual(lines);
});

describe('recipients', () => {
  const own = ['Như trên', 'Chủ tịch, các PCT UBND (để b/c)', 'Lưu: VT, VHXH'];
  it('begin with the addressee where there is one, and end with the archive', () => {
    expect(recipientLines(own, 'Như trên')).toEqual([
      '- Như trên;',
      '- Chủ tịch, các PCT UBND (để b/c);',
      '- Lưu: VT.',
    ]);
    expect(recipientLines([], 'Như trên', 'VP')).toEqual(['- Như trên;', '- Lưu: VT, VP.']);
    expect(recipientLines(own, null)).toEqual(['- Chủ tịch, các PCT UBND (để b/c);', '- Lưu: VT.']);
  });

  it('are addressed on one line, or each on its own', () => {
    expect(addressLines(['UBND huyện Triệu Sơn'])).toEqual(['Kính gửi: UBND huyện Triệu Sơn.']);
    expect(addressLines(['A', 'B'])).toEqual(['Kính gửi:', '- A;', '- B.']);
  });
});

describe('what stands where', () => {
  it('names no agency above a people’s committee', () => {
    expect(issuerLines('Xã Minh Sơn')).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ MINH SƠN']);
  });

  it('has sizes within the decree, the motto’s rule as long as the motto, the others a third to a half', () => {
    const [top, below] = letterhead({ issuer: issuerLines('Xã Minh Sơn'), number: 'Số: 1', placeAndDate: 'x' });
    if (top?.kind !== 'columns' || below?.kind !== 'columns') throw new Error('no columns');
    const runs = top.cells.flat().flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
    expect(runs.every(({ bold, size = 0 }) => bold && size >= 12 && size <= 13)).toBe(true);
    const rules = top.cells.flat().flatMap((block) => (block.kind === 'rule' ? [block.length] : []));
    expect(rules[0]).toBeGreaterThan(10);
    expect(rules[0]).toBeLessThan(17);
    expect(rules[1]).toBe(61);
    const [number, date] = below.cells.map(([block]) => (block?.kind === 'paragraph' ? block.runs[0] : undefined));
    expect(number).toMatchObject({ size: 13 });
    expect(date).toMatchObject({ size: 13, italic: true });
    expect(titleBlock('BÁO CÁO', 'x')[0]).toMatchObject({ runs: [{ bold: true, size: 14 }] });
  });

  it('puts recipients on the left in 11, who signs on the right in bold 14', () => {
    const block = signingBlock({ recipients: ['- Lưu: VT.'], signature: ['KT. CHỦ TỊCH'], signer: null });
    if (block.kind !== 'columns') throw new Error('no columns');
    const [left, right] = block.cells.map((blocks) =>
      blocks.flatMap((one) => (one.kind === 'paragraph' ? one.runs : [])),
    );
    expect(left).toEqual([
      { text: 'Nơi nhận:', bold: true, italic: true, size: 12 },
      { text: '- Lưu: VT.', size: 11 },
    ]);
    expect(right?.[0]).toEqual({ text: 'KT. CHỦ TỊCH', bold: true, size: 14 });
  });
});
