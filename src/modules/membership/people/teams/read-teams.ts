import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { grouped } from '#contracts/grouped';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { type Gap, gapsOf, type Rule, ruleStates, type Seat } from '../../composition.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { GroupNames, type GroupState } from './groups/group-states.ts';
import { ReadDecisions } from './decisions/read-decisions.ts';
import { inOrder, knownFor, toMember, toSeat, toSupporter } from './team.presenter.ts';
import { type KnownRow, type MemberRow, type SupporterRow, TeamQueries, type TeamRowData } from './team.queries.ts';

type TeamRow = RouteAnswer<typeof routes.listTeams>['items'][number];
type TeamDetail = RouteAnswer<typeof routes.getTeam>;

interface Facts {
  units: Map<string, UnitRef>;
  members: Map<string, MemberRow[]>;
  supporters: Map<string, SupporterRow[]>;
  rules: Map<string, Rule[]>;
  groups: Map<string, GroupState>;
  households: Map<string, number>;
  /** By commune in which a team lacks somebody. */
  known: Map<string, KnownRow[]>;
}

/** Teams as they were at a date, with what each lacks by the rules of that date. */
@Injectable()
export class ReadTeams {
  constructor(
    private readonly queries: TeamQueries,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly groups: GroupNames,
    private readonly papers: ReadDecisions,
    private readonly clock: Clock,
  ) {}

  /** Those teams, in this order. The caller has asked for the right. */
  async rows(ids: readonly string[], at: string): Promise<TeamRow[]> {
    const found = new Map((await this.queries.byId(ids, at)).map((row) => [row.id, row]));
    const teams = ids.flatMap((id) => found.get(id) ?? []);
    const facts = await this.facts(teams, at);
    return teams.map((team) => this.row(team, facts));
  }

  async one(actor: Actor, teamId: string, at = this.clock.today()): Promise<TeamDetail> {
    const [team] = await this.queries.byId([teamId], at);
    if (!team) throw membershipErrors.teamNotFound();
    await this.scope.require(actor, 'team.read', { unitId: team.unitId, teamId });
    const [facts, path, history, { decisions, ...papers }] = await Promise.all([
      this.facts([team], at),
      this.organization.ancestors(team.unitId, at),
      this.queries.history(teamId, at, this.clock.now()),
      this.papers.of(actor, team, at),
    ]);
    const { hamlet, gaps, needsStrengthening, group, households } = this.row(team, facts);
    const members = inOrder(facts.members.get(teamId) ?? []);
    return {
      id: teamId,
      name: team.name,
      hamlet,
      commune: path.find(({ kind }) => kind === 'commune') ?? hamlet,
      ancestors: path.slice(0, -1),
      status: team.status,
      needsStrengthening,
      at,
      households,
      decision: decisions.find(({ kind }) => kind === 'establish') ?? null,
      decisions,
      ...papers,
      ended: team.validTo,
      members: members.map((row) => toMember(row, actor.personId)),
      history: history.map((row) => toMember(row, actor.personId)),
      gaps,
      rules: ruleStates(facts.rules.get(team.unitId) ?? [], members.map(toSeat)),
      supporters: (facts.supporters.get(teamId) ?? []).map(toSupporter),
      group,
    };
  }

  private async facts(teams: readonly TeamRowData[], at: string): Promise<Facts> {
    const ids = teams.map(({ id }) => id);
    const unitIds = teams.map((team) => team.unitId);
    const [units, rows, supporters, rules, groups, households] = await Promise.all([
      this.organization.unitRefs([...unitIds, ...teams.flatMap(({ communeId }) => communeId ?? [])], at),
      this.queries.members(ids, at, this.clock.now()),
      this.queries.supporters(ids, at),
      this.organization.rulesOf('team', unitIds, at),
      this.groups.ofTeams(
        teams.map((team) => ({ id: team.id, unitId: team.unitId, communeId: team.communeId })),
        at,
      ),
      this.organization.households(unitIds, at),
    ]);
    const members = grouped(rows, ({ teamId }) => teamId);
    const short = teams.filter(({ id, unitId }) =>
      isShort(rules.get(unitId) ?? [], (members.get(id) ?? []).map(toSeat)),
    );
    const known = await this.queries.known([...new Set(short.flatMap(({ communeId }) => communeId ?? []))], at);
    return {
      units,
      members,
      supporters: grouped(supporters, ({ teamId }) => teamId),
      rules,
      groups,
      households,
      known: grouped(known, ({ communeId }) => communeId),
    };
  }

  /** Who could fill a gap is looked for only where there is one: most teams lack nothing. */
  private gaps(team: TeamRowData, members: MemberRow[], facts: Facts): Gap[] {
    const rules = facts.rules.get(team.unitId) ?? [];
    const seats = members.map(toSeat);
    return isShort(rules, seats)
      ? gapsOf(rules, seats, knownFor(team.id, facts.known.get(team.communeId ?? '') ?? []))
      : [];
  }

  private row(team: TeamRowData, facts: Facts): TeamRow {
    const members = inOrder(facts.members.get(team.id) ?? []);
    const gaps = this.gaps(team, members, facts);
    const leader = members.find(({ role }) => role === 'leader');
    return {
      id: team.id,
      name: team.name,
      hamlet: facts.units.get(team.unitId) as UnitRef,
      commune: facts.units.get(team.communeId ?? team.unitId) as UnitRef,
      status: team.status,
      needsStrengthening: team.status === 'active' && gaps.length > 0,
      leader: leader ? { id: leader.personId, fullName: leader.fullName, position: leader.position } : null,
      members: members.length,
      gaps,
      supporters: (facts.supporters.get(team.id) ?? []).map(({ id, fullName, position }) => ({
        id,
        fullName,
        position,
      })),
      group: facts.groups.get(team.id) as GroupState,
      households: facts.households.get(team.unitId) ?? null,
      missingPhones: members.filter(({ phone }) => phone === null).length,
    };
  }
}

function isShort(rules: readonly Rule[], seats: readonly Seat[]): boolean {
  return ruleStates(rules, seats).some(({ have, min }) => have < min);
}
