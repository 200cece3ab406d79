/** Who is in each team on a day, once the plan of an import is written. Pure: what a list comes to is known before it is written. */
import type { Seat } from '../../../composition.ts';
import type { MemberRow } from '../roster-import.queries.ts';
import type { ImportPlan } from './plan-import.ts';

type Span = Pick<MemberRow, 'from' | 'to'>;
type Placed = Pick<Seat, 'personId' | 'role' | 'position' | 'affiliation'> & { teamId: string };

/** By team; teams without anybody are absent. */
export function seatsAfter(plan: ImportPlan, members: readonly MemberRow[], day: string): Map<string, Seat[]> {
  const ends = new Map(plan.ends.map(({ id, to }) => [id, to]));
  const corrected = new Map(plan.corrections.map((seat) => [seat.id, seat]));
  const holds = ({ from, to }: Span) => from <= day && (to === null || to > day);
  const placed: Placed[] = [
    ...members
      .filter((row) => holds({ from: row.from, to: ends.get(row.id) ?? row.to }))
      .map((row) => corrected.get(row.id) ?? row),
    ...plan.seats.filter(holds),
  ];
  const names = new Map([...members.map((row) => [row.personId, row.fullName] as const), ...namesOf(plan)]);
  const byTeam = new Map<string, Seat[]>();
  for (const { teamId, personId, role, position, affiliation } of placed) {
    const seat = { personId, fullName: names.get(personId) ?? '', role, position, affiliation };
    byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), seat]);
  }
  return byTeam;
}

const namesOf = ({ people, names }: ImportPlan) =>
  [...people, ...names].map(({ id, fullName }) => [id, fullName] as const);
