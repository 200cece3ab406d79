/** What a report tells of besides figures: silent teams, people without a phone, difficulties, units that have not sent. */
import { Injectable } from '@nestjs/common';
import { MembershipApi, membershipSql } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { TasksApi, tasksSql } from '#modules/tasks';
import { Database, sql } from '#platform/database';
import { ActiveTeamQueries } from '../figures/active-teams.queries.ts';
import { type MonthBehind, MonthSums } from '../figures/month-sums.ts';
import { namesOfThen, ofSamePeriod, type ReportData } from '../report/report.rows.ts';

export interface PeriodDifficulty {
  id: string;
  text: string;
  team: string;
  at: Date;
  answer: string | null;
}

@Injectable()
export class ReportFacts {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly tasks: TasksApi,
    private readonly organization: OrganizationApi,
    private readonly active: ActiveTeamQueries,
    private readonly sums: MonthSums,
  ) {}

  /** Teams without a confirmed result that counts in the report: those that "teams with activity" leaves out. */
  async silentTeams(report: ReportData): Promise<{ teamId: string; name: string; lastActivityAt: Date | null }[]> {
    if (report.unitKind !== 'commune') return [];
    const rows = await this.database.rows<{ teamId: string; name: string }>(
      sql`select t.id as "teamId", t.name from teams_at(${report.standsOn}::date) t
        where t.commune_id = ${report.unitId} and t.status = 'active' and not (t.id = any(${await this.activeIn(report)}::uuid[]))
        order by t.name collate "vi-natural"`,
    );
    const last = await this.tasks.lastActivity(rows.map(({ teamId }) => teamId));
    return rows.map((row) => ({ ...row, lastActivityAt: last.get(row.teamId) ?? null }));
  }

  private async activeIn({ kind, unitId, month, startsOn, endsOn }: ReportData): Promise<string[]> {
    if (kind === 'monthly') {
      const rule = await this.organization.periodRule(unitId, endsOn);
      return [...(await this.active.of([unitId], month, rule)).now];
    }
    // A campaign asks for days: lines count by them.
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct team_id as id from counted_lines where commune_id = ${unitId} and team_id is not null
        and confirmed_value is not null and happened_on between ${startsOn} and ${endsOn}`,
    );
    return rows.map(({ id }) => id);
  }

  /** "Thôn 2: Lê Văn A": members whose main number is missing or was found dead. */
  async phoneless(report: ReportData): Promise<string[]> {
    if (report.unitKind !== 'commune') return [];
    const rows = await this.database.rows<{ line: string }>(
      sql`select t.name || ': ' || p.full_name as line from teams_at(${report.standsOn}::date) t
        cross join lateral (select person_id from team_members_at(${report.standsOn}::date) where team_id = t.id offset 0) m join ${membershipSql.people} p on p.id = m.person_id
        where t.commune_id = ${report.unitId} and t.status = 'active'
          and not exists (select 1 from ${membershipSql.peopleWithPhone} f where f.person_id = p.id)
        order by t.name collate "vi-natural", p.full_name collate "vi-natural"`,
    );
    return rows.map(({ line }) => line);
  }

  /** Of a sum of months the unit's own report of each, in their order. */
  async months(report: ReportData): Promise<MonthBehind[]> {
    return report.kind === 'months' ? this.sums.behind(report) : [];
  }

  async teams(report: ReportData): Promise<number> {
    return (await this.membership.activeTeamsUnder(report.unitId, report.standsOn)).length;
  }

  /** Told within the period, or older ones that nobody had answered when it began. */
  difficulties(report: ReportData): Promise<PeriodDifficulty[]> {
    if (report.unitKind !== 'commune') return Promise.resolve([]);
    return this.database.rows<PeriodDifficulty>(
      sql`select d.id, d.text, coalesce(t.name, '') as team, d.at, d.answer from ${tasksSql.difficulties} d left
        join teams_at(${report.standsOn}::date) t on t.id = d.team_id
        where d.commune_id = ${report.unitId} and (d.at at time zone 'Asia/Ho_Chi_Minh')::date <= ${report.endsOn}::date
          and ((d.at at time zone 'Asia/Ho_Chi_Minh')::date >= ${report.startsOn}::date or d.answered_at is null
            or (d.answered_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${report.startsOn}::date)
        order by d.at limit 100`,
    );
  }

  /** Units below that owe this one a report for the same month or campaign and have none under way. */
  missingUnits(report: ReportData): Promise<{ id: string; name: string; dueOn: string }[]> {
    return this.database.rows(
      sql`select u.id, u.full_name as name, r.due_on::text as "dueOn" from reports r ${namesOfThen}
        where r.receiver_id = ${report.unitId} and ${ofSamePeriod(report)}
          and r.state in ('draft', 'returned') order by u.full_name collate "vi-natural"`,
    );
  }
}
