import { odditiesEn } from './oddities.en.ts';
import { odditiesVi } from './oddities.vi.ts';
import { type OddityFacts, oddityText } from './oddity-text.ts';

const vi = (facts: OddityFacts) => oddityText(odditiesVi, 'vi', facts);

it.each<[OddityFacts, string]>([
  [{ reason: 'peers', params: { places: 23, low: 2, high: 9 } }, '23 xã cùng cỡ thường báo từ 2 đến 9.'],
  [{ reason: 'peers', params: { places: 23, low: 0, high: 0 } }, 'Hầu hết trong 23 xã cùng cỡ báo 0.'],
  [{ reason: 'roundNumbers.own', params: { value: 500, low: 0, high: 0 } }, 'Số tròn 500, các kỳ trước xã báo 0.'],
  [{ reason: 'ownPast.tenfold', params: { times: 76, months: 11, middle: 0 } }, 'Trong 11 kỳ trước xã thường báo 0.'],
  [
    { reason: 'ownPast.above', params: { times: 4, months: 11, middle: 12 } },
    'Gấp 4 mức của chính xã trong 11 kỳ (12).',
  ],
])('says a range of one number as that number, and nothing as so many times 0: %j', (facts, text) => {
  expect(vi(facts)).toBe(text);
});

it('says it in English too', () => {
  const facts: OddityFacts = { reason: 'peers', params: { places: 23, low: 0, high: 0 } };
  expect(oddityText(odditiesEn, 'en', facts)).toBe('Most communes of its size report 0 (23 compared).');
});
