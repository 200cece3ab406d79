/** What is owed to a unit from below, month by month: the one reader behind every count of reports. */
import { Injectable } from '@nestjs/common';
import type { Period } from '#contracts/reporting/periods';
import { countStandings, type Owed, type StandingCounts, standingOf } from '#contracts/reporting/report-standing';
import { organizationSql } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { firstSentOn, type ReportData } from '../../reports/report/report.rows.ts';

/** A report that a commune owes for a month, and when it came. */
export interface OwedReport extends Owed, Pick<ReportData, 'id' | 'unitId' | 'month' | 'version'> {
  isWritten: boolean;
}

/** Of `reports r`. */
export const owedColumns = sql`r.id, r.unit_id as "unitId", to_char(r.month, 'YYYY-MM') as month, r.version, r.due_on as "dueOn",
  ${firstSentOn} as "firstSentOn", r.state, r.words_at is not null as "isWritten"`;

@Injectable()
export class ObligationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Communes that stood below the unit, or below what it was then, on the last day of each month, of one that runs today; and
   * those that had ended by then, owe a report of it all the same, and whose heirs stand below it.
   */
  async communes(unitId: string, periods: readonly Period[]): Promise<Map<string, string[]>> {
    const rows = await this.database.rows<{ month: string; ids: string[] }>(
      sql`${this.stood(unitId, periods)}
       select to_char(month, 'YYYY-MM') as month, array_agg(id::text order by id) as ids from stood group by 1`,
    );
    return new Map(rows.map(({ month, ids }) => [month, ids]));
  }

  /** The months' reports of those communes. */
  below(unitId: string, periods: readonly Period[]): Promise<OwedReport[]> {
    return this.database.rows(
      sql`${this.stood(unitId, periods)}
       select ${owedColumns} from stood s
        cross join lateral (
              select * from reports where unit_id = s.id and month = s.month and kind = 'monthly' offset 0) r
        order by r.month, r.unit_id`,
    );
  }

  /** The unit's own reports, by month. */
  async own(unitId: string, periods: readonly Period[]): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; month: string }>(
      sql`select id, to_char(month, 'YYYY-MM') as month from reports where unit_id = ${unitId} and kind = 'monthly'
        and month = any(${periods.map(({ month }) => `${month}-01`)}::date[])`,
    );
    return new Map(rows.map(({ id, month }) => [month, id]));
  }

  /** How those of a month stand today. */
  counts(owed: readonly OwedReport[], month: string): StandingCounts {
    const today = this.clock.today();
    return countStandings(owed.filter((one) => one.month === month).map((one) => standingOf(one, today)));
  }

  private stood(unitId: string, periods: readonly Period[]): Sql {
    const today = this.clock.today();
    const days = periods.map(({ endsOn }) => (endsOn < today ? endsOn : today));
    return sql`with recursive gone as (
         select s.from_unit_id, s.to_unit_id from ${organizationSql.unitSuccessors} s
           join ${organizationSql.units} u on u.id = s.from_unit_id and upper(u.validity) <= ${today}::date),
       asked as (
         select ${unitId}::uuid as id union select g.from_unit_id from asked a join gone g on g.to_unit_id = a.id),
       under as (
         select c.descendant_id as id from unit_closure c
          where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'
         union select g.from_unit_id from under n join gone g on g.to_unit_id = n.id),
       months as (
         select p.month, p.day
           from unnest(${periods.map(({ month }) => `${month}-01`)}::date[], ${days}::date[]) as p(month, day)),
       stood as (
         select p.month, c.descendant_id as id from months p cross join asked a
          cross join lateral (
                select descendant_id from unit_closure_at(p.day)
                 where ancestor_id = a.id and descendant_kind = 'commune' offset 0) c
         union
         select p.month, n.id from under n join ${organizationSql.units} u on u.id = n.id
           join months p on upper(u.validity) <= p.day
          where exists (select 1 from reports r where r.unit_id = n.id and r.month = p.month and r.kind = 'monthly'))`;
  }
}
