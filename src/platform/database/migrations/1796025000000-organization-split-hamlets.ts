import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One hamlet becomes two: a line for each half, for who goes on in it, and for what of a task is asked of it. */
export class OrganizationSplitHamlets1796025000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- lock: reforms are written by one organiser at a time, and nobody else reads them
      alter table reorganisation_lines
        drop constraint reorganisation_lines_check,
        drop constraint reorganisation_lines_kind_check,
        -- Of a half its households, of a share the target.
        add column amount int check (amount >= 0),
        add column task_id uuid,
        add column began_id uuid references units,
        add constraint reorganisation_lines_kind_check check (kind in ('create', 'keep', 'merge', 'part', 'allot', 'lead', 'leave',
          'post', 'office', 'name', 'split', 'member', 'share')),
        add constraint reorganisation_lines_check check (
          case
            when kind = 'create' then num_nonnulls(type, name) = 2 and num_nonnulls(into_position, person_id) = 0
            when kind = 'keep' then num_nonnulls(unit_id, type, name) = 3 and num_nonnulls(into_position, person_id) = 0
            when kind in ('merge', 'part') then into_position is not null and num_nonnulls(unit_id, name) > 0 and person_id is null
            when kind in ('allot', 'office') then num_nonnulls(unit_id, into_position) = 2 and num_nonnulls(type, name, person_id) = 0
            when kind = 'post' then num_nonnulls(into_position, person_id, type, name) = 4 and unit_id is null
            when kind = 'name' then num_nonnulls(unit_id, type, name) = 3 and num_nonnulls(into_position, person_id) = 0
            when kind = 'split' then num_nonnulls(unit_id, type, name, amount) = 4 and person_id is null
            when kind = 'share' then num_nonnulls(into_position, task_id, amount) = 3 and num_nonnulls(unit_id, person_id) = 0
            else num_nonnulls(into_position, person_id) = 2 and num_nonnulls(type, name, unit_id) = 0
          end);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from reorganisations r where exists (select 1 from reorganisation_lines l
        where l.reorganisation_id = r.id and l.kind in ('split', 'member', 'share'));
      alter table reorganisation_lines
        drop constraint reorganisation_lines_check,
        drop constraint reorganisation_lines_kind_check,
        drop column amount, drop column task_id, drop column began_id;
      alter table reorganisation_lines
        add constraint reorganisation_lines_kind_check
          check (kind in ('create', 'keep', 'merge', 'part', 'allot', 'lead', 'leave', 'post', 'office', 'name')),
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
}
