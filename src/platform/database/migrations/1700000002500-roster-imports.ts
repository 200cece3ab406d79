import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RosterImports1700000002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table roster_imports (
        id uuid primary key,
        unit_id uuid not null references units,
        file_name text not null,
        -- SHA-256 of the file, hex: the same file again meets the same import.
        file_hash text not null,
        status text not null check (status in ('staged', 'confirmed')),
        -- Without the columns that the form does not ask for; null once it is erased.
        workbook jsonb,
        choices jsonb not null default '{}',
        dropped jsonb not null default '[]',
        uploaded_by uuid not null references people,
        uploaded_at timestamptz not null,
        expires_at timestamptz not null,
        confirmed_by uuid references people,
        confirmed_at timestamptz,
        result jsonb,
        check ((status = 'confirmed') = (result is not null))
      );
      create unique index roster_imports_staged on roster_imports (unit_id, file_hash) where status = 'staged';
      create index roster_imports_file on roster_imports (unit_id, file_hash);
      create index roster_imports_expiry on roster_imports (expires_at) where workbook is not null;

      -- Why two people share this number, as the officer said.
      alter table phones add column shared_reason text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table phones drop column shared_reason;
      drop table roster_imports;
    `);
  }
}
