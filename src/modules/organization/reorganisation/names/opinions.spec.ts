import type { NamedHamlet } from './hamlet-names.ts';
import { communesOf, endOf, isAnswerDay, isOfThese, toAsk } from './opinions.ts';

const named = (id: string, state: NamedHamlet['state'], name: string | null): NamedHamlet => ({
  id,
  type: 'thôn',
  name: '1',
  fullName: 'Thôn 1',
  parentId: 'then',
  from: 'Xã Minh Sơn',
  temporary: 'Thôn 1 (Minh Sơn cũ)',
  alike: 2,
  state,
  proposal: name
    ? { type: 'thôn', name, fullName: `Thôn ${name}`, taken: null, fromOn: null, directiveId: null }
    : null,
});

it('asks about what is proposed, of the commune in which the hamlet stands today', () => {
  const hamlets = [
    named('a', 'proposed', 'Minh Sơn 1'),
    named('b', 'wrong', 'Tân Phong'),
    named('c', 'decided', 'Đông'),
    named('d', 'none', null),
    named('e', 'proposed', 'Đoài'),
  ];
  const communes = new Map([...'abcd'].map((id) => [id, 'today']));
  expect(toAsk(hamlets, communes)).toEqual([{ hamletId: 'a', communeId: 'today', name: 'Thôn Minh Sơn 1' }]);
});

it('lets answer from today until the day before the reform, while it is a draft', () => {
  const days = { today: '2022-06-21', onDate: '2022-07-01' };
  const may = (day: string) => isAnswerDay(day, days);
  expect(['2022-06-20', '2022-06-21', '2022-06-30', '2022-07-01'].map(may)).toEqual([false, true, true, false]);
  const ends = (state: 'draft' | 'scheduled' | 'revoked', today: string) => endOf({ state }, '2022-06-28', today);
  expect([ends('draft', '2022-06-28'), ends('draft', '2022-06-29')]).toEqual([null, 'late']);
  expect([ends('scheduled', '2022-06-28'), ends('revoked', '2022-06-29')]).toEqual(['settled', 'settled']);
});

it('counts a commune as answered when it said something of every name as it is asked about now', () => {
  const row = (communeId: string, about: string | null, name = 'Thôn Đông') => ({ communeId, about, name });
  expect(
    communesOf([
      row('x', 'Thôn Đông'),
      row('y', 'Thôn Đông'),
      row('x', 'Thôn Đông'),
      row('y', 'Thôn Tây'),
      row('z', null),
    ]),
  ).toEqual([
    { communeId: 'x', hamlets: 2, answered: true },
    { communeId: 'y', hamlets: 2, answered: false },
    { communeId: 'z', hamlets: 1, answered: false },
  ]);
});

it('takes one answer to each name, and none to a name that is another by now', () => {
  const asked = [
    { hamletId: 'a', name: 'Thôn Đông' },
    { hamletId: 'b', name: 'Thôn Đoài' },
  ];
  const [first, second] = asked as [(typeof asked)[0], (typeof asked)[0]];
  expect(isOfThese(asked, [second, first])).toBe(true);
  expect(isOfThese(asked, [first])).toBe(false);
  expect(isOfThese(asked, [first, first])).toBe(false);
  expect(isOfThese(asked, [...asked, { hamletId: 'c', name: 'Thôn Nam' }])).toBe(false);
  expect(isOfThese(asked, [first, { ...second, name: 'Thôn Tây' }])).toBe(false);
});
