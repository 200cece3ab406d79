import { type AvoidTime, draftOf, emptyAvoid, itemOf, parseLunar } from './avoid.ts';

const market: AvoidTime = {
  id: 'a',
  label: 'Chợ phiên Dân Lý',
  weekdays: [],
  lunarDays: [3, 8],
  from: null,
  to: null,
  startTime: '06:00:00',
  endTime: '11:00:00',
};

describe('times to keep free', () => {
  it('come from the server and go back as they were', () => {
    expect(itemOf(draftOf(market))).toEqual({
      label: 'Chợ phiên Dân Lý',
      weekdays: [],
      lunarDays: [3, 8],
      from: null,
      to: null,
      startTime: '06:00',
      endTime: '11:00',
    });
    expect(draftOf({ ...market, lunarDays: [], weekdays: [4] }).kind).toBe('week');
    expect(draftOf({ ...market, lunarDays: [], from: '2022-06-01', to: '2022-06-20' }).kind).toBe('every');
  });

  it.each([
    ['3, 8 13;18', [3, 8, 13, 18]],
    ['3,3', [3]],
    ['31', null],
    ['rằm', null],
    ['', []],
  ])('read lunar days as they are typed: %p', (typed, days) => {
    expect(parseLunar(typed)).toEqual(days);
  });

  it.each([
    [{ label: ' ' }],
    [{ lunar: '' }],
    [{ lunar: '40' }],
    [{ kind: 'week' as const }],
    [{ kind: 'every' as const, from: '2022-06-01' }],
    [{ start: '11h', end: '6h' }],
    [{ from: '2022-06-20', to: '2022-06-01' }],
  ])('are not sent while %j', (part) => {
    const draft = { ...emptyAvoid(), label: 'Chợ phiên', lunar: '3, 8' };
    expect(itemOf(draft)).toBeDefined();
    expect(itemOf({ ...draft, ...part })).toBeUndefined();
  });
});
