import { candidatesOf, isHere, itemOf, keyedOf, matching, momentOf } from './keyed-names.ts';

const person = (id: string, fullName: string, team: string | null) => ({
  person: { id, fullName, position: null },
  team: team ? { id: team, name: team } : null,
});
const people = candidatesOf([
  person('1', 'Lê Thị Hòa', 'Thôn 7'),
  person('2', 'Hoàng Đức Lệ', 'Thôn 3'),
  person('3', 'Lê Văn Hải', 'Thôn 7'),
]);
const names = (typed: string) => matching(people, typed).map(({ fullName }) => fullName);

describe('a typed name', () => {
  it('finds people without marks, in any order of words, by their team too', () => {
    expect(names('hoa le')).toEqual(['Lê Thị Hòa', 'Hoàng Đức Lệ']);
    expect(names('duc')).toEqual(['Hoàng Đức Lệ']);
    expect(names('le thon 7')).toEqual(['Lê Thị Hòa', 'Lê Văn Hải']);
    expect(names('  ')).toEqual([]);
    expect(names('xuân')).toEqual([]);
  });
});

describe('the moment of a keyed name', () => {
  const session = { endsAt: '2022-06-24T09:30:00.000Z' };
  it.each([
    ['2022-06-24T06:30:00.000Z', '2022-06-24T06:30:00.000Z'],
    ['2022-06-24T08:00:00.000Z', '2022-06-24T08:00:00.000Z'],
    ['2022-06-26T01:00:00.000Z', '2022-06-24T09:30:00.000Z'],
  ])('at %s is %s', (now, at) => {
    expect(momentOf(session, Date.parse(now))).toBe(at);
  });
});

describe('what is sent', () => {
  const at = '2022-06-24T08:00:00.000Z';
  const [first] = people;

  it('names a known person by id only', () => {
    expect(itemOf(keyedOf(first!, 'paper', at, 'c'))).toEqual({ clientId: 'c', personId: '1', method: 'paper', at });
  });

  it('is a walk-in with a name for whoever is on no list', () => {
    expect(itemOf(keyedOf({ fullName: ' Phạm  Văn Mới ' }, 'paper', at, 'c'))).toEqual({
      clientId: 'c',
      personId: null,
      fullName: 'Phạm Văn Mới',
      teamId: null,
      method: 'walk_in',
      at,
    });
  });

  it('is nobody twice: neither from the list nor from those counted', () => {
    const keyed = [keyedOf(first!, 'paper', at, 'c')];
    const counted = [{ person: null, fullName: 'Phạm Văn Mới', state: 'counted' as const }];
    expect(isHere(first!, keyed, [])).toBe(true);
    expect(isHere({ fullName: 'pham van moi' }, keyed, counted)).toBe(true);
    expect(isHere({ fullName: 'Lê Thị Hòa' }, keyed, counted)).toBe(false);
    expect(isHere({ fullName: 'Phạm Văn Mới' }, [], [{ ...counted[0]!, state: 'refused' as never }])).toBe(false);
  });
});
