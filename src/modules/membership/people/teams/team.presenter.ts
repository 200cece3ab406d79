import type { RouteAnswer, routes } from '#contracts';
import { compareNames } from '#i18n/fold';
import type { Role } from '#contracts/enums';
import type { Seat } from '../../composition.ts';
import type { ScanView } from './decisions/decision-scans.ts';
import { maskPhone } from '../people/phones.ts';
import type { DecisionRow, KnownRow, MemberRow, SupporterRow, TeamDecisionRow } from './team.queries.ts';

type Detail = RouteAnswer<typeof routes.getTeam>;
export type MemberView = Detail['members'][number];

const rank: Record<string, number> = { leader: 0, deputy: 1, member: 2 };

/** Leader, deputies, members; within a role in Vietnamese order of given names. */
export function inOrder<T extends { role: string; fullName: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (rank[a.role] ?? 9) - (rank[b.role] ?? 9) || compareNames(a.fullName, b.fullName));
}

/** `to` is the first day on which the membership no longer holds. */
export function toMember(row: MemberRow, readerId: string): MemberView {
  return {
    id: row.id,
    person: { id: row.personId, fullName: row.fullName, position: row.position },
    role: row.role,
    position: row.position,
    affiliation: row.affiliation,
    from: row.from,
    to: row.to,
    phoneMasked: row.phone && maskPhone(row.phone),
    phoneLast: row.phone && row.phone.slice(-3),
    phoneState: row.phoneState ?? 'missing',
    signedIn: row.signedIn,
    paperCardAskedAt: row.paperCardAskedAt?.toISOString() ?? null,
    busy: row.busy,
    skills: row.skills,
    me: row.personId === readerId,
  };
}

export function toSeat(row: MemberRow): Seat {
  return {
    personId: row.personId,
    fullName: row.fullName,
    position: row.position,
    role: row.role,
    affiliation: row.affiliation,
  };
}

/**
 * Of the commune's people, who could fill a gap of the team: its own former members first, then the committee, then members of other
 * teams. The head of a hamlet is in that hamlet's team, and nobody for another one's.
 */
export function knownFor(teamId: string | null, rows: readonly KnownRow[]): Seat[] {
  const order = (row: KnownRow) => (row.teamId === teamId ? 0 : row.teamId === null ? 1 : 2);
  const heads = new Set(
    rows
      .filter((row) => row.affiliation === 'hamlet_head' && !row.former && row.teamId !== null && row.teamId !== teamId)
      .map(({ personId }) => personId),
  );
  return rows
    .filter((row) => !row.former || row.teamId === teamId)
    .filter(({ personId }) => teamId === null || !heads.has(personId))
    .sort((a, b) => order(a) - order(b) || compareNames(a.fullName, b.fullName))
    .map((row) => ({
      personId: row.personId,
      fullName: row.fullName,
      position: row.position,
      role: row.role as Role,
      affiliation: row.affiliation ?? 'other',
    }));
}

export function toSupporter(row: SupporterRow): Detail['supporters'][number] {
  return {
    id: row.id,
    fullName: row.fullName,
    position: row.position,
    from: row.from,
    phoneMasked: row.phone && maskPhone(row.phone),
  };
}

export function toDecision(row: DecisionRow): NonNullable<Detail['decision']> & Pick<DecisionRow, 'kind'> {
  return { kind: row.kind, number: row.number, signedOn: row.signedOn, signer: row.signer };
}

export function toTeamDecision(row: TeamDecisionRow, scan: ScanView | undefined): Detail['decisions'][number] {
  return { ...toDecision(row), id: row.id, version: row.version, teams: row.teams, scan: scan ?? null };
}
