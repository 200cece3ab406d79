import { odditiesEn } from './oddities.en.ts';
import { odditiesVi, type OddityWords } from './oddities.vi.ts';
import { oddityText } from './oddity-text.ts';

it.each(Object.keys(odditiesVi) as (keyof OddityWords)[])('%s asks for the same figures in both languages', (key) => {
  const fields = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  expect(fields(odditiesEn[key])).toEqual(fields(odditiesVi[key]));
});

it('says the level and a doubt about a nought', () => {
  const facts = { reason: 'ownPast.tenfold', params: { times: 10, months: 11, middle: 234 } } as const;
  expect(oddityText(odditiesVi, 'vi', facts)).toBe('Gấp 10 mức của chính xã trong 11 kỳ (234). Có thể thừa một số 0.');
  expect(oddityText(odditiesEn, 'en', facts)).toBe('10 times its own level over 11 months (234). One 0 too many?');
});

it('says two figures that do not agree', () => {
  const facts = { reason: 'crossRules.products', params: { value: 186, other: 94 } } as const;
  expect(oddityText(odditiesVi, 'vi', facts)).toBe('186 sản phẩm OCOP có trên sàn mà xã chỉ có 94 sản phẩm.');
  expect(oddityText(odditiesEn, 'en', facts)).toBe('186 OCOP products listed, but the commune has only 94 products.');
});

it('names the months of the same figure, over the turn of a year too', () => {
  const facts = { reason: 'copied.run', params: { value: 655, times: 3, since: '2022-10' } } as const;
  expect(oddityText(odditiesVi, 'vi', facts)).toBe('Bằng đúng số T10 và T9: 655, 655, 655.');
  expect(oddityText(odditiesEn, 'en', facts)).toBe('Same as Oct and Sep: 655, 655, 655.');
  const turn = { reason: 'copied.run', params: { value: 12, times: 4, since: '2022-01' } } as const;
  expect(oddityText(odditiesVi, 'vi', turn)).toBe('Bằng đúng số T1, T12 và T11: 12, 12, 12, 12.');
});

it('names the month that was copied', () => {
  const facts = { reason: 'copied.month', params: { since: '2022-10', count: 6, of: 7 } } as const;
  expect(oddityText(odditiesVi, 'vi', facts)).toBe('Bằng đúng số T10 ở 6 trên 7 chỉ tiêu của xã.');
});
