import { execute, rowsOf, sql, type Tx } from '#platform/database';

/**
 * Rebuilds who stands above whom from the newest version of every unit. One statement: writers of the tree are few,
 * readers are every request, so the price is paid here. Serialised by a lock on the table.
 */
export async function rebuildClosure(tx: Tx): Promise<void> {
  await execute(tx, sql`lock table unit_closure in share row exclusive mode`);
  await execute(tx, sql`delete from unit_closure`);
  await rowsOf(
    tx,
    sql`with recursive newest as (
       select distinct on (v.unit_id) v.unit_id, v.parent_id, u.kind from unit_versions v join units u on u.id = v.unit_id
        order by v.unit_id, lower(v.validity) desc),
     up as (
       select unit_id as descendant_id, unit_id as ancestor_id, kind as descendant_kind, 0 as depth from newest
       union all
       select up.descendant_id, n.parent_id, up.descendant_kind, up.depth + 1
         from up join newest n on n.unit_id = up.ancestor_id where n.parent_id is not null and up.depth < 12)
     insert into unit_closure (ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth)
     select up.ancestor_id, up.descendant_id, a.kind, up.descendant_kind, up.depth from up join newest a on a.unit_id = up.ancestor_id`,
  );
}

/** Adds one new leaf without rebuilding. */
export async function addToClosure(tx: Tx, unitId: string, kind: string, parentId: string | null): Promise<void> {
  await execute(
    tx,
    sql`insert into unit_closure (ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth)
     select c.ancestor_id, ${unitId}::uuid, c.ancestor_kind, ${kind}, c.depth + 1 from unit_closure c where c.descendant_id = ${parentId}
     union all select ${unitId}::uuid, ${unitId}::uuid, ${kind}, ${kind}, 0`,
  );
}
