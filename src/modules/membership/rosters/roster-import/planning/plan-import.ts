/**
 * Turns the difference between a list and the register into rows to write. Pure. Nothing that was true before is lost:
 * a change ends a row and begins another, and only a row that began on that very day (or later) is corrected in place.
 * Memberships begin on the import's day, but never before their team, nor inside an earlier one that has ended.
 */
import type { Affiliation, TeamRole } from '#contracts/enums';
import { foldTone } from '#i18n/fold';
import type { RosterDiff } from '../../roster/roster-diff.ts';
import type { RosterMember } from '../../roster/roster.types.ts';
import type { OtherLeader } from './register-doubts.ts';
import type { KnownPerson, MemberRow } from '../roster-import.queries.ts';

export interface PlanFacts {
  diff: RosterDiff;
  /** Leaders of the register who become members. */
  others: readonly OtherLeader[];
  /** By hamlet key, each with its first day. */
  teams: ReadonlyMap<string, { id: string; from: string }>;
  /** Memberships of these teams, ended ones too. */
  members: readonly MemberRow[];
  /** People of the commune by their numbers. */
  known: readonly KnownPerson[];
  /** Whose name and numbers stay as they are. */
  guarded: ReadonlySet<string>;
  from: string;
  newId: () => string;
}

export interface Seat {
  id: string;
  teamId: string;
  personId: string;
  role: TeamRole;
  position: string | null;
  affiliation: Affiliation;
}

export interface ImportPlan {
  people: { id: string; fullName: string }[];
  names: { id: string; fullName: string }[];
  phones: { personId: string; e164: string; raw: string; primary: boolean; reason: string | null }[];
  /** `told`: the person stays in the team by another row. */
  ends: { id: string; to: string; told: boolean }[];
  corrections: Seat[];
  seats: (Seat & { from: string; to: string | null })[];
  joined: { teamId: string; personId: string; role: TeamRole; from: string }[];
  changed: { teamId: string; personId: string; fields: string[] }[];
  /** Whose row was moved in place, so that no end of it tells of their leaving. */
  left: { teamId: string; personId: string }[];
}

/** A row on its way to its new state. */
interface Move {
  row: MemberRow;
  to: Omit<Seat, 'id'>;
}

export function planImport(facts: PlanFacts): ImportPlan {
  return new Planner(facts).run();
}

/** Of a list that changes nothing. */
export const emptyPlan = (): ImportPlan => ({
  people: [],
  names: [],
  phones: [],
  ends: [],
  corrections: [],
  seats: [],
  joined: [],
  changed: [],
  left: [],
});

class Planner {
  private readonly plan = emptyPlan();
  private readonly rows: ReadonlyMap<string, MemberRow>;
  private readonly byTeam = new Map<string, MemberRow[]>();
  private readonly knownIds: Map<string, string>;
  private readonly demoted: ReadonlySet<string>;
  private readonly firstDay: ReadonlyMap<string, string>;
  private readonly seated = new Set<string>();
  /** When a row that this import changes stops being what it was. */
  private readonly until = new Map<string, string>();
  private readonly phonesOf = new Set<string>();
  private readonly mainOf = new Set<string>();

  constructor(private readonly facts: PlanFacts) {
    this.rows = new Map(facts.members.map((row) => [row.id, row]));
    for (const row of facts.members) {
      this.byTeam.set(row.teamId, [...(this.byTeam.get(row.teamId) ?? []), row]);
      if (row.to === null || row.to > facts.from) this.seated.add(`${row.teamId}|${row.personId}`);
    }
    this.demoted = new Set(facts.others.map(({ register }) => register.memberId));
    this.firstDay = new Map([...facts.teams.values()].map(({ id, from }) => [id, from]));
    this.knownIds = new Map(facts.known.map(({ id, fullName, e164 }) => [personKey(e164, fullName), id]));
  }

  run(): ImportPlan {
    const moves = [...this.demotions(), ...this.changes()];
    this.settleDays(moves);
    const seats = this.additions();
    const isLeader = ({ role }: { role: TeamRole }) => role === 'leader';
    for (const move of moves.filter(({ to }) => !isLeader(to))) this.apply(move);
    for (const seat of seats.filter((one) => !isLeader(one))) this.sit(seat);
    for (const move of moves.filter(({ to }) => isLeader(to))) this.apply(move);
    for (const seat of seats.filter(isLeader)) this.sit(seat);
    for (const { member, register } of this.facts.diff.unchanged) this.addPhones(register.personId, member, false);
    return this.plan;
  }

  /** A row lasts until its successor can begin, which may wait for another row's end: repeated until no day moves. */
  private settleDays(moves: readonly Move[]): void {
    for (const { row } of moves) this.until.set(row.id, later(this.facts.from, row.from));
    const isLate = ({ row, to }: Move) => {
      const known = this.until.get(row.id) ?? row.from;
      const start = this.startOf(to, known, row.id);
      this.until.set(row.id, start);
      return start > known;
    };
    while (moves.map(isLate).some(Boolean)) continue;
  }

  /** Leaders who step back and of whom the list says nothing else. */
  private demotions(): Move[] {
    const listed = new Set(this.facts.diff.changed.map(({ register }) => register.memberId));
    return [...this.demoted].flatMap((memberId) => {
      const row = this.rows.get(memberId);
      if (!row || listed.has(memberId)) return [];
      this.plan.changed.push({ teamId: row.teamId, personId: row.personId, fields: ['role'] });
      return [
        {
          row,
          to: {
            teamId: row.teamId,
            personId: row.personId,
            role: 'member',
            position: row.position,
            affiliation: row.affiliation,
          },
        },
      ];
    });
  }

  private changes(): Move[] {
    return this.facts.diff.changed.flatMap(({ team, member, register, changes }) => {
      const row = this.rows.get(register.memberId);
      const target = this.facts.teams.get(team.hamletKey);
      if (!row || !target) return [];
      const fields = changes.map(({ field }) => field);
      if (fields.includes('fullName') && !this.facts.guarded.has(row.personId))
        this.plan.names.push({ id: row.personId, fullName: member.fullName });
      this.addPhones(row.personId, member, fields.includes('phone'));
      this.plan.changed.push({ teamId: target.id, personId: row.personId, fields });
      const stepsBack = this.demoted.has(row.id);
      if (!stepsBack && !fields.some((field) => field === 'team' || field === 'role' || field === 'position'))
        return [];
      const keptRole = target.id === row.teamId ? row.role : 'member';
      const role = stepsBack ? 'member' : member.roleGiven ? member.role : keptRole;
      this.seated.add(`${target.id}|${row.personId}`);
      const affiliation = (fields.includes('position') ? member.affiliations[0] : undefined) ?? row.affiliation;
      return [
        {
          row,
          to: {
            teamId: target.id,
            personId: row.personId,
            role,
            position: member.position ?? row.position,
            affiliation,
          },
        },
      ];
    });
  }

  private additions(): Omit<Seat, 'id'>[] {
    return this.facts.diff.added.flatMap(({ team, member }) => {
      const target = this.facts.teams.get(team.hamletKey);
      if (!target) return [];
      const personId = this.personFor(target.id, member);
      this.seated.add(`${target.id}|${personId}`);
      // Whoever was found by a number keeps their main one.
      this.addPhones(personId, member, this.isNew(personId));
      return [
        {
          teamId: target.id,
          personId,
          role: member.role,
          position: member.position,
          affiliation: member.affiliations[0] ?? 'other',
        },
      ];
    });
  }

  /** Somebody of the commune with this name and number who is not in the team yet, else a new person. */
  private personFor(teamId: string, member: RosterMember): string {
    const keys = member.phones.map(({ e164 }) => personKey(e164, member.fullName));
    const known = keys.flatMap((key) => this.knownIds.get(key) ?? []).find((id) => !this.seated.has(`${teamId}|${id}`));
    const id = known ?? this.facts.newId();
    if (!known) this.plan.people.push({ id, fullName: member.fullName });
    for (const key of keys) this.knownIds.set(key, id);
    return id;
  }

  private isNew(personId: string): boolean {
    return this.plan.people.at(-1)?.id === personId;
  }

  private apply({ row, to }: Move): void {
    const start = this.until.get(row.id) ?? this.facts.from;
    const stays = to.teamId === row.teamId;
    if (!stays) this.plan.joined.push({ teamId: to.teamId, personId: to.personId, role: to.role, from: start });
    if (start > row.from) {
      this.plan.ends.push({ id: row.id, to: start, told: stays });
      this.plan.seats.push({ ...to, id: this.facts.newId(), from: start, to: stays ? row.to : null });
      return;
    }
    this.plan.corrections.push({ ...to, id: row.id });
    if (!stays) this.plan.left.push({ teamId: row.teamId, personId: row.personId });
  }

  private sit(seat: Omit<Seat, 'id'>): void {
    const from = this.startOf(seat, this.facts.from);
    this.plan.seats.push({ ...seat, id: this.facts.newId(), from, to: null });
    this.plan.joined.push({ teamId: seat.teamId, personId: seat.personId, role: seat.role, from });
  }

  /** The first day from which the seat contradicts no earlier one of the person, nor of another leader. */
  private startOf({ teamId, personId, role }: Omit<Seat, 'id'>, wanted: string, ownRow?: string): string {
    const ends = (this.byTeam.get(teamId) ?? [])
      .filter((row) => row.id !== ownRow)
      .flatMap((row) => {
        const end = this.until.get(row.id) ?? row.to;
        const stands = row.personId === personId || (role === 'leader' && row.role === 'leader');
        return stands && end !== null ? [end] : [];
      });
    return [this.firstDay.get(teamId) ?? wanted, ...ends].reduce(later, wanted);
  }

  /** `main`: the first becomes the person's main number, else all stay behind the known ones. */
  private addPhones(personId: string, member: RosterMember, main: boolean): void {
    if (this.facts.guarded.has(personId)) return;
    member.phones.forEach(({ e164, raw }, i) => {
      const key = `${personId}|${e164}`;
      if (this.phonesOf.has(key)) return;
      this.phonesOf.add(key);
      const primary = main && i === 0 && !this.mainOf.has(personId);
      if (primary) this.mainOf.add(personId);
      this.plan.phones.push({ personId, e164, raw, primary, reason: member.sharedPhoneReason ?? null });
    });
  }
}

function personKey(e164: string, fullName: string): string {
  return `${e164}|${foldTone(fullName)}`;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
