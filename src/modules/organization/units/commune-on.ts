import { type Sql, sql } from '#platform/database';

/**
 * The commune of a unit by the tree of a day, as a scalar: its own; where that had ended by then, of what the unit became, and
 * where it was not there yet, of what the unit was made of. Null above communes. So whatever hangs on hamlets is in one
 * tree as a whole, however many reforms it has seen.
 */
export const communeOn = (unitId: Sql, day: Sql): Sql => sql`coalesce(
  (select c.ancestor_id from unit_closure_at(${day}) c join units k on k.id = c.ancestor_id and k.validity @> ${day}
    where c.descendant_id = ${unitId} and c.ancestor_kind = 'commune'),
  (with recursive onward as (
     select ${unitId} as id union
     select s.to_unit_id from onward o join units e on e.id = o.id and upper(e.validity) <= ${day}
       join unit_successors s on s.from_unit_id = o.id),
   back as (
     select ${unitId} as id union
     select s.from_unit_id from back b join units e on e.id = b.id and lower(e.validity) > ${day}
       join unit_successors s on s.to_unit_id = b.id)
   select c.ancestor_id from (select id from onward union select id from back) l
     join units u on u.id = l.id and u.validity @> ${day}
     join unit_closure_at(${day}) c on c.descendant_id = u.id and c.ancestor_kind = 'commune' order by u.id limit 1),
  (select c.ancestor_id from unit_closure_at(${day}) c where c.descendant_id = ${unitId} and c.ancestor_kind = 'commune'))`;

/**
 * Communes in which, since a day, whatever stood in this one has stood, what it was made of and what it became: where rows that
 * were written in its name, or that are its own by another day's tree, have to be looked for.
 */
export const communesAround = (communeId: Sql, since: Sql): Sql => sql`
  with recursive here as (
    select c.descendant_id as id from unit_closure_spans c
     where c.ancestor_id = ${communeId} and c.validity && daterange(${since}, null)),
  onward as (
    select id from here union select s.to_unit_id from onward o join unit_successors s on s.from_unit_id = o.id),
  back as (
    select id from here union select s.from_unit_id from back b join unit_successors s on s.to_unit_id = b.id)
  select distinct c.ancestor_id from (select id from onward union select id from back) k
    join unit_closure_spans c on c.descendant_id = k.id and c.ancestor_kind = 'commune'
     and c.validity && daterange(${since}, null)`;

/** Units that by the tree of a day are this one's, a commune or above it: what stood in it, and what became of that since. */
export const unitsOnTreeOf = (unitId: Sql, day: Sql): Sql => sql`
  with recursive onward as (
    select c.descendant_id as id from unit_closure_at(${day}) c where c.ancestor_id = ${unitId}
    union select s.to_unit_id from onward o join unit_successors s on s.from_unit_id = o.id)
  select o.id from onward o join lateral (select ${communeOn(sql`o.id`, day)} as id) k on true
   where exists (select 1 from unit_closure_at(${day}) c where c.ancestor_id = ${unitId} and c.descendant_id = k.id)`;
