import { dayVi } from '#i18n/console/frame/day.vi';
import { render } from '#i18n/render';
import { testId } from '../../testing/render.tsx';
import { around, type Change, changeText, dayRows, nearest, typedDay } from './day-facts.ts';

const t = ((id: keyof typeof dayVi, values = {}) => render(dayVi[id], values, 'vi')) as Parameters<
  typeof changeText
>[0];
const unit = (n: number, fullName: string) => ({ id: testId(n), kind: 'commune' as const, name: fullName, fullName });
const none = { count: 0, units: [] };
const change = (day: string, part: Partial<Change> = {}): Change => ({
  day,
  units: 1,
  ended: none,
  began: none,
  ...part,
});
const reform = change('2025-07-01', {
  units: 52,
  ended: { count: 5, units: [unit(1, 'Xã Dân Lực'), unit(2, 'Xã Dân Lý'), unit(3, 'Xã Minh Sơn')] },
  began: { count: 1, units: [unit(4, 'Xã Triệu Sơn')] },
});
const changes = [
  change('2025-09-01', { began: { count: 1, units: [unit(5, 'Thôn Tân Minh')] } }),
  reform,
  change('2025-01-01', { ended: { count: 1, units: [unit(6, 'Xã Hợp Lý')] } }),
];

it.each([
  ['30/6/2025', '2025-06-30'],
  [' 30-06-25 ', '2025-06-30'],
  ['30.6', '2025-06-30'],
  ['30062025', '2025-06-30'],
  ['2025-06-30', '2025-06-30'],
  ['31/6/2025', undefined],
  ['6/2025', undefined],
  ['30/6/1025', undefined],
  ['hôm qua', undefined],
])('reads %s as people type a day', (text, day) => {
  expect(typedDay(text, '2025-08-21')).toBe(day);
});

it('goes to the last day before a change, and to its first', () => {
  expect(around(changes, '2025-08-21')).toEqual({ before: '2025-06-30', after: '2025-09-01' });
  expect(around(changes, '2025-06-30')).toEqual({ before: '2024-12-31', after: '2025-07-01' });
  expect(around(changes, '2025-07-01')).toEqual({ before: '2025-06-30', after: '2025-09-01' });
  expect(around([], '2025-07-01')).toEqual({});
});

it('names the nearest change and leads to its other side', () => {
  expect(nearest(changes, '2025-06-30')).toEqual({ day: '2025-07-01', other: '2025-07-01' });
  expect(nearest(changes, '2025-07-20')).toEqual({ day: '2025-07-01', other: '2025-06-30' });
  expect(nearest([], '2025-07-20')).toBeUndefined();
});

it('says in a few words what changed on a day', () => {
  const began = (n: number) => ({ count: n, units: [unit(7, 'Xã Thọ Ngọc')] });
  expect(changeText(t, reform)).toBe('5 đơn vị thành Xã Triệu Sơn');
  expect(changeText(t, { ...reform, began: began(3) })).toBe('5 đơn vị thành 3');
  expect(changeText(t, change('2025-07-01', { began: began(1) }))).toBe('có Xã Thọ Ngọc');
  expect(changeText(t, change('2025-07-01', { began: began(2) }))).toBe('có thêm 2 đơn vị');
  expect(changeText(t, changes[2] as Change)).toBe('Xã Hợp Lý kết thúc');
  expect(changeText(t, change('2025-07-01', { units: 4 }))).toBe('4 đơn vị đổi tên hoặc đổi nơi thuộc về');
});

it('offers each change, the last day of what ended by it, and what is only scheduled as such', () => {
  expect(dayRows(t, changes, '2025-08-21').map(({ day, text }) => [day, text])).toEqual([
    ['2025-09-01', 'có Thôn Tân Minh, đã lên lịch'],
    ['2025-07-01', '5 đơn vị thành Xã Triệu Sơn'],
    ['2025-06-30', 'ngày cuối của 5 đơn vị cũ'],
    ['2025-01-01', 'Xã Hợp Lý kết thúc'],
    ['2024-12-31', 'ngày cuối của Xã Hợp Lý'],
  ]);
});
