import {
  countOf,
  type InvitedMember,
  type Invitations,
  previewOf,
  rowsOf,
  sheetsIn,
  slipsIn,
  toPrint,
  wholeOf,
} from './invite-facts.ts';

const member = (
  fullName: string,
  state: InvitedMember['state'],
  role: InvitedMember['role'] = 'member',
): InvitedMember => ({
  person: { id: fullName, fullName, position: null },
  role,
  state,
  at: null,
  onPaper: state === 'invited',
});
const given: Invitations = {
  people: 7,
  opened: 3,
  invited: 1,
  rule: { donePercent: 80, slipsAtOnce: 500, slipDays: 30 },
  teams: [
    {
      id: 'a',
      name: 'Thôn 3',
      members: [member('Khoa', 'opened', 'leader'), member('Út', 'invited'), member('Mai', 'none')],
    },
    { id: 'b', name: 'Thôn 5', members: [member('Ổn', 'none', 'leader'), member('Hoa', 'none')] },
    { id: 'c', name: 'Thôn 9', members: [member('Hằng', 'opened', 'leader'), member('Tú', 'opened')] },
  ],
};
const all = { without: new Set<string>(), keepOld: false };
const looks = { byTeam: true, ticking: true };

describe('inviting the members of a commune', () => {
  it('counts who has not come in, invited or not', () => {
    expect([countOf(given, 'none'), countOf(given, 'invited'), countOf(given, 'opened'), wholeOf(given)]).toEqual([
      4, 1, 3, 1,
    ]);
    expect(
      rowsOf(given, 'none').map(({ name, leader, opened, all: of }) => `${name} ${leader} ${opened}/${of}`),
    ).toEqual(['Thôn 3 Khoa 1/3', 'Thôn 5 Ổn 0/2']);
  });

  it('prints for all of them, or leaves out whoever holds a slip, or a whole team', () => {
    const rows = rowsOf(given, 'none');
    expect(slipsIn(toPrint(rows, all))).toBe(4);
    expect(slipsIn(toPrint(rows, { ...all, keepOld: true }))).toBe(3);
    expect(slipsIn(toPrint(rows, { ...all, without: new Set(['b']) }))).toBe(2);
    expect(slipsIn(toPrint(rowsOf(given, 'opened'), all))).toBe(0);
  });

  it('shows the sheets that will be printed', () => {
    const rows = toPrint(rowsOf(given, 'none'), all);
    expect(previewOf(rows, looks)).toHaveLength(sheetsIn(rows, looks));
    expect(previewOf(rows, looks)[1]).toEqual({
      team: 'Thôn 5',
      names: [
        { name: 'Ổn', role: 'leader' },
        { name: 'Hoa', role: 'member' },
      ],
    });
    expect(previewOf(rows, { byTeam: false, ticking: false })).toHaveLength(1);
  });
});
