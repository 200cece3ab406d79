import fc from 'fast-check';
import { formatNumber, formatRatio, keepTogether, percentOf } from './format.ts';
import { initials } from './first-letters.ts';
import { fill, formatBytes } from './format-more.ts';

it('groups numbers by language', () => {
  expect([0, 999, 1200, -1234567.5].map((n) => formatNumber(n))).toEqual(['0', '999', '1.200', '-1.234.567,5']);
  expect(formatNumber(1234567.5, 'en')).toBe('1,234,567.5');
  expect(formatRatio(38, 50)).toBe('38\u00a0/\u00a050');
});

it('never claims 100 % before the target is reached', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
      expect(percentOf(part, whole) >= 100).toBe(part >= whole);
    }),
  );
  expect(percentOf(3, 0)).toBe(0);
});

it('takes initials from the last two words', () => {
  expect(['Lê Thị Hoa', 'đỗ ánh', ' Hoa '].map(initials)).toEqual(['TH', 'ĐÁ', 'H']);
});

it('sizes files in the units that people read', () => {
  expect([214_000, 10, 3_700_000].map((n) => formatBytes(n))).toEqual(['214\u00a0KB', '1\u00a0KB', '3,7\u00a0MB']);
});

it('keeps a number with its word and changes nothing else', () => {
  const text = 'Chậm nhất hết ngày 24/11, còn 6 ngày, 38 / 50 của Tổ Thôn 1';
  expect(keepTogether(text)).toContain('ngày\u00a024/11');
  expect(keepTogether(text).replace(/\u00a0/g, ' ')).toBe(text);
});

it('fills places and leaves unknown ones visible', () => {
  expect(fill('{a} / {b} {c}', { a: 1, b: 'x' })).toBe('1 / x {c}');
});
