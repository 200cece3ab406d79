import { agreeRest, answersOf, type AskedHamlet, isSaid, sayingsOf, unsaid } from './sayings.ts';

const hamlet = (
  id: string,
  name: string,
  opinion: Partial<NonNullable<AskedHamlet['opinion']>> | null,
): AskedHamlet => ({
  id,
  fullName: 'Thôn 1',
  name,
  opinion: opinion && { about: name, otherName: null, remark: null, at: '2022-06-21T03:00:00Z', ...opinion },
});
const hamlets = [
  hamlet('a', 'Thôn Đông', {}),
  hamlet('b', 'Thôn Tây', { otherName: 'Thôn Đoài' }),
  hamlet('c', 'Thôn Nam', { about: 'Thôn Bắc' }),
  hamlet('d', 'Thôn Trung', null),
];

it('begins with what was said of the same name, and asks again of another one', () => {
  const sayings = sayingsOf(hamlets);
  expect(hamlets.map(({ id }) => sayings[id]?.choice)).toEqual(['agree', 'other', null, null]);
  expect(unsaid(hamlets, sayings)).toBe(2);
  expect(unsaid(hamlets, agreeRest(hamlets, sayings))).toBe(0);
  expect(agreeRest(hamlets, sayings)['b']).toEqual({ choice: 'other', otherName: 'Thôn Đoài', remark: '' });
});

it('takes something else only with another name or a reason', () => {
  const other = { choice: 'other' as const, otherName: ' ', remark: '' };
  expect(isSaid(other)).toBe(false);
  expect(isSaid({ ...other, remark: 'Trùng tên chợ' })).toBe(true);
  expect(isSaid({ ...other, otherName: 'Đoài' })).toBe(true);
});

it('sends each name with what was said, and nothing of what was typed before agreeing', () => {
  const sayings = { a: { choice: 'agree' as const, otherName: 'Đoài', remark: '' } };
  const other = { choice: 'other' as const, otherName: ' Thôn Đoài ', remark: '' };
  expect(answersOf(hamlets.slice(0, 2), { ...sayings, b: other })).toEqual([
    { hamletId: 'a', name: 'Thôn Đông' },
    { hamletId: 'b', name: 'Thôn Tây', otherName: 'Thôn Đoài' },
  ]);
});
