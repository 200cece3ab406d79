import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was put right in decisions and directives: the row holds what is right, these what stood there, who changed it and why. */
export class Corrections1700000008710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, of] of corrected)
      await runner.query(`
        alter table ${of} add column version int not null default 1;
        create table ${table}_corrections (
          id uuid primary key,
          ${table}_id uuid not null references ${of},
          -- The version that was put right.
          version int not null,
          before jsonb not null,
          after jsonb not null,
          reason text not null,
          by_id uuid not null references people,
          at timestamptz not null,
          unique (${table}_id, version)
        );
        create trigger ${table}_corrections_stay before update or delete on ${table}_corrections
          for each row execute function refuse_change_of_history();
        create trigger ${table}_corrections_are_not_emptied before truncate on ${table}_corrections
          execute function refuse_change_of_history();
        alter table ${table}_corrections enable always trigger ${table}_corrections_stay;
        alter table ${table}_corrections enable always trigger ${table}_corrections_are_not_emptied;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, of] of corrected)
      await runner.query(`drop table ${table}_corrections; alter table ${of} drop column version;`);
  }
}

const corrected = [
  ['decision', 'establishing_decisions'],
  ['directive', 'directives'],
] as const;
