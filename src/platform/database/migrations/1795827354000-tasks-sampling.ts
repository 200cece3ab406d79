import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Small results may be confirmed by sample under a dated rule; each confirmation says whether its result was looked at. */
export class TasksSampling1795827354000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sampling_rules (
        id uuid primary key,
        unit_id uuid not null references units,
        -- Results from this number on are always looked at; of the smaller ones one in so many.
        below int not null check (below between 2 and 1000),
        one_in int not null check (one_in between 2 and 20),
        -- What the draw is made with.
        seed uuid not null,
        directive_id uuid not null references directives,
        set_by uuid not null references people,
        set_at timestamptz not null,
        validity daterange not null check (not isempty(validity)),
        constraint sampling_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
      );
      -- What was confirmed before does not say.
      alter table task_decisions add column manner text check (manner in ('each', 'together', 'sample'));
      alter table entry_decisions add column manner text check (manner in ('each', 'together', 'sample'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table entry_decisions drop column manner;
      alter table task_decisions drop column manner;
      drop table sampling_rules;
    `);
  }
}
