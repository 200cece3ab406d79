import { organizationSql } from '#modules/organization';
import { type Sql, sql } from '#platform/database';

/**
 * Whether the month of a unit is reported by what the unit was made of: it was over when the reform was entered. Whatever of
 * it was not sent then is still owed by the units of then.
 */
export const owedByParts = (unitId: Sql, month: Sql): Sql => sql`exists (
  with recursive part as (
    select s.from_unit_id as id from ${organizationSql.unitSuccessors} s where s.to_unit_id = ${unitId}
    union
    select s.from_unit_id from part p join ${organizationSql.unitSuccessors} s on s.to_unit_id = p.id)
  select 1 from part p join reports o on o.unit_id = p.id and o.kind = 'monthly' and o.month = ${month} and o.stands_on is not null)`;
