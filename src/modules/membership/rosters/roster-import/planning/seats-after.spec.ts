import type { MemberRow } from '../roster-import.queries.ts';
import { emptyPlan, type ImportPlan } from './plan-import.ts';
import { seatsAfter } from './seats-after.ts';

const row = (id: string, over: Partial<MemberRow> = {}): MemberRow => ({
  id,
  teamId: 'A',
  personId: `of ${id}`,
  fullName: `Người ${id}`,
  role: 'member',
  position: null,
  affiliation: 'other',
  from: '2022-01-01',
  to: null,
  phones: [],
  ...over,
});
const seat = (id: string, over: object = {}) => ({
  id,
  teamId: 'A',
  personId: `of ${id}`,
  role: 'member' as const,
  position: null,
  affiliation: 'other' as const,
  from: '2022-06-01',
  to: null,
  ...over,
});
const day = '2022-06-17';
const after = (plan: Partial<ImportPlan>, members: MemberRow[]) =>
  [...seatsAfter({ ...emptyPlan(), ...plan }, members, day)].map(([team, seats]) => [
    team,
    seats.map(({ personId, role }) => `${personId} ${role}`),
  ]);

describe('who is in a team once a list is written', () => {
  it('are those of the register who stay, with what the list makes of them, and who is new', () => {
    const members = [row('1'), row('2'), row('3', { to: '2022-05-01' }), row('4', { from: '2022-07-01' })];
    const plan = {
      corrections: [{ ...seat('1'), role: 'leader' as const }],
      ends: [{ id: '2', to: '2022-06-01', told: true }],
      seats: [seat('2b', { personId: 'of 2', role: 'deputy' }), seat('5'), seat('6', { from: '2022-07-01' })],
    };
    expect(after(plan, members)).toEqual([['A', ['of 1 leader', 'of 2 deputy', 'of 5 member']]]);
  });

  it('counts whoever moves where they move to', () => {
    const plan = { corrections: [seat('1', { teamId: 'B' })] };
    expect(after(plan, [row('1'), row('2')])).toEqual([
      ['B', ['of 1 member']],
      ['A', ['of 2 member']],
    ]);
  });

  it('knows by name who is new and who was there', () => {
    const people = [{ id: 'of 5', fullName: 'Lê Văn Mới' }];
    const [seats] = seatsAfter({ ...emptyPlan(), people, seats: [seat('5')] }, [row('1')], day).values();
    expect(seats?.map(({ fullName }) => fullName)).toEqual(['Người 1', 'Lê Văn Mới']);
  });
});
