import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reform proposes names of hamlets; one holds from the day of the council's resolution. */
export class OrganizationHamletNames1796021200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- lock: reforms are written by one organiser at a time, and nobody else reads them
      alter table reorganisation_lines
        drop constraint reorganisation_lines_check,
        drop constraint reorganisation_lines_kind_check,
        add column from_on date,
        add column directive_id uuid references directives,
        add constraint reorganisation_lines_kind_check
          check (kind in ('create', 'keep', 'merge', 'part', 'allot', 'lead', 'leave', 'post', 'office', 'name')),
        add constraint reorganisation_lines_of_names
          check (num_nonnulls(from_on, directive_id) = 0 or kind = 'name' and num_nonnulls(from_on, directive_id) = 2),
        add constraint reorganisation_lines_check check (
          case
            when kind = 'create' then num_nonnulls(type, name) = 2 and num_nonnulls(into_position, person_id) = 0
            when kind = 'keep' then num_nonnulls(unit_id, type, name) = 3 and num_nonnulls(into_position, person_id) = 0
            when kind in ('merge', 'part') then into_position is not null and num_nonnulls(unit_id, name) > 0 and person_id is null
            when kind in ('allot', 'office') then num_nonnulls(unit_id, into_position) = 2 and num_nonnulls(type, name, person_id) = 0
            when kind = 'post' then num_nonnulls(into_position, person_id, type, name) = 4 and unit_id is null
            when kind = 'name' then num_nonnulls(unit_id, type, name) = 3 and num_nonnulls(into_position, person_id) = 0
            else num_nonnulls(into_position, person_id) = 2 and num_nonnulls(type, name, unit_id) = 0
          end);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from reorganisation_lines where kind = 'name';
      alter table reorganisation_lines
        drop constraint reorganisation_lines_check, drop constraint reorganisation_lines_of_names,
        drop constraint reorganisation_lines_kind_check, drop column from_on, drop column directive_id;
      alter table reorganisation_lines
        add constraint reorganisation_lines_kind_check
          check (kind in ('create', 'keep', 'merge', 'part', 'allot', 'lead', 'leave', 'post', 'office')),
        add constraint reorganisation_lines_check check (
          case
            when kind = 'create' then num_nonnulls(type, name) = 2 and num_nonnulls(into_position, person_id) = 0
            when kind = 'keep' then num_nonnulls(unit_id, type, name) = 3 and num_nonnulls(into_position, person_id) = 0
            when kind in ('merge', 'part') then into_position is not null and num_nonnulls(unit_id, name) > 0 and person_id is null
            when kind in ('allot', 'office') then num_nonnulls(unit_id, into_position) = 2 and num_nonnulls(type, name, person_id) = 0
            when kind = 'post' then num_nonnulls(into_position, person_id, type, name) = 4 and unit_id is null
            else num_nonnulls(into_position, person_id) = 2 and num_nonnulls(type, name, unit_id) = 0
          end);
    `);
  }
}
