import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stood above whom, with the days: a change for another day moves no right and no figure before it. */
export class OrganizationDatedTree1795838082000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [spans, published, filled]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function unit_closure_at(date) cascade;
      drop function unit_spans(uuid[]);
      drop table unit_tree_day, unit_closure_spans;
    `);
  }
}

const spans = `
  -- Before its first day and after its last a unit stands where it first or last stood: nothing is ever without a place.
  create table unit_closure_spans (
    ancestor_id uuid not null references units,
    descendant_id uuid not null references units,
    ancestor_kind text not null,
    descendant_kind text not null,
    depth int not null,
    validity daterange not null check (not isempty(validity)),
    primary key (ancestor_id, descendant_id, validity)
  );
  create index unit_closure_spans_up on unit_closure_spans (descendant_id, ancestor_kind);

  -- unit_closure is what of the spans holds on this day.
  create table unit_tree_day (
    day date primary key
  );

  -- Derived from the versions of the units: everything above them, by days.
  create function unit_spans(ids uuid[])
    returns table (ancestor_id uuid, descendant_id uuid, ancestor_kind text, descendant_kind text, depth int, validity daterange)
    language sql stable as $$
      with recursive placed as (
        select u.id as ancestor_id, u.id as descendant_id, u.kind as ancestor_kind, u.kind as descendant_kind, 0 as depth,
               daterange(null, null) as validity
          from units u where u.id = any(ids)
        union all
        select a.id, p.descendant_id, a.kind, p.descendant_kind, p.depth + 1, p.validity * v.validity
          from placed p
          cross join lateral (
            select w.parent_id, daterange(case when lag(w.id) over by_day is not null then lower(w.validity) end,
                                          lead(lower(w.validity)) over by_day) as validity
              from unit_versions w where w.unit_id = p.ancestor_id window by_day as (order by lower(w.validity))) v
          join units a on a.id = v.parent_id
         where p.depth < 12 and p.validity && v.validity)
      select s.ancestor_id, s.descendant_id, s.ancestor_kind, s.descendant_kind, s.depth, days
        from (select g.ancestor_id, g.descendant_id, g.ancestor_kind, g.descendant_kind, g.depth, range_agg(g.validity) as spans
                from placed g group by 1, 2, 3, 4, 5) s cross join lateral unnest(s.spans) as days
    $$;
`;

/** Single selects, so that the planner sees through them. */
const published = `
  create function unit_closure_at(on_date date)
    returns table (ancestor_id uuid, ancestor_kind text, descendant_id uuid, descendant_kind text, depth int)
    language sql stable parallel safe as $$
      select s.ancestor_id, s.ancestor_kind, s.descendant_id, s.descendant_kind, s.depth
        from unit_closure_spans s where s.validity @> on_date
    $$;

  create or replace function teams_at(on_date date)
    returns table (id uuid, unit_id uuid, commune_id uuid, name text, status text)
    language sql stable parallel safe as $$
      select t.id, t.unit_id, c.ancestor_id,
             coalesce(t.name, case when v.name ilike v.type || ' %' then v.name
                                   else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end, ''),
             case when t.status = 'draft' then 'draft' else 'active' end
        from teams t
        left join unit_versions v on v.unit_id = t.unit_id and v.validity @> on_date
        left join unit_closure_spans c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune' and c.validity @> on_date
       where t.validity @> on_date
    $$;
`;

const filled = `
  insert into unit_closure_spans select * from unit_spans(array(select id from units));
`;
