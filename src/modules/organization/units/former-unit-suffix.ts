import { type Sql, sql } from '#platform/database';

/**
 * What stands behind a hamlet's name on a day, " (Minh Sơn cũ)", where another one of its commune has the same name; else nothing.
 * That there is another one is asked first: it is rare, and the function costs more than the question.
 */
export const formerUnitSuffix = (unitId: Sql, day: Sql): Sql => sql`case when exists (
  select 1 from unit_versions own_name join unit_versions other_name on other_name.parent_id = own_name.parent_id
      and other_name.name_folded = own_name.name_folded and other_name.unit_id <> own_name.unit_id and other_name.validity @> ${day}
   where own_name.unit_id = ${unitId} and own_name.validity @> ${day}) then told_apart(${unitId}, ${day}) else '' end`;
