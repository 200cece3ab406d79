import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RosterReadings1700000008300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was read of the file, and a hash of the choices and facts that it was read for.
      alter table roster_imports add column reading jsonb, add column reading_of text;

      -- The file as it came. It may hold more than the form asks for, so it goes when the import is confirmed or discarded.
      create table roster_import_files (
        import_id uuid primary key references roster_imports on delete cascade,
        content bytea not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table roster_import_files;
      alter table roster_imports drop column reading, drop column reading_of;
    `);
  }
}
