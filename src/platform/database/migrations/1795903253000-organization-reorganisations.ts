import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reforms of units that hold from a day on: what they lay down stands in typed lines, each version with its own. */
export class OrganizationReorganisations1795903253000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table reorganisation_lines; drop table reorganisations`);
  }
}

const tables = `
  create table reorganisations (
    id uuid primary key,
    -- The unit within which it stays.
    unit_id uuid not null references units,
    title text not null,
    directive_id uuid references directives,
    on_date date not null,
    state text not null check (state in ('draft', 'scheduled', 'applied', 'revoked')),
    version int not null,
    made_by uuid not null references people,
    made_at timestamptz not null,
    scheduled_by uuid references people,
    scheduled_at timestamptz,
    applied_at timestamptz,
    revoked_by uuid references people,
    revoked_at timestamptz,
    revoke_reason text,
    check (num_nonnulls(scheduled_by, scheduled_at) in (0, 2)),
    check (state not in ('scheduled', 'applied') or (scheduled_at is not null and directive_id is not null)),
    check ((state = 'applied') = (applied_at is not null)),
    check (state <> 'revoked' or num_nonnulls(revoked_by, revoked_at, revoke_reason) = 3)
  );
  create index reorganisations_of_unit on reorganisations (unit_id, on_date desc);
  create index reorganisations_waiting on reorganisations (on_date) where state = 'scheduled';

  create table reorganisation_lines (
    reorganisation_id uuid not null references reorganisations on delete cascade,
    version int not null,
    position int not null,
    kind text not null check (kind in ('create', 'merge', 'lead', 'leave')),
    -- Of a merge the unit that ends; of a create the unit that began, once it was applied.
    unit_id uuid references units,
    type text,
    name text,
    -- The line of the unit into which it goes, or in which the person works.
    into_position int,
    person_id uuid references people,
    primary key (reorganisation_id, version, position),
    check (case kind when 'create' then num_nonnulls(type, name) = 2 and num_nonnulls(into_position, person_id) = 0
      when 'merge' then num_nonnulls(unit_id, into_position) = 2 and num_nonnulls(type, name, person_id) = 0
      else num_nonnulls(into_position, person_id) = 2 and num_nonnulls(type, name, unit_id) = 0 end)
  );
  create index reorganisation_lines_of_unit on reorganisation_lines (unit_id) where unit_id is not null;
`;
