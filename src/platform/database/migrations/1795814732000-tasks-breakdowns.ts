import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order may ask what kind the work was, how long it took, whom it reached; each entry keeps what it says of that. */
export class TasksBreakdowns1795814732000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assignments
        -- What every part says beside its number; orders from before ask nothing.
        add column asks text[] not null default '{}',
        add column minimum_codes int check (minimum_codes > 0);
      -- So many of an entry are of a kind. Not lines: two breakdowns of one number would count it twice.
      create table entry_breakdowns (
        entry_id uuid not null references progress_entries,
        by text not null,
        -- Empty for an amount, such as minutes.
        kind text not null,
        value int not null check (value > 0),
        primary key (entry_id, by, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table entry_breakdowns;
      alter table assignments drop column minimum_codes, drop column asks;
    `);
  }
}
