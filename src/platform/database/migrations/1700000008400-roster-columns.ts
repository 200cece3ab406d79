import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RosterColumns1700000008400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which column is which, as the officer said, table by table.
      alter table roster_imports add column columns jsonb not null default '[]';

      -- What officers of a commune said of heads like these, for its next file.
      create table roster_columns (
        unit_id uuid not null references units,
        -- SHA-256 of the folded heads, hex.
        head_key text not null,
        columns jsonb not null,
        said_by uuid not null references people,
        said_at timestamptz not null,
        primary key (unit_id, head_key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table roster_columns;
      alter table roster_imports drop column columns;
    `);
  }
}
