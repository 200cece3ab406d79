import { heldUntil, quietUntil } from './quiet-hours.ts';

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

describe('the calendar of a place', () => {
  const usual = { from: '21:00', to: '06:30' };
  const at = (time: string) => new Date(`2027-02-06T${time}:00+07:00`);
  const tet = { wholeDays: true, quietFrom: '21:00', quietTo: '06:30' };
  const harvest = { wholeDays: false, quietFrom: '19:30', quietTo: '04:30' };
  const own = { from: '22:00', to: '05:00' };

  it.each([
    ['Tết', '12:00', tet, null, false, '2027-02-06T23:30:00.000Z'],
    ['Tết, before morning', '05:00', tet, null, false, '2027-02-05T23:30:00.000Z'],
    ['Tết, whatever one has chosen', '12:00', tet, own, false, '2027-02-06T23:30:00.000Z'],
    ['Tết, urgent', '12:00', tet, null, true, undefined],
    ['Tết, urgent at night', '23:00', tet, null, true, '2027-02-06T23:30:00.000Z'],
    ['harvest', '20:00', harvest, null, false, '2027-02-06T21:30:00.000Z'],
    ['harvest, early', '05:00', harvest, null, false, undefined],
    ['harvest, with hours of one’s own', '20:00', harvest, own, false, undefined],
    ['no calendar', '20:00', undefined, null, false, undefined],
  ])('%s at %s', (_, time, calendar, own_, isUrgent, end) => {
    expect(heldUntil(at(time), { own: own_, calendar, usual }, isUrgent)?.toISOString()).toBe(end);
  });
});
