import { compareNames, compareValues, personKey } from './vietnamese-order.ts';

describe('the order of tables', () => {
  it('counts numbers in names: Thôn 2 stands before Thôn 10', () => {
    expect(['Thôn 10', 'Thôn 2', 'Thôn 1'].sort(compareNames)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 10']);
  });

  it('sorts people by their given names', () => {
    const people = ['Lê Văn Thịnh', 'Trịnh Đình Cường', 'Nguyễn Thị Ấu'];
    expect(people.sort((a, b) => compareNames(personKey(a), personKey(b)))).toEqual([
      'Nguyễn Thị Ấu',
      'Trịnh Đình Cường',
      'Lê Văn Thịnh',
    ]);
  });

  it('puts what was not reported last', () => {
    expect([null, 3, 0].sort(compareValues)).toEqual([0, 3, null]);
  });
});
