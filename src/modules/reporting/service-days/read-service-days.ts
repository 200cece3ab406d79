import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { periodOf, periodOfMonth } from '#contracts/reporting/periods';
import { compareNames, comparePlaces } from '#i18n/fold';
import { MembershipApi, type PersonRef } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { allowanceErrors } from '../reporting.errors.ts';
import { type DatedRule, payOfPerson, payOfTeam } from './allowance.ts';
import { AllowanceRules } from './allowance-rules.ts';
import { daysByPerson, type PersonDays } from './days-by-person.ts';
import { ServiceDayQueries } from './service-day.queries.ts';

type View = RouteAnswer<typeof routes.serviceDays>;
type TeamView = View['teams'][number];
type PersonView = TeamView['people'][number];

/** A commune's month: who served on how many days, team by team. */
@Injectable()
export class ReadServiceDays {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly queries: ServiceDayQueries,
    private readonly rules: AllowanceRules,
    private readonly clock: Clock,
  ) {}

  /** @throws allowance.communeOnly */
  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.serviceDays>): Promise<View> {
    await this.scope.require(actor, 'report.read', { unitId });
    return this.month(unitId, query);
  }

  /** One team's part, for who answers for it: of the other teams it says nothing. It is one team in whichever commune. */
  async ofTeam(actor: Actor, teamId: string, month: string | undefined): Promise<View> {
    const team = (await this.membership.teams([teamId])).get(teamId);
    if (!team) throw platformErrors.denied();
    await this.scope.require(actor, 'task.answer', { unitId: team.unitId, teamId });
    const { teams, ...days } = await this.month(team.communeId ?? team.unitId, {
      month,
      units: 'now',
    });
    const own = teams.filter(({ id }) => id === teamId);
    return { ...days, teams: own, ...totalsOf(own) };
  }

  /** Days are the commune's in which the team stood on them, or, with its teams of today, in which it stands now. */
  private async month(unitId: string, { month, units }: RouteQuery<typeof routes.serviceDays>): Promise<View> {
    const today = this.clock.today();
    const rule = await this.organization.periodRule(unitId);
    const { dueOn: _, ...period } = month ? periodOfMonth(month, rule) : periodOf(today, rule);
    const found = await this.organization.unitNear(unitId, period.endsOn < today ? period.endsOn : today);
    if (!found) throw platformErrors.notFound();
    const { unit, day: at } = found;
    if (unit.kind !== 'commune') throw allowanceErrors.communeOnly();
    const [lines, rules] = await Promise.all([
      this.queries.ofCommune(unitId, period, units === 'now' ? today : null),
      this.rules.of(unitId, period.startsOn, period.endsOn),
    ]);
    const teams = await this.teams(unitId, at, daysByPerson(lines), rules, period);
    return { unit, ...period, rules, teams, ...totalsOf(teams) };
  }

  /** The teams of the day with their members, and teams and people who served in the month and are no longer there. */
  private async teams(
    unitId: string,
    at: string,
    served: readonly PersonDays[],
    rules: readonly DatedRule[],
    period: Pick<View, 'endsOn'>,
  ): Promise<TeamView[]> {
    const members = await this.membership.membersUnder(unitId, at);
    const elsewhere = served.filter(({ teamId }) => !members.some((team) => team.id === teamId));
    const [names, people] = await Promise.all([
      this.membership.teamNames([...new Set(elsewhere.map(({ teamId }) => teamId))], at),
      this.membership.people(served.map(({ personId }) => personId)),
    ]);
    const gone = [...names].map(([id, name]) => ({ id, name, members: [] }));
    const places = new Map(served.map((one) => [one.personId, one]));
    return [...members, ...gone]
      .sort((a, b) => comparePlaces(a.name, b.name))
      .map(({ id, name, members: inside }) => {
        const own = served.filter(({ teamId }) => teamId === id);
        const present = new Set(inside.map(({ person }) => person.id));
        const former = own
          .filter(({ personId }) => !present.has(personId))
          .flatMap(({ personId }) => people.get(personId) ?? [])
          .sort((a, b) => compareNames(a.fullName, b.fullName));
        const rows: { person: PersonRef; role: PersonView['role'] }[] = [
          // Whoever is in two teams stands with the one that the days are of.
          ...inside.filter(({ person }) => (places.get(person.id)?.teamId ?? id) === id),
          ...former.map((person) => ({ person, role: null })),
        ];
        const confirmed = own.reduce((sum, { confirmed: days }) => sum + days.length, 0);
        return {
          id,
          name,
          sum: payOfTeam(rules, confirmed, period),
          people: rows.map((row) => ({ ...row, ...countsOf(places.get(row.person.id), rules, period) })),
        };
      });
  }
}

function countsOf(days: PersonDays | undefined, rules: readonly DatedRule[], period: Pick<View, 'endsOn'>) {
  const confirmed = days?.confirmed ?? [];
  return {
    confirmed: confirmed.length,
    waiting: days?.waiting ?? 0,
    sum: payOfPerson(rules, confirmed, period)?.sum ?? null,
  };
}

function totalsOf(teams: readonly TeamView[]): Pick<View, 'confirmed' | 'waiting' | 'sum'> {
  const people = teams.flatMap((team) => team.people);
  const sums = [...teams, ...people].flatMap(({ sum }) => sum ?? []);
  const total = (of: (person: PersonView) => number) => people.reduce((sum, person) => sum + of(person), 0);
  return {
    confirmed: total(({ confirmed }) => confirmed),
    waiting: total(({ waiting }) => waiting),
    sum: sums.length > 0 ? sums.reduce((sum, one) => sum + one, 0) : null,
  };
}
