/** Whatever a sheet holds, reading it ends with an answer: no throw, stable keys, nobody without a team, no half phones. */
import fc from 'fast-check';
import type { Cell, Sheet, Workbook } from '#documents';
import { header } from '../../../../../../test/support/files/rosters.ts';
import { blockingFindings, type Choice } from '../findings.ts';
import { applyChoices, canConfirm, parseRoster } from '../parse-roster.ts';

const texts = [
  '',
  ' ',
  'Thôn 1',
  'T2',
  'I',
  'II. Thôn 3',
  'Tổng cộng',
  'TM. UBND XÃ',
  '1',
  '03 người',
  'Lê Văn Thịnh',
  'LÊ THỊ HỢI',
  'Đ/c Bùi Thị Ổn',
  'NguyÔn V¨n §øc',
  'Leâ Vaên Höõu',
  'Nguyễn Văn A - Trưởng thôn',
  '(',
  ' - ',
  'TT',
  'Tổ trưởng',
  'Tổ phó - BTĐ',
  '0512345678',
  '512345678',
  '0512345678 / 0519876543',
  '9.12E+08',
  '037 3000 000',
  '#REF!',
  '=1+1',
  '\u0301',
  'Ð',
  '\u00ad',
  '😀',
  'Họ tên',
  'Số điện thoại',
  'Ngày sinh',
  'Stt',
];
const cell: fc.Arbitrary<Cell | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...texts).map((text) => ({ value: text, text })),
  fc.constantFrom(...texts).map((text) => ({ value: text, text, fontName: '.VnTimeH' })),
  fc.double().map((value) => ({ value, text: String(value) })),
  fc.constant({ value: null, text: '', formula: 'A1', hasCachedResult: false }),
);
const merge = fc
  .tuple(fc.nat(9), fc.nat(6), fc.nat(9), fc.nat(6))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
const sheet = (name: string): fc.Arbitrary<Sheet> =>
  fc.record({
    name: fc.constant(name),
    hidden: fc.boolean(),
    rows: fc
      .array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 })
      .map((rows) => [header.map((text) => ({ value: text, text })), ...rows]),
    merges: fc.array(merge, { maxLength: 4 }),
    hiddenRows: fc.array(fc.nat(12), { maxLength: 3 }),
    hiddenCols: fc.array(fc.nat(7), { maxLength: 2 }),
  });
const workbook: fc.Arbitrary<Workbook> = fc.record({
  format: fc.constantFrom('xlsx' as const, 'xls' as const, 'csv' as const),
  sheets: fc.tuple(sheet('Thôn 9'), sheet('Sheet!2#')).map((pair) => [...pair]),
});
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.constant({ act: 'take' } as const),
  fc.constant({ act: 'keep' } as const),
  fc.constant({ act: 'leave_out' } as const),
  fc.constantFrom(...texts).map((value) => ({ act: 'type', value }) as const),
);

describe('any sheet', () => {
  it('is read to an answer, with or without choices', () => {
    fc.assert(
      fc.property(workbook, fc.array(choice, { minLength: 1, maxLength: 30 }), (book, picks) => {
        const roster = parseRoster(book);
        const keys = roster.findings.map((finding) => finding.key);
        expect(new Set(keys).size).toBe(keys.length);
        const choices = Object.fromEntries(keys.map((key, i) => [key, picks[i % picks.length] as Choice]));
        const after = applyChoices(book, choices);
        expect(new Set(after.findings.map((finding) => finding.key)).size).toBe(after.findings.length);
        const filled = book.sheets
          .flatMap(({ rows }) => rows.flat())
          .filter((one) => one !== null && (one.text.trim() !== '' || one.formula !== undefined)).length;
        for (const { teams, findings, cells, notImported } of [roster, after]) {
          expect(cells.filled).toBe(filled);
          expect(cells.records + cells.findings + cells.notImported).toBe(filled);
          expect(notImported.reduce((sum, each) => sum + each.cells, 0)).toBe(cells.notImported);
          for (const member of teams.flatMap((team) => team.members)) {
            for (const phone of member.phones) expect(phone.e164).toMatch(/^\+84\d{9,10}$/);
            if (member.phones.length === 0 || member.fullName === '')
              expect(
                blockingFindings(findings).some((one) => one.row === member.row && one.sheet === member.sheet),
              ).toBe(true);
          }
        }
        expect(canConfirm(after)).toBe(after.teams.length > 0 && blockingFindings(after.findings).length === 0);
      }),
      { numRuns: 400 },
    );
  });
});
