import { Injectable } from '@nestjs/common';
import type { Pair } from '#contracts/reporting/figures';
import type { Period } from '#contracts/reporting/periods';
import { organizationSql } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { hasMonth, isCut, reportOfMonth, sentReport } from './month-of-unit.ts';

const DAYS = 24;

/** A commune that is or became part of the asked unit, as far as it existed in the month. */
export interface FormerCommune {
  id: string;
  /** Stands below the unit by the tree, without any successor. */
  inside: boolean;
  successors: string[];
  /** In the month, or it has a report of it: a reform that is entered late finds some of units that had ended. */
  existed: boolean;
  /** Before the month was over, so that its heirs report it. */
  ended: boolean;
  reportId: string | null;
}

export interface SentPair extends Pair {
  reportId: string;
  unitId: string;
  code: string;
  /** Confirmed lines behind it; 0 for what rosters and registers said. */
  records: number;
  isTyped: boolean;
}

@Injectable()
export class RestatementQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  communes(unitId: string, period: Period): Promise<FormerCommune[]> {
    return this.database.rows(
      sql`${this.under(unitId)}
       select u.id, c.descendant_id is not null as inside,
              array(select g.to_unit_id::text from gone g where g.from_unit_id = u.id) as successors,
              ${hasMonth(period)} as existed, ${isCut(period.endsOn)} as ended, ${sentReport} as "reportId"
         from under n join ${organizationSql.units} u on u.id = n.id and u.kind = 'commune'
         left join unit_closure c on c.ancestor_id = ${unitId} and c.descendant_id = u.id
         ${reportOfMonth(period.month)}
        order by u.id`,
    );
  }

  sent(reportIds: readonly string[]): Promise<SentPair[]> {
    return this.database.rows(
      sql`select r.id as "reportId", r.unit_id as "unitId", f.code, f.numerator::float8 as numerator,
        f.denominator::float8 as denominator, f.records, f.is_typed as "isTyped"
         from reports r join report_figures f on f.report_id = r.id and f.version = r.version where r.id = any(${reportIds})`,
    );
  }

  /** Days on which communes ended that went into what stands below the unit, the newest first. */
  async reformDays(unitId: string): Promise<string[]> {
    const rows = await this.database.rows<{ day: string }>(
      sql`${this.under(unitId)}
       select distinct upper(u.validity)::text as day from under n join ${organizationSql.units} u on u.id = n.id
        where u.kind = 'commune' and upper(u.validity) <= ${this.clock.today()}::date order by 1 desc limit ${DAYS}`,
    );
    return rows.map(({ day }) => day);
  }

  /** Everything below a unit today, and what that was before: followed from the day on which something ended, no earlier. */
  private under(unitId: string): Sql {
    return sql`
      with recursive gone as (
        select s.from_unit_id, s.to_unit_id from ${organizationSql.unitSuccessors} s
          join ${organizationSql.units} u on u.id = s.from_unit_id and upper(u.validity) <= ${this.clock.today()}::date),
      under as (
        select c.descendant_id as id from unit_closure c where c.ancestor_id = ${unitId}
        union
        select g.from_unit_id from gone g join under n on g.to_unit_id = n.id)`;
  }
}
