import { type Database, execute, type Sql, sql, type Tx } from '#platform/database';
import { endedBy } from './nearest-rule.ts';
import type { KeptRule, NewRule, RuleKeeper } from './rule-registry.ts';

interface Kept {
  /** Its name. */
  table: Sql;
  /** In place of a table: unit_id, validity, directive_id, citation, value jsonb; one row for each rule. */
  read: Sql;
  /** Which of the table's rows are of the kind. */
  among: Sql;
  insert: (tx: Tx, rule: NewRule) => Promise<unknown>;
}

const columns = sql`k.unit_id as "unitId", lower(k.validity)::text as "from", upper(k.validity)::text as until,
  k.directive_id as "directiveId", k.citation, k.value`;

/** How a table of dated rules is read and written, whatever they say. */
export function keepRules(database: Database, { table, read, among, insert }: Kept): RuleKeeper {
  return {
    of: (unitIds) =>
      database.rows<KeptRule>(
        sql`select ${columns} from unnest(${unitIds}::uuid[]) as u(id)
            cross join lateral (select * from ${read} r where r.unit_id = u.id offset 0) k
          union all select ${columns} from ${read} k where k.unit_id is null`,
      ),
    below: (unitId, day) =>
      database.rows<KeptRule>(
        sql`with own as materialized (select * from ${read} r where r.unit_id is not null and r.validity @> ${day}::date)
          select ${columns} from own k
           cross join lateral (select 1 from unit_closure_at(${day}::date) c
             where c.descendant_id = k.unit_id and c.ancestor_id = ${unitId} and c.depth > 0 offset 0) c`,
      ),
    cut: (tx, unitId, day) => execute(tx, sql`update ${table} ${endedBy(unitId, day)} and ${among}`),
    begin: async (tx, rule) => void (await insert(tx, rule)),
    drop: async (tx, unitId, from) => {
      await execute(
        tx,
        sql`delete from ${table} where unit_id = ${unitId} and lower(validity) = ${from}::date and ${among}`,
      );
      const next = sql`select min(lower(n.validity)) from ${table} n where n.unit_id = ${unitId} and lower(n.validity) > ${from}::date and ${among}`;
      await execute(
        tx,
        sql`update ${table} set validity = daterange(lower(validity), (${next}))
          where unit_id = ${unitId} and upper(validity) = ${from}::date and ${among}`,
      );
    },
    cite: (tx, oldId, newId) =>
      execute(tx, sql`update ${table} set directive_id = ${newId} where directive_id = ${oldId} and ${among}`),
  };
}
