import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

export interface PartnerFactsOf {
  /** Tasks of which the company has said its side. */
  jointTasks: number;
  /** Difficulties that were passed on to it in these days, and those that are over their day by now. */
  all: number;
  answered: number;
  overdue: number;
  oldestDueOn: string | null;
}

/** What a company did with the teams of a commune in a span of days. */
@Injectable()
export class PartnerFacts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(providerId: string, communeId: string, from: Date, until: Date): Promise<PartnerFactsOf> {
    const late = sql`d.answered_at is null and d.due_on < ${this.clock.today()}::date`;
    const within = sql`d.at >= ${from}::timestamptz and d.at < ${until}::timestamptz`;
    const row = await this.database.one<PartnerFactsOf>(
      sql`with joint as (
         select t.id from assignments a join tasks t on t.assignment_id = a.id and t.commune_id = ${communeId}
          where a.provider_id = ${providerId} and exists (
            select 1 from partner_reports r where r.task_id = t.id and r.at >= ${from}::timestamptz and r.at < ${until}::timestamptz offset 0))
       select (select count(*)::int from joint) as "jointTasks",
              count(*) filter (where ${within})::int as all,
              count(*) filter (where ${within} and d.answered_at is not null)::int as answered,
              count(*) filter (where ${late})::int as overdue,
              min(d.due_on) filter (where ${late})::text as "oldestDueOn"
         from difficulties d where d.provider_id = ${providerId} and d.commune_id = ${communeId}`,
    );
    return row ?? { jointTasks: 0, all: 0, answered: 0, overdue: 0, oldestDueOn: null };
  }
}
