import fc from 'fast-check';
import type { TeamRole } from '#contracts/enums';
import { mergedMembers, type MergerOfMembers, type OldMembership } from './merged-members.ts';

const ON = '2025-09-01';
const merger: MergerOfMembers = { onDate: ON, leaderId: null, leavingIds: [], teams: 2 };
const row = (
  personId: string,
  role: TeamRole = 'member',
  from = '2022-04-12',
  to: string | null = null,
): OldMembership => ({
  personId,
  role,
  position: null,
  affiliation: 'other',
  from,
  to,
});
const brief = (rows: OldMembership[]) => rows.map(({ personId, role, from, to }) => [personId, role, from, to]);

describe('members of two teams that become one', () => {
  it('are all in it from the day on; the former leaders are deputies until somebody is chosen', () => {
    const rows = [row('khoa', 'leader'), row('on'), row('ngan', 'leader'), row('nhan', 'deputy')];
    expect(brief(mergedMembers(rows, merger))).toEqual([
      ['khoa', 'deputy', ON, null],
      ['ngan', 'deputy', ON, null],
      ['nhan', 'deputy', ON, null],
      ['on', 'member', ON, null],
    ]);
  });

  it('are led by whoever was chosen, also a plain member', () => {
    const rows = [row('khoa', 'leader'), row('on'), row('ngan', 'leader')];
    expect(brief(mergedMembers(rows, { ...merger, leaderId: 'ngan' }))).toEqual([
      ['ngan', 'leader', ON, null],
      ['khoa', 'deputy', ON, null],
      ['on', 'member', ON, null],
    ]);
    expect(brief(mergedMembers(rows, { ...merger, leaderId: 'on' }))[0]).toEqual(['on', 'leader', ON, null]);
  });

  it('keep their leader where only one of the hamlets has a team', () => {
    expect(brief(mergedMembers([row('khoa', 'leader'), row('on')], { ...merger, teams: 1 }))).toEqual([
      ['khoa', 'leader', ON, null],
      ['on', 'member', ON, null],
    ]);
  });

  it('are each once, in the higher role; what ends or begins later does so', () => {
    const rows = [
      row('an', 'member'),
      row('an', 'deputy', '2025-10-01', '2025-12-01'),
      row('binh', 'member', '2022-04-12', ON),
      row('canh', 'member', '2025-11-01'),
    ];
    expect(brief(mergedMembers(rows, merger))).toEqual([
      ['an', 'deputy', '2025-10-01', '2025-12-01'],
      ['an', 'member', ON, '2025-10-01'],
      ['an', 'member', '2025-12-01', null],
      ['canh', 'member', '2025-11-01', null],
    ]);
  });

  it('are without who does not go along', () => {
    expect(brief(mergedMembers([row('hau'), row('lua')], { ...merger, leavingIds: ['hau'] }))).toEqual([
      ['lua', 'member', ON, null],
    ]);
  });
});

it('loses no day of anybody, counts none twice and has one leader at most', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-${n < 15 ? '08' : '09'}-${String(n).padStart(2, '0')}`);
  const membership = fc
    .record({
      personId: fc.constantFrom('a', 'b', 'c', 'd'),
      role: fc.constantFrom<TeamRole>('leader', 'deputy', 'member'),
      from: day,
      to: fc.option(day, { nil: null }),
    })
    .filter(({ from, to }) => to === null || to > from)
    .map(({ personId, role, from, to }) => row(personId, role, from, to));
  const holds = (one: OldMembership, on: string) => one.from <= on && (one.to === null || one.to > on);
  const days = Array.from({ length: 40 }, (_, n) => new Date(Date.UTC(2025, 8, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      fc.array(membership, { maxLength: 12 }),
      fc.option(fc.constantFrom('a', 'b'), { nil: null }),
      (rows, leaderId) => {
        const merged = mergedMembers(rows, { ...merger, leaderId });
        for (const on of days) {
          const was = new Set(rows.filter((one) => holds(one, on)).map(({ personId }) => personId));
          const is = merged.filter((one) => holds(one, on)).map(({ personId }) => personId);
          expect(is.toSorted()).toEqual([...was].toSorted());
          const leaders = merged.filter((one) => holds(one, on) && one.role === 'leader');
          expect(leaders.map(({ personId }) => personId)).toEqual(leaderId && was.has(leaderId) ? [leaderId] : []);
        }
      },
    ),
  );
});
