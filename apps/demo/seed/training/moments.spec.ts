import { instantIn, instantOn, later, momentOf } from './moments.ts';

it('gives hours of Viet Nam as instants, over the end of a month too', () => {
  expect(instantOn('2022-11-30', 1, '06:30')).toBe('2022-11-30T23:30:00.000Z');
  expect(instantOn('2022-12-01', -1, '14:00')).toBe('2022-11-30T07:00:00.000Z');
});

it('gives full five minutes near now, never later than asked', () => {
  const now = new Date('2022-11-30T07:03:20.000Z');
  expect(instantIn(now, -20)).toBe('2022-11-30T06:40:00.000Z');
  expect(instantIn(now, 100)).toBe('2022-11-30T08:40:00.000Z');
});

it('says a moment as people read it', () => {
  expect(momentOf(later('2022-12-01T00:30:00.000Z', 30))).toBe('08:00 Thứ Năm 1/12');
});
