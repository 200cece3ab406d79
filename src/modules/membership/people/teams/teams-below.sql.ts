import { type Sql, sql } from '#platform/database';

/**
 * `own (id, unit_id, status, commune_id)`: teams of the units and below, of a day. Unit by unit: joined as a whole, those of
 * the country would be read for one commune.
 */
export const teamsBelow = (unitIds: readonly string[], at: string): Sql => sql`own as materialized (
  select t.id, t.unit_id, t.status, k.ancestor_id as commune_id
    from (select distinct descendant_id as id from unit_closure_at(${at}::date) where ancestor_id = any(${unitIds}::uuid[])) x
   cross join lateral (select n.id, n.unit_id, n.status from teams n
     where n.unit_id = x.id and n.validity @> ${at}::date offset 0) t
    left join unit_closure_at(${at}::date) k on k.descendant_id = t.unit_id and k.ancestor_kind = 'commune')`;
