import { Injectable } from '@nestjs/common';
import type { Affiliation } from '#contracts/enums';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import { type Fit, gapsOf, ruleStates, type RuleState, type Seat } from '../../composition.ts';
import { knownFor } from '../../people/teams/team.presenter.ts';
import { type DecisionRow, TeamQueries } from '../../people/teams/team.queries.ts';
import { CommitteeQueries, type CommitteeRow } from './committee.queries.ts';
import {
  CommitteeStandsQueries,
  type LoadMemberRow,
  type LoadTeamRow,
  type StandingRow,
} from './committee-stands.queries.ts';

export interface CommitteeCheck extends RuleState {
  people: Fit[];
  fits: Fit[];
  left: { fullName: string; on: string } | null;
}

export interface CommitteeInfo {
  committee: (CommitteeRow & { decision: DecisionRow | undefined }) | undefined;
  members: LoadMemberRow[];
  /** Active ones, by name. */
  teams: LoadTeamRow[];
  checks: CommitteeCheck[];
}

export const committeeLacks = ['committee', 'focal', 'member', 'supporter'] as const;
export interface CommitteeStanding extends Pick<StandingRow, 'lastDay' | 'teams' | 'supported'> {
  unit: UnitRef;
  /** What it lacks first; undefined where it is complete. */
  lacks: (typeof committeeLacks)[number] | undefined;
  missing: Affiliation[];
  members: number;
}

/** What other modules may ask of steering committees. The caller has asked for the right. */
@Injectable()
export class CommitteesApi {
  constructor(
    private readonly queries: CommitteeQueries,
    private readonly stands: CommitteeStandsQueries,
    private readonly teams: TeamQueries,
    private readonly organization: OrganizationApi,
  ) {}

  /** A commune's committee of a day by the rules of that day, with whom each member supports. */
  async one(unitId: string, at: string): Promise<CommitteeInfo> {
    const [committee, teams, rules] = await Promise.all([
      this.queries.committee(unitId, at),
      this.stands.teams([unitId], at),
      this.organization.rules('committee', unitId, at),
    ]);
    const members = await this.stands.members(
      unitId,
      teams.map(({ id }) => id),
      at,
    );
    const seats = members.map(toSeat);
    const states = ruleStates(rules, seats);
    const absent = states.flatMap(({ met, affiliation }) => (!met && affiliation ? [affiliation] : []));
    const isShort = states.some(({ met }) => !met);
    const [left, known, decision] = await Promise.all([
      absent.length > 0 ? this.stands.left(unitId, absent, at) : [],
      isShort ? this.teams.known([unitId], at) : [],
      committee && this.queries.decision(committee.id),
    ]);
    const gaps = new Map(gapsOf(rules, seats, knownFor(null, known)).map((gap) => [gap.rule, gap]));
    return {
      committee: committee && { ...committee, decision },
      members,
      teams,
      checks: states.map((state) => ({
        ...state,
        people: state.affiliation ? peopleOf(seats.filter((seat) => seat.affiliation === state.affiliation)) : [],
        fits: gaps.get(state.code)?.fits ?? [],
        left: left.find(({ affiliation }) => affiliation === state.affiliation) ?? null,
      })),
    };
  }

  /** Each commune of the unit, incomplete ones first. */
  async ofCommunes(unitId: string, at: string, q: string): Promise<CommitteeStanding[]> {
    const [rows, rules] = await Promise.all([
      this.stands.standings(unitId, at, q),
      this.organization.rulesWithin('committee', unitId, at),
    ]);
    const all = rows.map((row): CommitteeStanding => {
      const unmet = ruleStates(rules(row.id), seatsOf(row)).filter(({ met }) => !met);
      return {
        unit: { id: row.id, kind: row.kind, name: row.name, fullName: row.fullName },
        lacks: lackOf(row, unmet.length > 0),
        missing: unmet.flatMap(({ affiliation }) => affiliation ?? []),
        members: new Set(row.personIds).size,
        teams: row.teams,
        supported: row.supported,
        lastDay: row.lastDay,
      };
    });
    return all.sort(
      (a, b) =>
        rankOf(a) - rankOf(b) || comparePlaces(a.unit.fullName, b.unit.fullName) || (a.unit.id < b.unit.id ? -1 : 1),
    );
  }

  /** Active teams of the communes. */
  teamsOf(communeIds: readonly string[], at: string): Promise<LoadTeamRow[]> {
    return communeIds.length === 0 ? Promise.resolve([]) : this.stands.teams(communeIds, at);
  }
}

const rankOf = ({ lacks }: CommitteeStanding): number =>
  lacks ? committeeLacks.indexOf(lacks) : committeeLacks.length;

function lackOf({ hasCommittee, roles, teams, supported }: StandingRow, isShort: boolean): CommitteeStanding['lacks'] {
  if (!hasCommittee) return 'committee';
  if (!roles.includes('focal_officer')) return 'focal';
  if (isShort) return 'member';
  return supported < teams ? 'supporter' : undefined;
}

function toSeat(row: LoadMemberRow): Seat {
  return {
    personId: row.personId,
    fullName: row.fullName,
    position: row.title,
    role: row.role,
    affiliation: row.affiliation,
  };
}

const seatsOf = ({ personIds, roles, affiliations }: StandingRow): Seat[] =>
  personIds.map((personId, n) => ({
    personId,
    fullName: '',
    position: null,
    role: roles[n] ?? 'committee_member',
    affiliation: affiliations[n] ?? 'other',
  }));

const peopleOf = (seats: readonly Seat[]): Fit[] => [
  ...new Map(
    seats.map(({ personId, fullName, position }) => [personId, { id: personId, fullName, position }]),
  ).values(),
];
