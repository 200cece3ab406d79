import { compareNames, compareValues } from './vietnamese-order.ts';

describe('the order of tables', () => {
  it('counts numbers in names: Thôn 2 stands before Thôn 10', () => {
    expect(['Thôn 10', 'Thôn 2', 'Thôn 1'].sort(compareNames)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 10']);
  });

  it('puts what was not reported last', () => {
    expect([null, 3, 0].sort(compareValues)).toEqual([0, 3, null]);
  });
});
