import fc from 'fast-check';
import { understand } from './understand.ts';
import { foldLetters } from '#i18n/fold';
import { readBareNumber, readReport } from './typed-report.ts';

const read = (text: string) => readReport(text)?.lines.map(({ quantity, words }) => `${quantity}|${words}`);

describe('a typed report', () => {
  it.each([
    ['4 lượt dịch vụ công, 3 hộ lên sàn', ['4|lượt dịch vụ công', '3|hộ lên sàn']],
    ['4 luot dich vu cong 3 ho len san', ['4|luot dich vu cong', '3|ho len san']],
    ['4 lượt dịch vụ công và 3 hộ lên sàn', ['4|lượt dịch vụ công', '3|hộ lên sàn']],
    ['dịch vụ công: 4, lên sàn: 3', ['4|dịch vụ công', '3|lên sàn']],
    ['Hôm qua: 1.200 lượt tuyên truyền; 2 cụ cài VssID.', ['1200|lượt tuyên truyền', '2|cụ cài VssID']],
    ['5 hồ sơ thôn 3', ['5|hồ sơ thôn 3']],
    ['5 hồ sơ thôn 3, 2 hộ lên sàn', ['5|hồ sơ thôn 3', '2|hộ lên sàn']],
    ['5 hồ sơ, bà con vui lắm', ['5|hồ sơ, bà con vui lắm']],
    ['hai mươi lăm lượt dịch vụ công, ba hộ lên sàn', ['25|lượt dịch vụ công', '3|hộ lên sàn']],
    ['nam ho len san', ['5|ho len san']],
    ['em làm được 7 hồ sơ', ['7|hồ sơ']],
    ['12/11 5 hồ sơ', ['5|hồ sơ']],
  ])('"%s" is read whole', (text, lines) => {
    expect(read(text)).toEqual(lines);
  });

  it.each([
    '4 lượt dịch vụ công, khó khăn: sóng yếu',
    '4,5 lượt dịch vụ công',
    '4 lượt dịch vụ công (12)',
    'hôm qua 4 hồ sơ, hôm nay 3 hồ sơ',
    '1.000.000 lượt dịch vụ công',
    'ba tôi đi vắng',
    'từ 3 đến 5 hồ sơ',
  ])('"%s" is not read by half', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    ['hôm qua 5 hồ sơ', { kind: 'ago', days: 1 }],
    ['5 ho so hom kia', { kind: 'ago', days: 2 }],
    ['bữa ni 5 hồ sơ', { kind: 'ago', days: 0 }],
    ['ngày 12 5 hồ sơ', { kind: 'date', day: 12 }],
    ['5 hồ sơ ngày 12 tháng 11', { kind: 'date', day: 12, month: 11 }],
    ['12/11/2022: 5 hồ sơ', { kind: 'date', day: 12, month: 11, year: 2022 }],
    ['thứ hai 5 hồ sơ', { kind: 'weekday', weekday: 1, lastWeek: false }],
    ['thu 6 tuan truoc 5 ho so', { kind: 'weekday', weekday: 5, lastWeek: true }],
    ['chủ nhật vừa rồi, 5 hồ sơ', { kind: 'weekday', weekday: 7, lastWeek: false }],
  ])('"%s" names its day', (text, day) => {
    expect(readReport(text)).toMatchObject({ lines: [{ quantity: 5 }], day });
  });

  it('of so many results gives exactly those, however they are joined and with or without marks, or nothing', () => {
    const words = [
      'lượt dịch vụ công',
      'hộ lên sàn',
      'người nghe tuyên truyền',
      'hồ sơ thôn 3',
      'cụ cài VssID',
      'con gà',
    ];
    const result = fc.record({ quantity: fc.integer({ min: 1, max: 999_999 }), words: fc.constantFrom(...words) });
    const joint = fc.constantFrom(
      ', ',
      ',',
      '; ',
      '\n',
      ' và ',
      ' ',
      ' + ',
      ' & ',
      ' rồi ',
      ' / ',
      '. ',
      ' với ',
      ' (',
    );
    const day = fc.constantFrom('', 'hôm qua ', 'ngày 12, ', '12/11: ', 'thứ hai ');
    const typed = fc.array(fc.tuple(result, joint), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(typed, day, fc.boolean(), (parts, lead, plain) => {
        const whole =
          lead +
          parts.map(([one, end], i) => `${one.quantity} ${one.words}${i < parts.length - 1 ? end : ''}`).join('');
        const lines = readReport(plain ? foldLetters(whole) : whole)?.lines;
        if (!lines) return true;
        const same = (text: string) =>
          foldLetters(text)
            .replace(/[^a-z0-9 ]/g, '')
            .trim();
        expect(lines.map((line) => line.quantity)).toEqual(parts.map(([one]) => one.quantity));
        for (const [i, line] of lines.entries())
          expect(same(line.words)).toMatch(new RegExp(`^${same(parts[i]![0].words)}`));
        return true;
      }),
      { numRuns: 2_000 },
    );
  });
});

it.each([
  ['khó khăn: sóng yếu', 'sóng yếu'],
  ['kho khan may hong', 'may hong'],
  ['Vướng mắc - bà con chưa có căn cước', 'bà con chưa có căn cước'],
  ['báo khó khăn', ''],
])('"%s" is a difficulty', (text, about) => {
  expect(understand(text)).toEqual({ kind: 'difficulty', text: about });
});

describe('a quick report in words', () => {
  it.each([
    ['5 lượt dịch vụ công', [[5, 'lượt dịch vụ công']]],
    ['1.200 hộ', [[1200, 'hộ']]],
    ['Dịch vụ công: 5', [[5, 'Dịch vụ công']]],
    [
      '- 5 lượt dịch vụ công\n\n- 3 tài khoản VNeID.',
      [
        [5, 'lượt dịch vụ công'],
        [3, 'tài khoản VNeID'],
      ],
    ],
  ])('reads %j', (text, lines) => {
    expect(readReport(text)?.lines.map(({ quantity, words }) => [quantity, words])).toEqual(lines);
  });

  it.each([
    '',
    '5',
    'chào',
    '0 lượt',
    '-5 lượt',
    '5 lượt\nchào',
    '1.20 hộ',
    '5,5 hộ',
    '1234567 hộ',
    '0511 234 567',
    Array.from({ length: 11 }, () => '1 hộ').join('\n'),
  ])('does not guess at %j', (text) => {
    expect(readReport(text)).toBeUndefined();
  });
});

describe('a number alone', () => {
  it.each([
    ['12', { quantity: 12 }],
    [' 1.200. ', { quantity: 1200 }],
    ['hôm qua 5', { quantity: 5, day: { kind: 'ago', days: 1 } }],
    ['5 hom qua', { quantity: 5, day: { kind: 'ago', days: 1 } }],
    ['ngày 12: 5', { quantity: 5, day: { kind: 'date', day: 12 } }],
  ])('is read with its day: %s', (text, read) => {
    expect(readBareNumber(text)).toEqual(read);
  });

  it.each(['0', 'ngày 12', 'hôm qua', '5 hồ sơ', '5 6', 'hôm qua 5 hôm nay 6', '1234567', '12/11'])(
    'is nothing else: %s',
    (text) => {
      expect(readBareNumber(text)).toBeUndefined();
    },
  );
});
