import fc from 'fast-check';
import { teamRoles } from '#contracts/enums';
import { diffRoster, type RegisterTeam } from '../../roster/roster-diff.ts';
import type { RosterMember, RosterTeam } from '../../roster/roster.types.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { otherLeaders } from './register-doubts.ts';
import type { MemberRow } from '../roster-import.queries.ts';

const today = '2022-06-17';
const hamlets = ['h1', 'h2', 'h3'];
const people = ['Lê An', 'Lê Bình', 'Bùi An', 'Hà Sáu', 'Vũ Út', 'Mai Sen'];
const phones = people.map((_, i) => `+8451234560${i}`);

const anyRow = fc.record({
  team: fc.nat(2),
  person: fc.nat(5),
  role: fc.constantFrom(...teamRoles),
  from: fc.constantFrom('2022-01-01', '2022-05-01', '2022-06-17'),
  to: fc.constantFrom(null, null, '2022-05-20', '2022-07-01'),
});
const anyMember = fc.record({
  team: fc.nat(2),
  person: fc.nat(5),
  phone: fc.nat(5),
  role: fc.constantFrom(...teamRoles),
  roleGiven: fc.boolean(),
});
const anyDay = fc.constantFrom('2022-01-01', '2022-04-13', '2022-05-10', today);
type Row = { team: number; person: number; role: (typeof teamRoles)[number]; from: string; to: string | null };
type Listed = { team: number; person: number; phone: number; role: (typeof teamRoles)[number]; roleGiven: boolean };

interface Span {
  team: string;
  person: string;
  role: string;
  from: string;
  to: string | null;
}

const meets = (a: Pick<Span, 'from' | 'to'>, b: Pick<Span, 'from' | 'to'>) =>
  (a.to === null || a.to > b.from) && (b.to === null || b.to > a.from);
const clash = (a: Span, b: Span) =>
  a.team === b.team && meets(a, b) && (a.person === b.person || (a.role === 'leader' && b.role === 'leader'));
const clashes = (spans: Span[]) =>
  spans.flatMap((a, i) =>
    spans
      .slice(i + 1)
      .filter((b) => clash(a, b))
      .map((b) => [a, b]),
  );

/** Rows as PostgreSQL would have let them in. */
function historyOf(rows: readonly Row[]): MemberRow[] {
  const kept: MemberRow[] = [];
  const span = (row: MemberRow): Span => ({
    team: row.teamId,
    person: row.personId,
    role: row.role,
    from: row.from,
    to: row.to,
  });
  rows
    .filter((row) => row.to === null || row.to > row.from)
    .forEach(({ team, person, role, from, to }, i) => {
      const row: MemberRow = {
        id: `m${i}`,
        teamId: `t-h${team + 1}`,
        personId: `p${person}`,
        fullName: people[person] ?? '',
        role,
        position: null,
        affiliation: 'other',
        from,
        to,
        phones: [phones[person] ?? ''],
      };
      if (kept.every((other) => !clash(span(other), span(row)))) kept.push(row);
    });
  return kept;
}

function listOf(listed: readonly Listed[]): RosterTeam[] {
  const teams = new Map<string, RosterTeam>();
  for (const { team, person, phone, role, roleGiven } of listed) {
    const key = hamlets[team] ?? '';
    const into: RosterTeam = teams.get(key) ?? {
      sheet: 'S',
      row: 1,
      name: key,
      hamletKey: key,
      hamletType: 'thon',
      formerCommune: null,
      declaredCount: null,
      members: [],
    };
    teams.set(key, into);
    const hasLeader = into.members.some((one) => one.role === 'leader');
    const member: RosterMember = {
      sheet: 'S',
      row: 1,
      fullName: people[person] ?? '',
      honorific: null,
      role: !roleGiven || (role === 'leader' && hasLeader) ? 'member' : role,
      roleGiven,
      position: null,
      affiliations: [],
      phones: [{ raw: phones[phone] ?? '', e164: phones[phone] ?? '', kind: 'mobile' }],
    };
    into.members.push(member);
  }
  return [...teams.values()];
}

function register(history: readonly MemberRow[]): RegisterTeam[] {
  const current = new Map<string, MemberRow>();
  for (const row of history) if (row.to === null || row.to > today) current.set(`${row.teamId}|${row.personId}`, row);
  return hamlets.map((key) => ({
    teamId: `t-${key}`,
    hamletKey: key,
    name: key,
    members: [...current.values()]
      .filter((row) => row.teamId === `t-${key}`)
      .map((row) => ({
        memberId: row.id,
        personId: row.personId,
        fullName: row.fullName,
        role: row.role,
        position: row.position,
        phones: row.phones,
      })),
  }));
}

function planFor(history: readonly MemberRow[], teams: readonly RosterTeam[], from: string): ImportPlan {
  const known = register(history);
  const diff = diffRoster(teams, known);
  const leaders = new Map(
    known.flatMap(({ hamletKey, members }) =>
      members.filter(({ role }) => role === 'leader').map((one) => [hamletKey, one] as const),
    ),
  );
  let n = 0;
  return planImport({
    diff,
    members: history,
    from,
    others: otherLeaders(diff, leaders),
    teams: new Map(hamlets.map((key) => [key, { id: `t-${key}`, from: '2022-01-01' }])),
    known: people.map((fullName, i) => ({ id: `p${i}`, fullName, e164: phones[i] ?? '' })),
    guarded: new Set<string>(),
    newId: () => `new${n++}`,
  });
}

function after(history: readonly MemberRow[], plan: ImportPlan): Span[] {
  const ends = new Map(plan.ends.map(({ id, to }) => [id, to]));
  const corrections = new Map(plan.corrections.map((seat) => [seat.id, seat]));
  const old = history.map((row) => {
    const now = corrections.get(row.id);
    return {
      team: now?.teamId ?? row.teamId,
      person: row.personId,
      role: now?.role ?? row.role,
      from: row.from,
      to: ends.get(row.id) ?? row.to,
    };
  });
  return [
    ...old,
    ...plan.seats.map((seat) => ({
      team: seat.teamId,
      person: seat.personId,
      role: seat.role,
      from: seat.from,
      to: seat.to,
    })),
  ];
}

describe('the rows of an import', () => {
  it('never put a person twice into a team nor two leaders beside each other', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 12 }),
        fc.array(anyMember, { maxLength: 9 }),
        anyDay,
        (rows, listed, from) => {
          const history = historyOf(rows);
          const spans = after(history, planFor(history, listOf(listed), from));
          expect(clashes(spans)).toEqual([]);
          expect(spans.filter((span) => span.to !== null && span.to <= span.from)).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('change nothing when the list is imported again', () => {
    fc.assert(
      fc.property(fc.array(anyMember, { maxLength: 9 }), anyDay, (listed, from) => {
        const teams = listOf(
          listed
            .map((one) => ({ ...one, phone: one.person }))
            .filter((one, i, all) => all.findIndex((other) => other.person === one.person) === i),
        );
        const first = planFor([], teams, from);
        const numberOf = (personId: string) =>
          first.phones.filter((phone) => phone.personId === personId).map((phone) => phone.e164);
        const nameOf = (personId: string) =>
          first.people.find(({ id }) => id === personId)?.fullName ?? people[Number(personId.slice(1))] ?? '';
        const history: MemberRow[] = first.seats.map((seat) => ({
          id: seat.id,
          teamId: seat.teamId,
          personId: seat.personId,
          fullName: nameOf(seat.personId),
          role: seat.role,
          position: null,
          affiliation: 'other',
          from: seat.from,
          to: null,
          phones: numberOf(seat.personId),
        }));
        const second = planFor(history, teams, from);
        expect([second.people, second.ends, second.corrections, second.seats, second.changed]).toEqual([
          [],
          [],
          [],
          [],
          [],
        ]);
      }),
    );
  });

  it('let a leader step back whom the list does not name, and keep that he led', () => {
    const history = historyOf([{ team: 0, person: 0, role: 'leader', from: '2022-01-01', to: null }]);
    const plan = planFor(history, listOf([{ team: 0, person: 1, phone: 1, role: 'leader', roleGiven: true }]), today);
    expect(plan.ends).toEqual([{ id: 'm0', to: today, told: true }]);
    expect(plan.seats.map(({ personId, role, from }) => [personId, role, from])).toEqual([
      ['p0', 'member', today],
      ['p1', 'leader', today],
    ]);
  });
});
