import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { PeriodRule } from '#contracts/reporting/periods';
import { standingOf } from '#contracts/reporting/report-standing';
import { addDays } from '#i18n';
import { startOfDay } from '#i18n/dates';
import { MembershipApi, membershipSql, TeamGroupsApi } from '#modules/membership';
import { OrganizationApi, organizationSql } from '#modules/organization';
import { trainingSql } from '#modules/training';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { firstSentOn, type ReportData } from '../report/report.rows.ts';
import { ActiveTeamQueries } from './active-teams.queries.ts';
import { windowsOf } from './windows.ts';

type Source = RouteAnswer<typeof routes.figureSource>;
export type Item = Source['items'][number];
type Kind = Exclude<Source['kind'], 'lines' | 'typed'>;
type Of = Pick<ReportData, 'unitId' | 'month' | 'endsOn'>;

/** Where an indicator comes from that no lines make up. */
const kinds: Record<string, Kind> = {
  ...Object.fromEntries(['TC01', 'TC02', 'TC03', 'TC04', 'TC05', 'TC06', 'TC07'].map((code) => [code, 'rosters'])),
  ...Object.fromEntries(['TC08', 'TC09', 'KT03', 'KT04', 'KT05'].map((code) => [code, 'registers'])),
  ...Object.fromEntries(['DT01', 'DT02', 'DT03'].map((code) => [code, 'training'])),
  TC10: 'reports',
};
export const itemKindOf = (code: string): Kind | undefined => kinds[code];

/** What a commune's figure counts that lines do not say: teams, hamlets, products, sessions, reports, each by name. */
@Injectable()
export class FigureItems {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly groups: TeamGroupsApi,
    private readonly membership: MembershipApi,
    private readonly activeTeams: ActiveTeamQueries,
    private readonly clock: Clock,
  ) {}

  async of(report: Of, code: string, rule: PeriodRule): Promise<Item[]> {
    if (code === 'TC06') return this.rightNames(report, rule);
    if (code === 'TC07') return this.active(report, rule);
    if (code.startsWith('KT')) return this.products(report, code);
    if (code === 'TC10') return this.reports(report, rule);
    const rows = this.rowsOf(report, code, rule);
    return rows ? this.database.rows<Item>(rows) : [];
  }

  private rowsOf(report: Of, code: string, rule: PeriodRule): Sql | null {
    const { unitId, endsOn } = report;
    const people = sql`(select count(distinct person_id) from team_members_at(${endsOn}::date) where team_id = t.id)`;
    const phones = sql`(select count(distinct m.person_id) from team_members_at(${endsOn}::date) m
      join ${membershipSql.peopleWithPhone} p on p.person_id = m.person_id where m.team_id = t.id)`;
    const trained = sql`(select count(distinct m.person_id) from team_members_at(${endsOn}::date) m
      join trained_at_sessions s on s.person_id = m.person_id and s.commune_id = ${unitId} and s.audience = 'teams'
       and s.held_on between ${windowsOf(report.month, rule).year.startsOn}::date and ${endsOn}::date where m.team_id = t.id)`;
    const teams = (value: Sql, whole: Sql = sql`null::int`) => sql`
      select 'team' as of, t.id, t.name, (${value})::float8 as value, (${whole})::float8 as whole, null::text as on
        from teams_at(${endsOn}::date) t where t.commune_id = ${unitId} and t.status = 'active'
       order by t.name collate "vi-natural", t.id`;
    const rows: Record<string, () => Sql> = {
      TC01: () => teams(sql`1`),
      TC02: () => hamlets(report),
      TC03: () => teams(people),
      TC04: () => teams(sql`case when ${people} >= 3 then 1 else 0 end`, sql`1`),
      TC05: () => teams(phones, people),
      TC08: () => sql`(${teams(people)}) union all ${population(report)}`,
      TC09: () => committee(report),
      DT01: () => sessions(report, rule, sql`1`),
      DT02: () => sessions(report, rule, sql`count(*)`),
      DT03: () => teams(trained, people),
    };
    return rows[code]?.() ?? null;
  }

  private async active(report: Of, rule: PeriodRule): Promise<Item[]> {
    const [teams, { now }] = await Promise.all([
      this.of(report, 'TC01', rule),
      this.activeTeams.of([report.unitId], report.month, rule),
    ]);
    return teams.map((team) => ({ ...team, value: now.has(team.id) ? 1 : 0, whole: 1 }));
  }

  private async rightNames(report: Of, rule: PeriodRule): Promise<Item[]> {
    const [teams, states] = await Promise.all([
      this.of(report, 'TC01', rule),
      this.groups.namedIn([report.unitId], report.endsOn),
    ]);
    const before = new Date(startOfDay(addDays(report.endsOn, 1)));
    const written = await this.groups.namesWritten(
      teams.map(({ id }) => id),
      before,
    );
    const people = await this.membership.people(written.map(({ byId }) => byId));
    return teams.map((team) => ({
      ...team,
      value: states.get(team.id) === 'right' ? 1 : 0,
      whole: 1,
      names: written
        .filter(({ teamId }) => teamId === team.id)
        .map(({ name, byId, at }) => ({ name, by: people.get(byId) ?? null, at: at.toISOString() })),
    }));
  }

  private async products({ unitId, endsOn }: Of, code: string): Promise<Item[]> {
    const all = await this.organization.ocopProducts([unitId], endsOn);
    return all.map(({ id, name, listedOn }) => ({
      of: 'product' as const,
      id,
      name,
      value: code === 'KT03' || (listedOn !== null && listedOn <= endsOn) ? 1 : 0,
      whole: code === 'KT05' ? 1 : null,
      on: listedOn,
    }));
  }

  /** Those of the year that had come due by then. */
  private async reports({ unitId, month, endsOn }: Of, rule: PeriodRule): Promise<Item[]> {
    const rows = await this.database.rows<{ id: string; month: string; dueOn: string; firstSentOn: string | null }>(
      sql`select r.id, to_char(r.month, 'YYYY-MM') as month, r.due_on as "dueOn", ${firstSentOn} as "firstSentOn" from reports r
        where r.unit_id = ${unitId} and r.kind = 'monthly' and r.due_on <= ${endsOn}::date
          and r.month >= ${`${windowsOf(month, rule).year.month}-01`}::date order by r.month`,
    );
    const today = this.clock.today();
    return rows.map(({ id, month: of, ...report }) => ({
      of: 'report' as const,
      id,
      name: of,
      value:
        report.firstSentOn !== null && standingOf({ ...report, state: 'submitted' }, today).status === 'on_time'
          ? 1
          : 0,
      whole: 1,
      on: report.firstSentOn,
    }));
  }
}

const hamlets = ({ unitId, endsOn }: Of): Sql => sql`
  select 'hamlet' as of, u.id, u.full_name as name,
         case when exists (select 1 from ${membershipSql.teams} t where t.unit_id = u.id and t.status <> 'draft'
           and t.validity @> ${endsOn}::date) then 1 else 0 end::float8 as value, 1::float8 as whole, null::text as on
    from unit_closure_at(${endsOn}::date) c join units_at(${endsOn}::date) u on u.id = c.descendant_id
   where c.ancestor_id = ${unitId} and c.descendant_kind = 'hamlet' and c.depth = 1
   order by u.full_name collate "vi-natural", u.id`;

const population = ({ unitId, endsOn }: Of): Sql => sql`
  select 'population', ${unitId}::uuid, '', 0::float8, sum(n.value)::float8, null::text
    from ${organizationSql.registers} n where n.unit_id = ${unitId} and n.metric = 'population' and n.validity @> ${endsOn}::date
  having count(*) > 0`;

const committee = ({ unitId, endsOn }: Of): Sql => sql`
  select 'committee' as of, ${unitId}::uuid as id, '' as name, (
           select count(*) from ${membershipSql.steeringCommittees} g
            where g.unit_id = ${unitId} and g.validity @> ${endsOn}::date)::float8 as value, 1::float8 as whole, null::text as on`;

function sessions({ unitId, month, endsOn }: Of, rule: PeriodRule, value: Sql): Sql {
  return sql`
    select 'session' as of, t.session_id as id, max(s.title) as name, (${value})::float8 as value, null::float8 as whole,
           max(t.held_on)::text as on
      from trained_at_sessions t join ${trainingSql.sessions} s on s.id = t.session_id
     where t.commune_id = ${unitId} and t.audience = 'teams'
       and t.held_on between ${windowsOf(month, rule).period.startsOn}::date and ${endsOn}::date
     group by t.session_id order by 6, 3`;
}
