/** Rules that units set for themselves and all below, each for days: which of them holds, and how the next one begins. */
import { type Sql, sql } from '#platform/database';
import type { RulePlace } from './rule-registry.ts';

/**
 * The rule that holds for a unit on a day: its own, else that of the nearest unit above, else the one without a unit. One
 * row of `rules` (a table with unit_id and validity, or a fragment of one) with its columns, in place of a table. Entered by
 * the few units above: the rules of other places are not read, however many have some.
 */
export const nearestRule = (rules: Sql, unit: Sql, day: Sql): Sql => sql`(
  select own.*, up.depth from unit_closure_at(${day}) up
    cross join lateral (select * from ${rules} rule where rule.unit_id = up.ancestor_id offset 0) own
   where up.descendant_id = ${unit} and own.validity @> ${day}
  union all
  select rule.*, null from ${rules} rule where rule.unit_id is null and rule.validity @> ${day}
   order by depth nulls last limit 1)`;

/** `update rules ${endedBy(unitId, day)}`: the unit's rule that holds on the day ends with the day before; the next one begins. */
export const endedBy = (unitId: string, day: string): Sql =>
  sql`set validity = daterange(lower(validity), ${day}::date) where unit_id = ${unitId} and validity @> ${day}::date`;

/**
 * The units on which a new rule would lie, in place of a table: id uuid, kind text. The unit and all below, but for those with
 * a rule of their own and what is below them.
 */
export const touchedUnits = ({ unitId, day, apart }: Pick<RulePlace, 'unitId' | 'day' | 'apart'>): Sql => sql`(
  select c.descendant_id as id, c.descendant_kind as kind from unit_closure_at(${day}::date) c where c.ancestor_id = ${unitId}
  except
  select d.id, d.kind from unnest(${apart}::uuid[]) as a(id)
   cross join lateral (select c.descendant_id as id, c.descendant_kind as kind from unit_closure_at(${day}::date) c
     where c.ancestor_id = a.id offset 0) d)`;
