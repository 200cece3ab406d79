import { Injectable } from '@nestjs/common';
import type { Pair } from '#contracts/reporting/figures';
import type { Period } from '#contracts/reporting/periods';
import { membershipSql } from '#modules/membership';
import { organizationSql } from '#modules/organization';
import { Database, type Sql, sql } from '#platform/database';

/** Everything below a unit today, and what that was before. */
const under = (unitId: string): Sql => sql`
  with recursive under as (
    select c.descendant_id as id from unit_closure c where c.ancestor_id = ${unitId}
    union
    select s.from_unit_id from ${organizationSql.unitSuccessors} s join under n on s.to_unit_id = n.id)`;

/** A commune that is or became part of the asked unit, as far as it existed in the month. */
export interface FormerCommune {
  id: string;
  /** Stands below the unit by the tree, without any successor. */
  inside: boolean;
  successors: string[];
  existed: boolean;
  /** Before the month was over. */
  ended: boolean;
  reportId: string | null;
}

export interface SentPair extends Pair {
  unitId: string;
  code: string;
  /** Confirmed lines behind it; 0 for what rosters and registers said. */
  records: number;
  isTyped: boolean;
}

/** Sums of confirmed lines: of the whole report, and of teams that are below the unit now. */
export interface DividedSum {
  unitId: string;
  code: string;
  whole: number;
  here: number;
}

@Injectable()
export class RestatementQueries {
  constructor(private readonly database: Database) {}

  communes(unitId: string, { month, startsOn, endsOn }: Period): Promise<FormerCommune[]> {
    return this.database.rows(
      sql`${under(unitId)}
       select u.id, c.descendant_id is not null as inside,
              array(select s.to_unit_id::text from ${organizationSql.unitSuccessors} s where s.from_unit_id = u.id) as successors,
              u.validity && daterange(${startsOn}::date, ${endsOn}::date, '[]') as existed,
              coalesce(upper(u.validity) <= ${endsOn}::date, false) as ended, r.id as "reportId"
         from under n join ${organizationSql.units} u on u.id = n.id and u.kind = 'commune'
         left join unit_closure c on c.ancestor_id = ${unitId} and c.descendant_id = u.id
         left join reports r on r.unit_id = u.id and r.kind = 'monthly' and r.month = ${`${month}-01`}
           and r.state in ('submitted', 'accepted')
        order by u.id`,
    );
  }

  sent(reportIds: readonly string[]): Promise<SentPair[]> {
    return this.database.rows(
      sql`select r.unit_id as "unitId", f.code, f.numerator::float8 as numerator, f.denominator::float8 as denominator, f.records,
        f.is_typed as "isTyped"
         from reports r join report_figures f on f.report_id = r.id and f.version = r.version where r.id = any(${reportIds})`,
    );
  }

  /** What the reports counted, line by line. */
  divided(unitId: string, reportIds: readonly string[]): Promise<DividedSum[]> {
    return this.database.rows(
      sql`${under(unitId)}
       select r.unit_id as "unitId", l.indicator_code as code, sum(l.confirmed_value)::float8 as whole,
              coalesce(sum(l.confirmed_value) filter (where exists (select 1 from under n where n.id = t.unit_id)), 0)::float8 as here
         from reports r join report_facts f on f.report_id = r.id
         join counted_lines l on l.entry_id = f.entry_id and l.position = f.position join ${membershipSql.teams} t on t.id = l.team_id
        where r.id = any(${reportIds}) group by 1, 2`,
    );
  }

  /** Confirmed lines of the month that no report counts, of teams that are below the unit now. */
  uncounted(unitId: string, communeIds: readonly string[], { startsOn, endsOn }: Period): Promise<DividedSum[]> {
    return this.database.rows(
      sql`${under(unitId)}
       select l.commune_id as "unitId", l.indicator_code as code, sum(l.confirmed_value)::float8 as whole,
         sum(l.confirmed_value)::float8 as here
         from counted_lines l join ${membershipSql.teams} t on t.id = l.team_id join under n on n.id = t.unit_id
        where l.commune_id = any(${communeIds}) and l.happened_on between ${startsOn} and ${endsOn}
          and l.confirmed_value is not null
          and not exists (select 1 from report_facts f where f.entry_id = l.entry_id and f.position = l.position) group by 1, 2`,
    );
  }
}
