import { quietUntil } from './quiet-hours.ts';

describe('quiet hours', () => {
  const at = (time: string) => new Date(`2026-11-25T${time}:00+07:00`);

  it.each([
    ['20:59', undefined],
    ['21:00', '2026-11-25T23:30:00.000Z'],
    ['23:59', '2026-11-25T23:30:00.000Z'],
    ['06:30', undefined],
    ['12:00', undefined],
  ])('over midnight, at %s, end at %s', (time, end) => {
    expect(quietUntil(at(time), '21:00', '06:30')?.toISOString()).toBe(end);
  });

  it('end on the same morning after midnight', () => {
    expect(quietUntil(at('00:00'), '21:00', '06:30')?.toISOString()).toBe('2026-11-24T23:30:00.000Z');
    expect(quietUntil(at('06:29'), '21:00', '06:30')?.toISOString()).toBe('2026-11-24T23:30:00.000Z');
  });

  it('may lie within one day', () => {
    expect(quietUntil(at('12:30'), '12:00', '13:30')?.toISOString()).toBe('2026-11-25T06:30:00.000Z');
    expect(quietUntil(at('13:30'), '12:00', '13:30')).toBeUndefined();
  });

  it('are off when both ends are equal', () => {
    expect(quietUntil(at('00:00'), '00:00', '00:00')).toBeUndefined();
  });
});
