import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands above a unit is derived once per parent: a reform of a country places 100,000 hamlets below 13,000 units. */
export class OrganizationUnitSpans1796026120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      spans(`
      own as materialized (
        select u.id, u.kind, v.parent_id, v.validity from units u
          cross join lateral ${parents('u.id')} v
         where u.id = any(ids)),
      placed as (
        select u.id as ancestor_id, u.id as descendant_id, u.kind as ancestor_kind, 0 as depth, daterange(null, null) as validity
          from units u where u.id in (select o.parent_id from own o)
        union all
        select a.id, p.descendant_id, a.kind, p.depth + 1, p.validity * v.validity
          from placed p
          cross join lateral ${parents('p.ancestor_id')} v
          join units a on a.id = v.parent_id
         where p.depth < 11 and p.validity && v.validity),
      found as (
        select u.id as ancestor_id, u.id as descendant_id, u.kind as ancestor_kind, u.kind as descendant_kind, 0 as depth,
               daterange(null, null) as validity
          from units u where u.id = any(ids)
        union all
        select p.ancestor_id, o.id, p.ancestor_kind, o.kind, p.depth + 1, o.validity * p.validity
          from own o join placed p on p.descendant_id = o.parent_id and p.validity && o.validity)`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      spans(`
      found as (
        select u.id as ancestor_id, u.id as descendant_id, u.kind as ancestor_kind, u.kind as descendant_kind, 0 as depth,
               daterange(null, null) as validity
          from units u where u.id = any(ids)
        union all
        select a.id, p.descendant_id, a.kind, p.descendant_kind, p.depth + 1, p.validity * v.validity
          from found p
          cross join lateral ${parents('p.ancestor_id')} v
          join units a on a.id = v.parent_id
         where p.depth < 12 and p.validity && v.validity)`),
    );
  }
}

/** Before its first day and after its last a unit stands where it first or last stood. */
const parents = (unitId: string): string => `(
            select w.parent_id, daterange(case when lag(w.id) over by_day is not null then lower(w.validity) end,
                                          lead(lower(w.validity)) over by_day) as validity
              from unit_versions w where w.unit_id = ${unitId} window by_day as (order by lower(w.validity)))`;

const spans = (found: string): string => `
  create or replace function unit_spans(ids uuid[])
    returns table (ancestor_id uuid, descendant_id uuid, ancestor_kind text, descendant_kind text, depth int, validity daterange)
    language sql stable as $$
      with recursive ${found}
      select s.ancestor_id, s.descendant_id, s.ancestor_kind, s.descendant_kind, s.depth, days
        from (select g.ancestor_id, g.descendant_id, g.ancestor_kind, g.descendant_kind, g.depth, range_agg(g.validity) as spans
                from found g group by 1, 2, 3, 4, 5) s cross join lateral unnest(s.spans) as days
    $$;
`;
