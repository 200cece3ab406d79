import { Injectable } from '@nestjs/common';
import type { Pair } from '#contracts/reporting/figures';
import type { Period } from '#contracts/reporting/periods';
import { membershipSql } from '#modules/membership';
import { organizationSql, type UnitRef } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { firstSentOn } from '../reports/report/report.rows.ts';
import { type LineShare, wholesOf } from './divide-figure.ts';
import { hasMonth, isCut, reportOfMonth, sentReport } from './month-of-unit.ts';

/**
 * A commune that stood in the month, in the borders of then or as what the communes of today were; or one that has a report of
 * the month although it had ended by then, as the reform was entered late.
 */
export interface CommuneOfThen {
  id: string;
  /** Living communes that it is or became, over several reforms; none where nobody took it over. */
  heirs: string[];
  /** Below the unit, or what that was then, by the tree of the month's last day; or it was asked and sent. */
  stood: boolean;
  /** Before the month was over, so that its heirs report it. */
  ended: boolean;
  reportId: string | null;
  sentOn: string | null;
}

export interface EnteredPart extends Pair {
  reportId: string;
  code: string;
  unitId: string;
  source: string;
  byId: string;
  on: string;
}

/** For many communes at once what RestatementQueries answers for one unit. */
@Injectable()
export class RestatedBoardQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A unit is followed from the day on which it ended: what a reform of a later day will make of it changes nothing yet. */
  communes(unitId: string, period: Period): Promise<CommuneOfThen[]> {
    const { month, startsOn, endsOn } = period;
    const today = this.clock.today();
    return this.database.rows(
      sql`with recursive gone as (
         select s.from_unit_id, s.to_unit_id from ${organizationSql.unitSuccessors} s
           join ${organizationSql.units} u on u.id = s.from_unit_id and upper(u.validity) <= ${today}::date),
       asked as (
         select ${unitId}::uuid as id union select g.from_unit_id from asked a join gone g on g.to_unit_id = a.id),
       under as (
         select c.descendant_id as id from unit_closure c
          where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'
         union select g.from_unit_id from under n join gone g on g.to_unit_id = n.id),
       stood as (
         select distinct c.descendant_id as id from asked a
           join unit_closure_at(${endsOn}::date) c on c.ancestor_id = a.id and c.descendant_kind = 'commune'),
       known as (select id from under union select id from stood),
       line as (
         select id, id as heir from known union select l.id, g.to_unit_id from line l join gone g on g.from_unit_id = l.heir)
       select u.id, s.id is not null or upper(u.validity) <= ${startsOn}::date as stood, ${isCut(endsOn)} as ended,
              array(select l.heir::text from line l join ${organizationSql.units} h on h.id = l.heir
                     where l.id = u.id and h.validity @> ${today}::date order by 1) as heirs,
              ${sentReport} as "reportId", ${firstSentOn}::text as "sentOn"
         from known k
         join ${organizationSql.units} u on u.id = k.id and u.kind = 'commune'
         left join stood s on s.id = u.id
         ${reportOfMonth(month)}
        where ${hasMonth(period)}
        order by u.id`,
    );
  }

  /** In which row each commune of today stands: its own, or of a country its province's. */
  async rows({ id, kind }: Pick<UnitRef, 'id' | 'kind'>): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; rowId: string }>(
      sql`select c.descendant_id as id, coalesce(p.ancestor_id, c.descendant_id) as "rowId"
         from unit_closure c join ${organizationSql.units} u on u.id = c.descendant_id and u.validity @> ${this.clock.today()}::date
         left join unit_closure p on p.descendant_id = c.descendant_id and p.ancestor_kind = 'province' and ${kind === 'country'}
        where c.ancestor_id = ${id} and c.descendant_kind = 'commune'`,
    );
    return new Map(rows.map((row) => [row.id, row.rowId]));
  }

  /** What the reports of divided communes counted, line by line; also their teams, and those of which a line was counted. */
  divided(reportIds: readonly string[], communeIds: readonly string[], at: string): Promise<LineShare[]> {
    return this.shares(
      sql`select t.commune_id, c.code, 1 as value, t.unit_id as hamlet_id from teams_at(${at}::date) t
       cross join (values ('TC01'), (${wholesOf('TC07')})) c(code)
       where t.commune_id = any(${communeIds}::uuid[]) and t.status = 'active'
       union all
       select k.commune_id, c.code, c.value, t.unit_id
         from (select r.unit_id as commune_id, l.team_id, l.indicator_code, l.confirmed_value,
                      row_number() over (partition by r.id, l.team_id) as place
                 from reports r join report_facts f on f.report_id = r.id
                 join counted_lines l on l.entry_id = f.entry_id and l.position = f.position
                where r.id = any(${reportIds})) k
         join ${membershipSql.teams} t on t.id = k.team_id
        cross join lateral (
               select k.indicator_code as code, k.confirmed_value as value
               union all select 'TC07', 1 where k.place = 1) c`,
    );
  }

  /** What somebody has entered of divided communes' figures; a part goes on to the unit that its own has become. */
  entered(reportIds: readonly string[]): Promise<LineShare[]> {
    return this.shares(
      sql`select r.unit_id as commune_id, c.code, c.value, p.unit_id as hamlet_id
        from reports r join figure_parts p on p.report_id = r.id and p.version = r.version
       cross join lateral (
             select p.code, p.numerator as value
             union all select p.code || '/', p.denominator where p.denominator is not null) c
       where r.id = any(${reportIds})`,
    );
  }

  /** The same as it was entered. */
  enteredParts(reportIds: readonly string[]): Promise<EnteredPart[]> {
    return this.database.rows(
      sql`select p.report_id as "reportId", p.code, p.unit_id as "unitId", p.numerator::float8 as numerator,
             p.denominator::float8 as denominator, p.source, p.by_id as "byId",
             (p.at at time zone 'Asia/Ho_Chi_Minh')::date::text as "on"
        from reports r join figure_parts p on p.report_id = r.id and p.version = r.version
       where r.id = any(${reportIds}) order by p.report_id, p.code, p.unit_id`,
    );
  }

  /** Confirmed lines of the month that no report counts, of communes that ended within it. */
  uncounted(communeIds: readonly string[], { startsOn, endsOn }: Period): Promise<LineShare[]> {
    return this.shares(
      sql`select l.commune_id, l.indicator_code as code, l.confirmed_value as value, t.unit_id as hamlet_id
        from counted_lines l join ${membershipSql.teams} t on t.id = l.team_id
       where l.commune_id = any(${communeIds}) and l.happened_on between ${startsOn} and ${endsOn}
         and l.confirmed_value is not null
         and not exists (select 1 from report_facts f where f.entry_id = l.entry_id and f.position = l.position)`,
    );
  }

  /** The commune of today of a hamlet of then, or of what that became, where it is one. */
  private shares(lines: Sql): Promise<LineShare[]> {
    const today = this.clock.today();
    return this.database.rows(
      sql`with recursive lines as materialized (${lines}),
       trace as (
         select distinct hamlet_id, hamlet_id as id from lines
         union
         select t.hamlet_id, s.to_unit_id from trace t
           join ${organizationSql.units} u on u.id = t.id and upper(u.validity) <= ${today}::date
           join ${organizationSql.unitSuccessors} s on s.from_unit_id = t.id),
       homes as (
         select t.hamlet_id, min(c.ancestor_id::text) as commune_id from trace t
           join ${organizationSql.units} u on u.id = t.id and u.validity @> ${today}::date
           join unit_closure c on c.descendant_id = t.id and c.ancestor_kind = 'commune'
          group by 1 having count(distinct c.ancestor_id) = 1)
       select l.commune_id as "unitId", l.code, h.commune_id as "heirId", sum(l.value)::float8 as value
         from lines l left join homes h on h.hamlet_id = l.hamlet_id group by 1, 2, 3`,
    );
  }
}
