import { weekdayInside } from './weekdays.ts';

it('writes days within a sentence as Vietnamese does', () => {
  expect(['2022-11-21', '2022-11-26', '2022-11-27'].map((day) => weekdayInside(day, 'vi'))).toEqual([
    'thứ Hai',
    'thứ Bảy',
    'chủ nhật',
  ]);
  expect(weekdayInside('2022-11-27', 'en')).toBe('Sunday');
});
