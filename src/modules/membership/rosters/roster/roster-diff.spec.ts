import type { TeamRole } from '#contracts/enums';
import { diffRoster, type RegisterMember, type RegisterTeam } from './roster-diff.ts';
import type { RosterMember, RosterTeam } from './roster.types.ts';
import { hamletKey } from './cells/unit-names.ts';

const listed = (
  fullName: string,
  phone: string,
  role: TeamRole = 'member',
  position: string | null = null,
): RosterMember => ({
  sheet: 'S',
  row: 2,
  fullName,
  honorific: null,
  role,
  roleGiven: true,
  position,
  affiliations: [],
  phones: phone ? [{ raw: phone, e164: phone, kind: 'mobile' }] : [],
});
const known = (
  id: string,
  fullName: string,
  phone: string,
  role: TeamRole = 'member',
  position: string | null = null,
): RegisterMember => ({ memberId: id, personId: `p-${id}`, fullName, role, position, phones: phone ? [phone] : [] });
const file = (name: string, ...members: RosterMember[]): RosterTeam => ({
  sheet: 'S',
  row: 2,
  name,
  hamletKey: hamletKey(name),
  hamletType: 'thon',
  formerCommune: null,
  declaredCount: null,
  members,
});
const register = (name: string, ...members: RegisterMember[]): RegisterTeam => ({
  teamId: `t-${name}`,
  hamletKey: hamletKey(name),
  name,
  members,
});
const a = '+84512345601';
const b = '+84512345602';

describe('the difference to the register', () => {
  it('finds nothing when only tone placement differs', () => {
    const diff = diffRoster(
      [file('Thôn 1', listed('Lê Thuý Hoà', a))],
      [register('Thôn 01', known('1', 'Lê Thúy Hòa', a))],
    );
    expect(diff).toMatchObject({
      added: [],
      changed: [],
      missing: [],
      unchanged: [{ register: { memberId: '1' } }],
      teams: [{ teamId: 't-Thôn 01' }],
    });
  });

  it('matches by name and team first, so a new phone is a change', () => {
    const [change] = diffRoster(
      [file('Thôn 1', listed('Lê An', b))],
      [register('Thôn 1', known('1', 'Lê An', a))],
    ).changed;
    expect(change?.changes).toEqual([{ field: 'phone', from: a, to: b }]);
  });

  it('finds a person who changed the team or the spelling by the phone', () => {
    const diff = diffRoster(
      [file('Thôn 2', listed('Lê Thị An', a, 'leader', 'Trưởng thôn'))],
      [register('Thôn 1', known('1', 'Lê An', a))],
    );
    expect(diff.changed[0]?.changes.map((change) => change.field)).toEqual(['fullName', 'team', 'role', 'position']);
    expect(diff.teams).toEqual([{ hamletKey: 'thon:2', name: 'Thôn 2', teamId: null }]);
  });

  it('does not take a family phone for the person', () => {
    const diff = diffRoster([file('Thôn 1', listed('Bùi Thị Ổn', a))], [register('Thôn 1', known('1', 'Lê An', a))]);
    expect(diff.added).toHaveLength(1);
    expect(diff.missing).toEqual([
      {
        registerTeam: expect.objectContaining({ teamId: 't-Thôn 1' }),
        register: expect.objectContaining({ memberId: '1' }),
      },
    ]);
  });

  it('changes nothing where the file says nothing', () => {
    const member = { ...listed('Lê An', ''), roleGiven: false };
    expect(
      diffRoster([file('Thôn 1', member)], [register('Thôn 1', known('1', 'Lê An', a, 'leader', 'Trưởng thôn'))])
        .unchanged,
    ).toHaveLength(1);
  });

  it('keeps two people of one name in one team apart', () => {
    const diff = diffRoster(
      [file('Thôn 1', listed('Lê An', a), listed('Lê An', b))],
      [register('Thôn 1', known('1', 'Lê An', a))],
    );
    expect([diff.unchanged.length, diff.added.length]).toEqual([1, 1]);
  });
});
