import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

/** Whether a person has to have a second factor, by the rules and by what they hold. */
@Injectable()
export class FactorRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The first day on which one is required that has not passed for good; null: never, as far as is known. */
  async requiredFrom(personId: string): Promise<string | null> {
    const today = this.clock.today();
    const row = await this.database.one<{ day: string | null }>(
      sql`select min(lower(r.validity * o.validity))::text as day from second_factor_rules r
            join posts o on o.person_id = ${personId} and o.role = any(r.roles)
           where not isempty(r.validity * o.validity * daterange(${today}::date, null))`,
    );
    return row?.day ?? null;
  }

  async isRequired(personId: string): Promise<boolean> {
    const day = await this.requiredFrom(personId);
    return day !== null && day <= this.clock.today();
  }
}
