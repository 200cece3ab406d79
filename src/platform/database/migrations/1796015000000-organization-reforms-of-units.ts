import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reforms reach communes and above: units that go on, parts, hamlets one by one, people and offices; and how far a day is. */
export class OrganizationReformsOfUnits1796015000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(steps);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reorganisation_steps;
      delete from reorganisations where reach <> 'hamlets';
      drop index reorganisation_lines_of_heir;
      alter table reorganisation_lines drop constraint reorganisation_lines_check, drop constraint reorganisation_lines_kind_check,
        drop column code, drop column parent_id, drop column parent_position, drop column share, drop column row,
        drop column settled, drop column unit_kind;
      alter table reorganisation_lines
        add constraint reorganisation_lines_kind_check check (kind in ('create', 'merge', 'lead', 'leave')),
        add constraint reorganisation_lines_check check (
          case kind when 'create' then num_nonnulls(type, name) = 2 and num_nonnulls(into_position, person_id) = 0
            when 'merge' then num_nonnulls(unit_id, into_position) = 2 and num_nonnulls(type, name, person_id) = 0
            else num_nonnulls(into_position, person_id) = 2 and num_nonnulls(type, name, unit_id) = 0 end);
      alter table reorganisations drop column reach, drop column file_name;
    `);
  }
}

const columns = `
  alter table reorganisations
    add column reach text not null default 'hamlets' check (reach in ('hamlets', 'units')),
    add column file_name text;

  alter table reorganisation_lines
    drop constraint reorganisation_lines_check,
    drop constraint reorganisation_lines_kind_check,
    add column code text,
    add column parent_id uuid references units,
    add column parent_position int,
    add column share numeric check (share > 0 and share <= 1),
    add column row int,
    add column settled boolean not null default false,
    add column unit_kind text check (unit_kind in ('country', 'province', 'district', 'commune', 'hamlet'));
  alter table reorganisation_lines
    add constraint reorganisation_lines_kind_check
      check (kind in ('create', 'keep', 'merge', 'part', 'allot', 'lead', 'leave', 'post', 'office')),
    -- Of a draft's part it may not be known yet which unit is meant: its code and name are those of the list then.
    add constraint reorganisation_lines_check check (
      case
        when kind = 'create' then num_nonnulls(type, name) = 2 and num_nonnulls(into_position, person_id) = 0
        when kind = 'keep' then num_nonnulls(unit_id, type, name) = 3 and num_nonnulls(into_position, person_id) = 0
        when kind in ('merge', 'part') then into_position is not null and num_nonnulls(unit_id, name) > 0 and person_id is null
        when kind in ('allot', 'office') then num_nonnulls(unit_id, into_position) = 2 and num_nonnulls(type, name, person_id) = 0
        when kind = 'post' then num_nonnulls(into_position, person_id, type, name) = 4 and unit_id is null
        else num_nonnulls(into_position, person_id) = 2 and num_nonnulls(type, name, unit_id) = 0
      end);
  create index reorganisation_lines_of_heir on reorganisation_lines (reorganisation_id, version, into_position)
    where into_position is not null;
`;

const steps = `
  create table reorganisation_steps (
    reorganisation_id uuid not null references reorganisations on delete cascade,
    step text not null check (step in ('people', 'work', 'training')),
    position int not null,
    done int not null default 0,
    total int not null,
    after_unit_id uuid references units,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (reorganisation_id, step)
  );
  create index reorganisation_steps_open on reorganisation_steps (reorganisation_id, position) where finished_at is null;
`;
