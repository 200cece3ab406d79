import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose file an outline came with, so that a map can be taken away as a whole. */
export class OrganizationUnitMaps1795903245000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(known);
    await runner.query(unknown);
    await runner.query(`
      alter table unit_shapes alter map_id set not null;
      create index unit_shapes_of_map on unit_shapes (map_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table unit_shapes drop map_id');
    await runner.query('drop table unit_maps');
  }
}

const table = `
  create table unit_maps (
    id uuid primary key,
    unit_id uuid not null references units,
    from_on date not null,
    -- Null of maps from before this was kept.
    uploaded_by uuid references people,
    uploaded_at timestamptz,
    removed_at timestamptz,
    removed_by uuid references people,
    check ((removed_at is null) = (removed_by is null))
  );
  create index unit_maps_of_unit on unit_maps (unit_id, from_on);
  alter table unit_shapes add map_id uuid references unit_maps;
`;

/** What the audit trail tells of uploads; an outline came with the last file of its day that was for a unit above it. */
const known = `
  insert into unit_maps (id, unit_id, from_on, uploaded_by, uploaded_at)
    select o.id, u.id, (o.changes->>'from')::date, p.id, o.occurred_at
      from outbox o join units u on u.id = (o.payload->>'unitId')::uuid left join people p on p.id = o.actor_id
     where o.name = 'unit.shapes-drawn' and o.changes->>'from' is not null;
  update unit_shapes s set map_id = (
    select m.id from unit_maps m where m.from_on = lower(s.validity) and exists (
      select 1 from unit_closure_spans c where c.ancestor_id = m.unit_id and c.descendant_id = s.unit_id)
     order by m.uploaded_at desc, m.id desc limit 1);
`;

/** Outlines of which it tells nothing: one map for each unit above and day. */
const unknown = `
  insert into unit_maps (id, unit_id, from_on)
    select gen_random_uuid(), n.unit_id, n.from_on from (
      select distinct coalesce(v.parent_id, s.unit_id) as unit_id, lower(s.validity) as from_on
        from unit_shapes s left join unit_versions v on v.unit_id = s.unit_id and v.validity @> lower(s.validity)
       where s.map_id is null) n;
  update unit_shapes s set map_id = (
    select m.id from unit_maps m where m.from_on = lower(s.validity) and m.uploaded_at is null
      and m.unit_id = coalesce((select v.parent_id from unit_versions v
        where v.unit_id = s.unit_id and v.validity @> lower(s.validity)), s.unit_id) limit 1)
   where s.map_id is null;
`;
