import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hamlets of one name in one commune are told apart by the commune that each stood in before, wherever they are shown. */
export class OrganizationToldApart1796021400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(toldApart);
    await runner.query(shown);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(plain);
    await runner.query('drop function told_apart(uuid, date)');
  }
}

const toldApart = `
  -- ' (Minh Sơn cũ)', or nothing where no other hamlet of the commune has the name on that day. Of several former communes the
  -- last one in which it was the only one of its name; two former communes of one name are told apart by where they stood.
  create function told_apart(of_unit uuid, on_date date) returns text language sql stable parallel safe as $$
    with own as materialized (
      select v.* from unit_versions v where v.unit_id = of_unit and v.validity @> on_date),
    alike as materialized (
      select s.unit_id, s.parent_id from own v join unit_versions s on s.parent_id = v.parent_id and s.name_folded = v.name_folded
       where s.unit_id <> v.unit_id and s.validity @> on_date and lower(s.name) = lower(v.name) and lower(s.type) = lower(v.type)),
    stood as (
      select o.parent_id, p.type, p.name, p.parent_id as above_id, upper(o.validity) - 1 as last_day
        from own v join unit_versions o on o.unit_id = v.unit_id and o.parent_id <> v.parent_id and upper(o.validity) <= lower(v.validity)
        join unit_versions p on p.unit_id = o.parent_id and p.validity @> (upper(o.validity) - 1)
       where exists (select 1 from alike)
       order by exists (select 1 from alike a join unit_versions w on w.unit_id = a.unit_id
                         where w.parent_id = o.parent_id and w.validity && o.validity), lower(o.validity) desc
       limit 1)
    select coalesce((
      select ' (' || case when s.name ilike s.type || ' %' then substr(s.name, length(s.type) + 2) else s.name end || ' cũ'
        || case when exists (
             select 1 from alike a join unit_versions w on w.unit_id = a.unit_id and w.parent_id <> a.parent_id
               join unit_versions q on q.unit_id = w.parent_id and q.validity && w.validity
              where w.parent_id <> s.parent_id and upper(w.validity) <= on_date and q.name = s.name)
           then coalesce((select ', ' || g.name from unit_versions g where g.unit_id = s.above_id and g.validity @> s.last_day), '')
           else '' end || ')'
        from stood s), '')
  $$;
`;

/** Single selects, so that the planner sees through them: what nobody asks for is not worked out. */
const shown = `
  create or replace function units_at(on_date date)
    returns table (id uuid, kind text, type text, name text, full_name text, code text, parent_id uuid)
    language sql stable parallel safe as $$
      select u.id, u.kind, v.type, v.name,
             case when v.name ilike v.type || ' %' then v.name
                  else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end
             || case when u.kind = 'hamlet' and exists (
                  select 1 from unit_versions s where s.parent_id = v.parent_id and s.name_folded = v.name_folded
                     and s.unit_id <> v.unit_id and s.validity @> on_date)
                then told_apart(u.id, on_date) else '' end,
             v.code, v.parent_id
        from units u join unit_versions v on v.unit_id = u.id
       where u.validity @> on_date and v.validity @> on_date
    $$;

  create or replace function teams_at(on_date date)
    returns table (id uuid, unit_id uuid, commune_id uuid, name text, status text)
    language sql stable parallel safe as $$
      select t.id, t.unit_id, c.ancestor_id,
             coalesce(t.name, case when v.name ilike v.type || ' %' then v.name
                                   else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end
                              || case when exists (
                                   select 1 from unit_versions s where s.parent_id = v.parent_id and s.name_folded = v.name_folded
                                      and s.unit_id <> v.unit_id and s.validity @> on_date)
                                 then told_apart(t.unit_id, on_date) else '' end, ''),
             case when t.status = 'draft' then 'draft' else 'active' end
        from teams t
        left join unit_versions v on v.unit_id = t.unit_id and v.validity @> on_date
        left join unit_closure_spans c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune' and c.validity @> on_date
       where t.validity @> on_date
    $$;
`;

const plain = `
  create or replace function units_at(on_date date)
    returns table (id uuid, kind text, type text, name text, full_name text, code text, parent_id uuid)
    language sql stable parallel safe as $$
      select u.id, u.kind, v.type, v.name,
             case when v.name ilike v.type || ' %' then v.name
                  else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end,
             v.code, v.parent_id
        from units u join unit_versions v on v.unit_id = u.id
       where u.validity @> on_date and v.validity @> on_date
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
