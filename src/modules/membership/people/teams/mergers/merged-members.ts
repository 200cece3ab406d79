import type { TeamRole } from '#contracts/enums';
import type { TeamMember } from '../team.entity.ts';

export interface OldMembership extends Pick<TeamMember, 'personId' | 'role' | 'position' | 'affiliation'> {
  from: string;
  to: string | null;
}
export interface MergerOfMembers {
  onDate: string;
  /** Null: nobody was chosen. */
  leaderId: string | null;
  leavingIds: readonly string[];
  /** How many teams become one: where it is one, nobody has to ask who leads it. */
  teams: number;
}
type Span = Pick<OldMembership, 'from' | 'to'>;

const ranks: Record<TeamRole, number> = { leader: 0, deputy: 1, member: 2 };
const FOREVER = '9999-12-31';

/**
 * Who is in the team that teams become, from its first day on: everybody who would have been in one of them, each once at any
 * day, in the higher of two roles. Until somebody is chosen the former leaders are deputies together.
 */
export function mergedMembers(rows: readonly OldMembership[], merger: MergerOfMembers): OldMembership[] {
  const roleOf = ({ personId, role }: OldMembership): TeamRole => {
    if (personId === merger.leaderId) return 'leader';
    const keeps = merger.teams === 1 && merger.leaderId === null;
    return role === 'leader' && !keeps ? 'deputy' : role;
  };
  const going = rows
    .filter(({ personId, to }) => !merger.leavingIds.includes(personId) && (to === null || to > merger.onDate))
    .map((row) => ({ ...row, role: roleOf(row), from: row.from < merger.onDate ? merger.onDate : row.from }))
    .toSorted((a, b) => ranks[a.role] - ranks[b.role] || a.from.localeCompare(b.from));
  const taken = new Map<string, Span[]>();
  return going.flatMap((row) => {
    const before = taken.get(row.personId) ?? [];
    const left = without(row, before);
    taken.set(row.personId, [...before, ...left]);
    return left.map((span) => ({ ...row, ...span }));
  });
}

/** What of the days is not among those taken. */
function without(span: Span, taken: readonly Span[]): Span[] {
  let left: Span[] = [{ from: span.from, to: span.to }];
  for (const other of taken) left = left.flatMap((one) => cut(one, other));
  return left;
}

function cut(span: Span, by: Span): Span[] {
  const [end, byEnd] = [span.to ?? FOREVER, by.to ?? FOREVER];
  if (byEnd <= span.from || by.from >= end) return [span];
  return [
    ...(span.from < by.from ? [{ from: span.from, to: by.from }] : []),
    ...(byEnd < end ? [{ from: byEnd, to: span.to }] : []),
  ];
}
