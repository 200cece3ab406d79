/**
 * What an import would change in the register of one commune. People match only inside it: by folded name and team,
 * then by phone. Nobody is removed because a file does not name them.
 */
import { foldTone } from '#i18n/fold';
import type { TeamRole } from '#contracts/enums';
import type { RosterMember, RosterTeam } from './roster.types.ts';

export interface RegisterMember {
  memberId: string;
  personId: string;
  fullName: string;
  role: TeamRole;
  position: string | null;
  /** E.164, the main one first. */
  phones: string[];
}

export interface RegisterTeam {
  teamId: string;
  /** Of unit-names.ts, with the former commune where the register has one. */
  hamletKey: string;
  name: string;
  members: RegisterMember[];
}

export type ChangedField = 'fullName' | 'team' | 'role' | 'position' | 'phone';

export interface FieldChange {
  field: ChangedField;
  from: string | null;
  to: string | null;
}

export interface RosterDiff {
  /** One for each team of the file; `teamId` is null where the register has none for the hamlet. */
  teams: { hamletKey: string; name: string; teamId: string | null }[];
  added: { team: RosterTeam; member: RosterMember }[];
  changed: {
    team: RosterTeam;
    member: RosterMember;
    register: RegisterMember;
    registerTeam: RegisterTeam;
    changes: FieldChange[];
  }[];
  unchanged: { team: RosterTeam; member: RosterMember; register: RegisterMember }[];
  /** In the register, in a team or a commune that the file lists, but not in the file. */
  missing: { registerTeam: RegisterTeam; register: RegisterMember }[];
}

interface Pair {
  team: RegisterTeam;
  member: RegisterMember;
}

export function diffRoster(teams: readonly RosterTeam[], register: readonly RegisterTeam[]): RosterDiff {
  const diff: RosterDiff = { teams: [], added: [], changed: [], unchanged: [], missing: [] };
  const pairs = register.flatMap((team) => team.members.map((member): Pair => ({ team, member })));
  const listed = teams.flatMap((team) => team.members.map((member) => ({ team, member })));
  const free = new Set(pairs);
  const matched = new Map<RosterMember, Pair>();
  const seats = new Set(pairs.map((pair) => seatOf(pair.team.hamletKey, pair)));
  for (const { known, asked } of [byTeamAndName, byPhone]) {
    const index = indexPairs(pairs, known);
    for (const { team, member } of listed) {
      if (matched.has(member)) continue;
      const open = asked(team, member)
        .flatMap((key) => index.get(key) ?? [])
        .filter((one) => free.has(one));
      const pair =
        open.find((one) => one.team.hamletKey === team.hamletKey) ??
        open.find((one) => !seats.has(seatOf(team.hamletKey, one)));
      if (!pair) continue;
      seats.add(seatOf(team.hamletKey, pair));
      matched.set(member, pair);
      free.delete(pair);
    }
  }
  const teamIds = new Map(register.map((team) => [team.hamletKey, team.teamId]));
  for (const team of teams)
    diff.teams.push({ hamletKey: team.hamletKey, name: team.name, teamId: teamIds.get(team.hamletKey) ?? null });
  for (const { team, member } of listed) sortIn(diff, team, member, matched.get(member));
  diff.missing = [...free].map(({ team, member }) => ({ registerTeam: team, register: member }));
  return diff;
}

/** A person has one seat in a team: whoever sits there already does not move in from another. */
function seatOf(hamletKey: string, { member }: Pair): string {
  return `${hamletKey}|${member.personId}`;
}

interface Match {
  known: (pair: Pair) => string[];
  asked: (team: RosterTeam, member: RosterMember) => string[];
}

const byTeamAndName: Match = {
  known: ({ team, member }) => [`${team.hamletKey}|${foldTone(member.fullName)}`],
  asked: (team, member) => [`${team.hamletKey}|${foldTone(member.fullName)}`],
};

/** A shared family phone proves nothing: the given name must agree too. */
const byPhone: Match = {
  known: ({ member }) => member.phones.map((phone) => `${phone}|${givenName(member.fullName)}`),
  asked: (_team, member) => member.phones.map((phone) => `${phone.e164}|${givenName(member.fullName)}`),
};

function givenName(fullName: string): string {
  return foldTone(fullName).split(' ').at(-1) ?? '';
}

function indexPairs(pairs: readonly Pair[], keys: (pair: Pair) => string[]): Map<string, Pair[]> {
  const index = new Map<string, Pair[]>();
  for (const pair of pairs) for (const key of keys(pair)) index.set(key, [...(index.get(key) ?? []), pair]);
  return index;
}

function sortIn(diff: RosterDiff, team: RosterTeam, member: RosterMember, pair: Pair | undefined): void {
  if (!pair) {
    diff.added.push({ team, member });
    return;
  }
  const changes = changesOf(team, member, pair);
  if (changes.length === 0) diff.unchanged.push({ team, member, register: pair.member });
  else diff.changed.push({ team, member, register: pair.member, registerTeam: pair.team, changes });
}

/** What the file does not say (no role, no post, no usable phone) changes nothing. */
function changesOf(team: RosterTeam, member: RosterMember, pair: Pair): FieldChange[] {
  const changes: FieldChange[] = [];
  const { member: known } = pair;
  if (foldTone(member.fullName) !== foldTone(known.fullName))
    changes.push({ field: 'fullName', from: known.fullName, to: member.fullName });
  if (team.hamletKey !== pair.team.hamletKey) changes.push({ field: 'team', from: pair.team.name, to: team.name });
  if (member.roleGiven && member.role !== known.role)
    changes.push({ field: 'role', from: known.role, to: member.role });
  if (member.position !== null && foldTone(member.position) !== foldTone(known.position ?? ''))
    changes.push({ field: 'position', from: known.position, to: member.position });
  const phone = member.phones[0]?.e164;
  if (phone !== undefined && phone !== known.phones[0])
    changes.push({ field: 'phone', from: known.phones[0] ?? null, to: phone });
  return changes;
}
