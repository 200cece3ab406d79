import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is held back from going by time: of a person, of a unit and all below it, of a kind of record, or of several of these. */
export class MembershipRetentionHolds1796011100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table retention_holds (
        id uuid primary key,
        -- The dated rule whose records stay; null: those of every rule.
        kind text,
        person_id uuid references people,
        unit_id uuid references units,
        reason text not null,
        held_by uuid not null references people,
        held_at timestamptz not null,
        ended_by uuid references people,
        ended_at timestamptz,
        check (num_nonnulls(person_id, unit_id) <= 1),
        check (num_nonnulls(kind, person_id, unit_id) > 0),
        check ((ended_by is null) = (ended_at is null))
      );
      -- A few that stand, whatever has been held before.
      create index retention_holds_open on retention_holds (held_at) where ended_at is null;

      -- Whether a record under this rule, of this person and of this unit, is held back. A unit's people are those who ever had
      -- a place in it or below it; a person's are also what came with a record that became part of theirs.
      create function is_held(of_kind text, of_person uuid, of_unit uuid) returns boolean language sql stable parallel safe as $$
        select exists (
          select 1 from retention_holds h
           where h.ended_at is null and (h.kind is null or h.kind = of_kind)
             and (h.person_id is null and h.unit_id is null
               or h.person_id in (of_person, (select p.merged_into_id from people p where p.id = of_person))
               or h.unit_id is not null and (
                 exists (select 1 from unit_closure c where c.ancestor_id = h.unit_id and c.descendant_id = of_unit)
                 or exists (select 1 from person_places pp
                   join unit_closure c on c.descendant_id = pp.unit_id and c.ancestor_id = h.unit_id
                  where pp.person_id = of_person))))
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function is_held(text, uuid, uuid)');
    await runner.query('drop table retention_holds');
  }
}
